using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>How votes are weighed in a life: one each, or by shares, which may or may not be divided.</summary>
internal enum Weighed
{
    OneEach,
    Shares,
    Divisible,
    Undivided,
}

/// <summary>One act of casting: who, and how many votes on which sides.</summary>
internal sealed record OneCast(string Who, ImmutableArray<(string Side, int Votes)> Votes);

/// <summary>A body whose members cast one by one until the vote is closed. Made from a seed; nothing of it comes from the engine.</summary>
internal sealed record CastLife
{
    public required ImmutableArray<(string Name, int Shares)> Towns { get; init; }

    public Weighed Weighed { get; init; }

    public bool TwoThirds { get; init; }

    /// <summary>"votes cast", "shares" or "members".</summary>
    public string Base { get; init; } = "votes cast";

    public Abstaining Abstention { get; init; }

    /// <summary>How many members are a quorum; 0: none is asked.</summary>
    public int Quorum { get; init; }

    public ImmutableArray<string> Barred { get; init; } = [];

    public ImmutableArray<OneCast> Casts { get; init; } = [];

    public static CastLife From(Chance chance)
    {
        string[] all = ["Ash", "Beech", "Cedar", "Dale", "Elm"];
        var towns = all.Take(chance.Between(1, 5)).Select(t => (t, chance.Between(1, 4))).ToImmutableArray();
        var weighed = chance.Of(Weighed.OneEach, Weighed.Shares, Weighed.Divisible, Weighed.Undivided);
        return new CastLife
        {
            Towns = towns,
            Weighed = weighed,
            TwoThirds = chance.OneIn(3),
            Base = weighed == Weighed.OneEach ? chance.Of("votes cast", "members") : chance.Of("votes cast", "shares"),
            Abstention = chance.Of(Abstaining.NotCounted, Abstaining.Against, Abstaining.QuorumOnly),
            Quorum = chance.OneIn(2) ? chance.Between(1, 4) : 0,
            Barred = chance.OneIn(3) ? [.. chance.Some(towns.Select(t => t.t), 3)] : [],
            Casts = [.. Enumerable.Range(0, chance.Between(1, 7)).Select(_ => Cast(chance, towns, weighed))],
        };
    }

    /// <summary>The same with something left out.</summary>
    public IEnumerable<CastLife> Smaller()
    {
        for (var i = 0; i < Casts.Length; i++)
            yield return this with { Casts = Casts.RemoveAt(i) };
        for (var i = 0; i < Casts.Length; i++)
        {
            if (Casts[i].Votes.Length > 1)
                yield return this with { Casts = Casts.SetItem(i, Casts[i] with { Votes = Casts[i].Votes.RemoveAt(0) }) };
        }

        for (var i = 0; Towns.Length > 1 && i < Towns.Length; i++)
        {
            var gone = Towns[i].Name;
            yield return this with { Towns = Towns.RemoveAt(i), Barred = Barred.Remove(gone), Casts = Casts.RemoveAll(c => c.Who == gone) };
        }

        if (Quorum > 0)
            yield return this with { Quorum = 0 };
        if (Barred.Length > 0)
            yield return this with { Barred = Barred.RemoveAt(0) };
        if (TwoThirds)
            yield return this with { TwoThirds = false };
        if (Abstention != Abstaining.NotCounted)
            yield return this with { Abstention = Abstaining.NotCounted };
    }

    private static OneCast Cast(Chance chance, ImmutableArray<(string Name, int Shares)> towns, Weighed weighed)
    {
        var (name, shares) = towns[chance.Below(towns.Length)];
        var most = weighed == Weighed.OneEach ? 1 : shares;
        var votes = ImmutableArray.CreateBuilder<(string, int)>();
        votes.Add((chance.Of("for", "for", "against", "abstaining"), chance.OneIn(3) ? chance.Between(1, most + 1) : most));
        if (chance.OneIn(5))
            votes.Add((votes[0].Item1 == "for" ? "against" : "for", 1));
        return new OneCast(chance.OneIn(15) ? "Clerk" : name, votes.ToImmutable());
    }
}
