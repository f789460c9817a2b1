using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>
/// Puts a question about the state on every way of reading the silences that it meets, and combines the answers as a ruling does: silences
/// that somebody assumes are read so where they still make a difference.
/// </summary>
internal static class StandingQuestion
{
    /// <summary>The edition by which a question about a day is answered: the one asked for, or that in force.</summary>
    public static Rulebook BookAt(State state, Day day, Rulebook? book) => book ?? state.Books.InForceAt(state.At(day));

    /// <summary>Asks.</summary>
    /// <param name="state">The state.</param>
    /// <param name="book">The edition by which it is answered.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="assumptions">Assumptions to be used.</param>
    /// <param name="look">Finds the value on one path and notes the reasons.</param>
    /// <param name="open">The value that means that it cannot be told; also that of readings which were not tried.</param>
    public static Answer<T> Ask<T>(State state, Rulebook book, Day day, AssumptionSet assumptions, Func<Inquiry, T> look, T open)
        where T : notnull
    {
        var there = state.Reaching(day);
        var by = there == state ? book : there.Books[book.Index];

        Path<T> One(Readings readings)
        {
            var inquiry = new Inquiry(there, by, day, readings);
            var value = look(inquiry);
            return new Path<T>(value, [.. inquiry.Grounds]);
        }

        var forked = Fork.Run(null, One);
        var fixedFirst = forked.BudgetHit;
        if (fixedFirst)
            forked = Fork.Run(Fixed(assumptions, day), One);
        var values = new List<T> { open };
        foreach (var path in forked.Paths)
        {
            if (!values.Contains(path.Result.Value))
                values.Add(path.Result.Value);
        }

        var conditions = there.Store.Conditions;
        var diagram = forked.ToDiagram(conditions, p => values.IndexOf(p.Value), 0);
        var used = new List<Assumption>();
        foreach (var silence in fixedFirst ? forked.Assumed : [])
            used.Add(assumptions.For(silence, day)!);
        foreach (var silence in conditions.Support(diagram))
        {
            if (conditions.IsConstant(diagram, out _))
                break;
            if (assumptions.For(silence, day) is not { } assumption || !conditions.Support(diagram).Contains(silence))
                continue;
            diagram = conditions.Restrict(diagram, silence, assumption.Reading);
            used.Add(assumption);
        }

        var remain = forked.Paths.Where(p => Agrees(p.Silences, assumptions, day)).ToList();
        if (remain.Count == 0)
            remain = [.. forked.Paths];
        var possible = conditions.Leaves(diagram).Select(leaf => values[leaf]).ToImmutableArray();
        var determined = possible.Length == 1 && !EqualityComparer<T>.Default.Equals(possible[0], open);
        ImmutableArray<Silence> turns = determined ? [] : [.. conditions.Support(diagram).Select(s => state.Books.Federation.AllSilences[s])];
        var deciding = determined ? remain.FindAll(p => EqualityComparer<T>.Default.Equals(p.Result.Value, possible[0])) : remain;
        var grounds = GroundsOf(deciding.Count > 0 ? deciding : remain);
        return new Answer<T>(determined, possible[0], possible, grounds, [.. used], turns, determined ? [] : NeedsOf(turns, grounds));
    }

    private static Assumptions Fixed(AssumptionSet assumptions, Day day)
    {
        var all = Assumptions.None;
        foreach (var silence in assumptions.All.Select(a => a.Silence.Id).Distinct().Order())
        {
            if (assumptions.For(silence, day) is { } assumption)
                all = all.With(silence, assumption.Reading);
        }

        return all;
    }

    private static bool Agrees(IReadOnlyList<AskedSilence> path, AssumptionSet assumptions, Day day)
    {
        foreach (var asked in path)
        {
            if (assumptions.For(asked.Silence, day) is { } assumption && assumption.Reading != asked.Reading)
                return false;
        }

        return true;
    }

    private static ImmutableArray<Ground> GroundsOf<T>(List<ReadingPath<Path<T>>> paths)
    {
        var grounds = ImmutableArray.CreateBuilder<Ground>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var ground in path.Result.Grounds)
            {
                if (seen.Add(ground.By?.Number + "/" + ground))
                    grounds.Add(ground);
            }
        }

        return grounds.ToImmutable();
    }

    private static ImmutableArray<Need> NeedsOf(ImmutableArray<Silence> turns, ImmutableArray<Ground> grounds)
    {
        var needs = new List<Need>();
        foreach (var silence in turns)
            needs.Add(new Need(silence.Address, silence.LeftTo?.Words ?? "", silence));
        foreach (var ground in grounds)
        {
            if (ground.Need is { } need && ground.Met != Truth.Yes && !needs.Contains(need))
                needs.Add(need);
        }

        return [.. needs];
    }

    private sealed record Path<T>(T Value, ImmutableArray<Ground> Grounds);
}
