using System.Collections.Immutable;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>In which place of the table two texts differ.</summary>
/// <param name="Slots">The names of the places: the clause, the way it is said, the part of it.</param>
/// <param name="Fault">What is wrong if they differ in no place or in more than one; null otherwise.</param>
internal sealed record Difference(ImmutableArray<string> Slots, string? Fault)
{
    /// <summary>Compares the files of two variants; what they expect is left aside.</summary>
    public static Difference Of(ImmutableArray<SourceText> one, ImmutableArray<SourceText> other)
    {
        if (!one.Select(f => f.Path).SequenceEqual(other.Select(f => f.Path), StringComparer.Ordinal))
            return Wrong("one variant has a file that the other has not");
        var found = one.Zip(other).Where(p => !string.Equals(p.First.Content, p.Second.Content, StringComparison.Ordinal))
            .Select(p => Of(Clauses(SyntaxTree.Parse(p.First).Clauses), Clauses(SyntaxTree.Parse(p.Second).Clauses))).OfType<Difference>().ToList();
        return found switch
        {
            [] => Wrong("the variants do not differ"),
            [var only] => only,
            _ => Wrong("the variants differ in several files"),
        };
    }

    /// <summary>Compares the words of two lines that expect something; empty if they differ in more than one place.</summary>
    public static ImmutableArray<string> OfExpectations(string one, string other)
    {
        var (first, second) = (Only(one), Only(other));
        return first?.Match is { } a && second?.Match is { } b && Of(a, b) is { Fault: null } same ? same.Slots : [];
    }

    private static ClauseSyntax? Only(string text) => SyntaxTree.ParseUnder(SourceText.From("w.cases", text), "case").Clauses.FirstOrDefault();

    private static List<ClauseSyntax> Clauses(IReadOnlyList<ClauseSyntax> clauses) => [.. clauses.Where(c => !c.Is("expect"))];

    /// <summary>Compares clauses that stand beside one another; null if they are the same.</summary>
    private static Difference? Of(List<ClauseSyntax> one, List<ClauseSyntax> other)
    {
        var start = one.Zip(other).TakeWhile(p => Of(p.First, p.Second) is null).Count();
        var end = one[start..].AsEnumerable().Reverse().Zip(other[start..].AsEnumerable().Reverse()).TakeWhile(p => Of(p.First, p.Second) is null).Count();
        return (one[start..^end], other[start..^end]) switch
        {
            ([], []) => null,
            ([var only], []) => Whole(only),
            ([], [var only]) => Whole(only),
            ([var a], [var b]) => Of(a, b),
            var (a, b) => Wrong($"the variants differ in several clauses: {Shown(a)} | {Shown(b)}"),
        };
    }

    private static Difference? Of(ClauseSyntax one, ClauseSyntax other)
    {
        var inside = Of(Clauses(one.Children), Clauses(other.Children));
        if (string.Equals(one.Text, other.Text, StringComparison.Ordinal) && one.Form == other.Form)
            return inside;
        if (one.Form is null || one.Form != other.Form || one.IsBad || other.IsBad)
            return Wrong($"`{one}` and `{other}` are no clauses of one form");
        if (inside is not null)
            return Wrong($"`{one}` and `{other}` differ in clauses beneath them too");
        return (one.Match, other.Match) switch
        {
            ({ } a, { } b) => Of(a, b) is { Fault: null } same ? same with { Slots = [.. WholeOf(a).Concat(same.Slots).Distinct(StringComparer.Ordinal)] } : Of(a, b),
            ({ } a, null) => new Difference([.. WholeOf(a)], null),
            (null, { } b) => new Difference([.. WholeOf(b)], null),
            _ => Wrong($"`{one}` and `{other}` are both left open"),
        };
    }

    private static Difference Whole(ClauseSyntax clause) =>
        clause.Form is null || clause.IsBad ? Wrong($"`{clause}` is no clause")
        : new Difference([.. clause.Match is { } match ? CaseOf(match) : clause.Form.Cases.IsEmpty ? [clause.Form.Id] : []], null);

    // A clause that is said in one way only acts where any part of it does.
    private static IEnumerable<string> WholeOf(Match match) => match.Form is { Cases.Length: 1 } ? CaseOf(match) : [];

    private static IEnumerable<string> CaseOf(Match match) => FormSlot.IdOf(Owner(match), match.Case) is { } slot ? [slot] : [];

    // Where one way to say something is set against another, so are the words that it is said in.
    private static IEnumerable<string> FlagsOf(Match match) =>
        match.Captures.Where(c => c.Kind == CaptureKind.Flag).Select(c => FormSlot.IdOf(Owner(match), match.Case, FormSlot.Option(c.Name, c.Text)));

    private static object Owner(Match match) => (object?)match.Form ?? match.Phrase!;

    private static Difference Of(Match one, Match other)
    {
        if (one.Case != other.Case)
            return new Difference([.. CaseOf(one), .. FlagsOf(one), .. CaseOf(other), .. FlagsOf(other)], null);
        var names = one.Captures.Concat(other.Captures).Select(c => c.Name).Distinct(StringComparer.Ordinal)
            .Where(n => !string.Equals(one.TextOrNull(n), other.TextOrNull(n), StringComparison.Ordinal)).ToList();
        return names is [var name] ? Of(one, one.Find(name), other.Find(name), name) : Wrong($"`{one.Text}` and `{other.Text}` differ in {(names.Count == 0 ? "no part" : string.Join(" and ", names))}");
    }

    private static Difference Of(Match match, Capture? one, Capture? other, string name)
    {
        if ((one ?? other)!.Kind == CaptureKind.Flag)
            return new Difference([.. new[] { one, other }.OfType<Capture>().Select(c => FormSlot.IdOf(Owner(match), match.Case, FormSlot.Option(name, c.Text)))], null);
        var slot = FormSlot.IdOf(Owner(match), match.Case, name);
        var inside = (one, other) switch
        {
            ({ Match: { } a }, { Match: { } b }) => Of(a, b),
            ({ Items: { IsEmpty: false } a }, { Items: { IsEmpty: false } b }) when a.Length == b.Length => OfItems(a, b),
            _ => null,
        };
        return inside?.Fault is null ? new Difference([.. OneOfMany(match), slot, .. inside?.Slots ?? []], null) : inside;
    }

    // Acts and expectations are said in ways of which each does a thing of its own: where a part of one acts, it does.
    private static IEnumerable<string> OneOfMany(Match match) => match.Phrase is { Name: "action" } || match.Form is { Id: "expect" } ? CaseOf(match) : [];

    private static Difference? OfItems(ImmutableArray<Capture> one, ImmutableArray<Capture> other)
    {
        var differing = one.Zip(other).Where(p => !string.Equals(p.First.Text, p.Second.Text, StringComparison.Ordinal)).ToList();
        return differing is [var (a, b)] && a.Match is { } first && b.Match is { } second ? Of(first, second) : null;
    }

    private static string Shown(IEnumerable<ClauseSyntax> clauses) => string.Join("; ", clauses.Select(c => c.Text));

    private static Difference Wrong(string fault) => new([], fault);
}
