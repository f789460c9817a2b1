using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Opening;

/// <summary>Whose assumptions a result may use. Nothing is assumed that no file says, and every result lists those that it used.</summary>
/// <param name="Set">The assumptions.</param>
/// <param name="Note">Why not all of the federation's assumptions are among them; null if they are, or if the user chose.</param>
internal sealed record AssumptionChoice(AssumptionSet Set, string? Note)
{
    /// <summary>The file that is preferred where files contradict each other.</summary>
    private const string Preferred = "secretary.assumptions";

    /// <summary>Chooses: those that are named, none, or those of the federation's files as far as they agree with each other.</summary>
    /// <exception cref="Obstacle">A name is unknown, or the files contradict each other and none is the secretary's.</exception>
    public static AssumptionChoice Of(FederationInput input, bool none, string[]? names)
    {
        if (none && names is { Length: > 0 })
            throw new Obstacle(Sentence.Of("AssumingAndNone"), Sentence.Of("AssumingAndNoneHint"));
        if (none)
            return new AssumptionChoice(AssumptionSet.None, null);
        if (names is { Length: > 0 })
            return new AssumptionChoice(new AssumptionSet(Named(input, names)), null);
        return Default(input);
    }

    private static AssumptionChoice Default(FederationInput input)
    {
        var all = input.Federation.Assumptions;
        if (FirstContradiction(all) is not { } pair)
            return new AssumptionChoice(new AssumptionSet(all), null);
        var preferred = all.Select(a => a.Path).Where(p => string.Equals(Path.GetFileName(p), Preferred, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        var chosen = all.Where(a => string.Equals(a.Path, preferred, StringComparison.Ordinal)).ToList();
        if (preferred is null || FirstContradiction(chosen) is not null)
            throw new Obstacle(Sentence.Of("AssumptionsContradict", pair.One, pair.Other, pair.One.Silence.Address), Sentence.Of("AssumptionsContradictHint"));
        return new AssumptionChoice(new AssumptionSet(chosen), Sentence.Of("AssumptionsOfOneFile", preferred, pair.One, pair.Other));
    }

    private static IEnumerable<Assumption> Named(FederationInput input, string[] names)
    {
        foreach (var name in names.SelectMany(n => n.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var found = input.Federation.Assumptions.Where(a => string.Equals(a.Name, name, StringComparison.Ordinal)).ToList();
            if (found.Count == 0)
            {
                var near = Spelling.Nearest(name, input.Federation.Assumptions.Select(a => a.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
                throw new Obstacle(Sentence.Of("NoSuchAssumption", name, input.Title), near is null ? Sentence.Of("NoSuchAssumptionHint", input.Argument) : Sentence.Of("DidYouMean", near));
            }

            foreach (var assumption in found)
                yield return assumption;
        }
    }

    private static (Assumption One, Assumption Other)? FirstContradiction(IReadOnlyList<Assumption> all)
    {
        foreach (var group in all.GroupBy(a => a.Silence.Id))
        {
            var same = group.ToList();
            for (var i = 0; i < same.Count; i++)
            {
                for (var j = i + 1; j < same.Count; j++)
                {
                    if (same[i].Reading != same[j].Reading && Overlap(same[i], same[j]))
                        return (same[i], same[j]);
                }
            }
        }

        return null;
    }

    private static bool Overlap(Assumption a, Assumption b)
    {
        if (a.Scope is { } one && b.Scope is { } other && !string.Equals(one.Name, other.Name, StringComparison.Ordinal))
            return false;
        return (a.Until is not { } end || b.Since is not { } start || start < end) && (b.Until is not { } last || a.Since is not { } first || first < last);
    }
}
