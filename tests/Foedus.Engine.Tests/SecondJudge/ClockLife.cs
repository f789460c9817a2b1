using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>Stages with a time, one leading to the next by its lapse, some of them round and round, and what is done meanwhile.</summary>
internal sealed record ClockLife
{
    public bool FirstDayCounts { get; init; }

    public bool LastDayMoves { get; init; }

    /// <summary>The time of each stage: a number and a unit.</summary>
    public required ImmutableArray<(int Count, string Unit)> Spans { get; init; }

    /// <summary>Whether the last stage leads back to the first.</summary>
    public bool Ring { get; init; }

    /// <summary>Days of rest beside Saturdays and Sundays: some of each year, by month and day, and some of one, in days after 1 January 2024.</summary>
    public ImmutableArray<(int Month, int Day)> Yearly { get; init; } = [];

    public ImmutableArray<int> Once { get; init; } = [];

    /// <summary>When the matter is introduced, in days after 1 January 2024.</summary>
    public required int Introduced { get; init; }

    /// <summary>When the stage at which the matter then is is extended, and by how many days; three in all at the most.</summary>
    public ImmutableArray<(int On, int By)> Extended { get; init; } = [];

    /// <summary>When the Council answers; 0 for never.</summary>
    public int Answered { get; init; }

    /// <summary>The days on which it is asked where the matter stands.</summary>
    public required ImmutableArray<int> Asked { get; init; }

    public static ClockLife From(Chance chance)
    {
        var spans = Enumerable.Range(0, chance.OneIn(4) ? chance.Between(4, 14) : chance.Between(1, 3)).Select(_ => chance.Of(
            (chance.Between(1, 20), "days"), (chance.Between(1, 3), "weeks"), (chance.Between(1, 3), "months"), (chance.Between(1, 8), "working days"), (1, "year"))).ToImmutableArray();
        var start = chance.Between(5, 700);
        var ring = chance.OneIn(4);
        var last = start + spans.Sum(s => s.Item2 switch { "weeks" => 7, "months" => 31, "working days" => 2, "year" => 366, _ => 1 } * s.Item1) + 10;
        return new ClockLife
        {
            FirstDayCounts = chance.OneIn(2),
            LastDayMoves = chance.OneIn(2),
            Spans = [.. spans.Select(s => (s.Item1, s.Item1 == 1 ? s.Item2.TrimEnd('s') : s.Item2))],
            Introduced = start,
            Ring = ring,
            Yearly = chance.OneIn(2) ? [.. Enumerable.Range(0, chance.Between(1, 4)).Select(_ => (chance.Between(1, 12), chance.Between(1, 28))).Distinct()] : [],
            Once = chance.OneIn(2) ? [.. Enumerable.Range(0, chance.Between(1, 6)).Select(_ => start + chance.Between(0, 60)).Distinct()] : [],
            Extended = [.. Enumerable.Range(0, chance.OneIn(2) ? chance.Between(1, 4) : 0).Select(_ => (On: chance.Between(start, Math.Min(last, start + 30)), By: chance.Between(1, 4))).OrderBy(e => e.On)],
            Answered = chance.OneIn(2) ? chance.Between(start, last) : 0,
            Asked = [.. Enumerable.Range(0, 4).Select(_ => chance.Between(start, last + (ring ? 3000 : 20))).Order()],
        };
    }

    public IEnumerable<ClockLife> Smaller()
    {
        for (var i = Extended.Length - 1; i >= 0; i--)
            yield return this with { Extended = Extended.RemoveAt(i) };
        if (Ring)
            yield return this with { Ring = false };
        if (Yearly.Length > 0)
            yield return this with { Yearly = [] };
        if (Once.Length > 0)
            yield return this with { Once = [] };
        if (Answered > 0)
            yield return this with { Answered = 0 };
        for (var i = Asked.Length - 1; Asked.Length > 1 && i >= 0; i--)
            yield return this with { Asked = Asked.RemoveAt(i) };
        if (Spans.Length > 1)
            yield return this with { Spans = Spans.RemoveAt(Spans.Length - 1) };
        if (LastDayMoves)
            yield return this with { LastDayMoves = false };
    }
}
