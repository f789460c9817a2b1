using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>How a chair is chosen in a life.</summary>
internal enum Ballotting
{
    Usual,
    Majority,
    Plurality,
    MajorityThenPlurality,
    TwoThirdsOfMembers,
}

/// <summary>A vote on one person: who voted for each candidate (the first is the one of whom the act tells), against, or abstained.</summary>
/// <param name="Candidates">The candidates.</param>
/// <param name="Sides">For each town the number of the candidate, -1 against, -2 abstaining, -3 not told of.</param>
/// <param name="ByName">Whether the towns are named; else their votes are added up.</param>
/// <param name="More">So many votes more than there are are told for the first.</param>
internal sealed record OneBallot(ImmutableArray<string> Candidates, ImmutableArray<int> Sides, bool ByName, int More);

/// <summary>A council that elects a chair, with its votes told, and perhaps recalls it. Made from a seed; nothing of it comes from the engine.</summary>
internal sealed record ElectionLife
{
    public required ImmutableArray<(string Name, int Seats)> Towns { get; init; }

    public Ballotting How { get; init; }

    public Abstaining Abstention { get; init; }

    /// <summary>How many members are a quorum; 0: none is asked.</summary>
    public int Quorum { get; init; }

    public bool TieIsLost { get; init; }

    public ImmutableArray<string> Barred { get; init; } = [];

    public ImmutableArray<OneBallot> Ballots { get; init; } = [];

    /// <summary>The votes on recalling whoever is in office at the end, if there are any.</summary>
    public OneBallot? Recall { get; init; }

    public static ElectionLife From(Chance chance)
    {
        string[] all = ["Ash", "Beech", "Cedar", "Dale", "Elm", "Fir"];
        var towns = all.Take(chance.Between(1, 6)).Select(t => (t, chance.Between(1, 3))).ToImmutableArray();
        return new ElectionLife
        {
            Towns = towns,
            How = chance.Of(Ballotting.Usual, Ballotting.Majority, Ballotting.Plurality, Ballotting.MajorityThenPlurality, Ballotting.TwoThirdsOfMembers),
            Abstention = chance.Of(Abstaining.NotCounted, Abstaining.Against, Abstaining.QuorumOnly),
            Quorum = chance.OneIn(2) ? chance.Between(1, 6) : 0,
            TieIsLost = chance.OneIn(2),
            Barred = chance.OneIn(4) ? [.. chance.Some(towns.Select(t => t.t), 2)] : [],
            Ballots = [.. Enumerable.Range(0, chance.Between(1, 3)).Select(_ => Ballot(chance, towns, candidates: true))],
            Recall = chance.OneIn(2) ? Ballot(chance, towns, candidates: false) : null,
        };
    }

    /// <summary>The same with something left out.</summary>
    public IEnumerable<ElectionLife> Smaller()
    {
        if (Recall is not null)
            yield return this with { Recall = null };
        for (var i = 0; i < Ballots.Length; i++)
            yield return this with { Ballots = Ballots.RemoveAt(i) };
        if (Quorum > 0)
            yield return this with { Quorum = 0 };
        if (Barred.Length > 0)
            yield return this with { Barred = [] };
        for (var i = 0; Towns.Length > 1 && i < Towns.Length; i++)
        {
            yield return this with
            {
                Towns = Towns.RemoveAt(i),
                Barred = Barred.Remove(Towns[i].Name),
                Ballots = [.. Ballots.Select(b => b with { Sides = b.Sides.RemoveAt(i) })],
                Recall = Recall is { } recall ? recall with { Sides = recall.Sides.RemoveAt(i) } : null,
            };
        }

        for (var i = 0; i < Towns.Length; i++)
        {
            if (Towns[i].Seats > 1)
                yield return this with { Towns = Towns.SetItem(i, (Towns[i].Name, 1)) };
        }

        for (var i = 0; i < Ballots.Length; i++)
        {
            if (Ballots[i].More > 0)
                yield return this with { Ballots = Ballots.SetItem(i, Ballots[i] with { More = 0 }) };
            for (var t = 0; t < Towns.Length; t++)
            {
                if (Ballots[i].Sides[t] != -3)
                    yield return this with { Ballots = Ballots.SetItem(i, Ballots[i] with { Sides = Ballots[i].Sides.SetItem(t, -3) }) };
            }
        }
    }

    private static OneBallot Ballot(Chance chance, ImmutableArray<(string Name, int Seats)> towns, bool candidates)
    {
        string[] all = ["Ann", "Ben", "Cid"];
        var first = chance.Below(3);
        var names = candidates ? all.Skip(first).Concat(all.Take(first)).Take(chance.Between(1, 3)).ToImmutableArray() : ["Ann"];
        var sides = towns.Select(_ => chance.OneIn(6) ? -3 : chance.OneIn(6) ? -2 : chance.OneIn(candidates ? 8 : 2) ? -1 : chance.Below(names.Length)).ToImmutableArray();
        return new OneBallot(names, sides, chance.OneIn(2), chance.OneIn(12) ? 20 : 0);
    }
}
