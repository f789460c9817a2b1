using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>One step of a vote: somebody casts so many votes on a side, for itself or for another, or gives its vote to another.</summary>
/// <param name="Who">The town or delegate.</param>
/// <param name="For">For whom it casts, or to whom it gives its vote; empty: for itself.</param>
/// <param name="Gives">True if it gives its vote away.</param>
/// <param name="Side">The side; empty where it gives its vote away.</param>
/// <param name="Votes">How many votes it casts.</param>
internal sealed record OneStep(string Who, string For, bool Gives, string Side, int Votes);

/// <summary>A council of towns with several seats, all of a town's held by delegates on record or none; they cast, give their votes away, and a chair decides ties.</summary>
internal sealed record DelegateLife
{
    /// <summary>The towns, with their seats and those of their delegates who are on record.</summary>
    public required ImmutableArray<(string Name, int Seats, int Delegates)> Towns { get; init; }

    public bool TwoThirds { get; init; }

    /// <summary>"votes cast", "members" or "seats".</summary>
    public string Base { get; init; } = "votes cast";

    public Abstaining Abstention { get; init; }

    public int Quorum { get; init; }

    /// <summary>How many others somebody may vote for; 0: nobody votes for another.</summary>
    public int Proxies { get; init; }

    public bool RepresentedIsThere { get; init; }

    public bool ChairDecides { get; init; }

    /// <summary>What the chair says after the vote; empty: nothing.</summary>
    public string Chair { get; init; } = "";

    public ImmutableArray<string> Barred { get; init; } = [];

    public ImmutableArray<OneStep> Steps { get; init; } = [];

    /// <summary>The delegates of a town.</summary>
    public static IEnumerable<string> DelegatesOf((string Name, int Seats, int Delegates) town) => Enumerable.Range(1, town.Delegates).Select(d => town.Name + "-" + "ABC"[d - 1]);

    public static DelegateLife From(Chance chance)
    {
        string[] all = ["Ash", "Beech", "Cedar", "Dale"];
        var towns = all.Take(chance.Between(1, 4)).Select(t => (t, chance.Between(1, 3))).Select(t => (t.t, t.Item2, chance.OneIn(2) ? t.Item2 : 0)).ToImmutableArray();
        var names = towns.SelectMany(t => DelegatesOf(t).Prepend(t.t)).ToList();
        return new DelegateLife
        {
            Towns = towns,
            TwoThirds = chance.OneIn(4),
            Base = chance.Of("votes cast", "votes cast", "members", "seats"),
            Abstention = chance.Of(Abstaining.NotCounted, Abstaining.Against, Abstaining.QuorumOnly),
            Quorum = chance.OneIn(2) ? chance.Between(1, 5) : 0,
            Proxies = chance.Between(0, 2),
            RepresentedIsThere = chance.OneIn(2),
            ChairDecides = chance.OneIn(2),
            Chair = chance.Of("", "approves", "rejects"),
            Barred = chance.OneIn(4) ? [.. chance.Some(towns.Select(t => t.t), 3)] : [],
            Steps = [.. Enumerable.Range(0, chance.Between(1, 9)).Select(_ => Step(chance, names, [.. towns.Where(t => t.Item3 > 0).Select(t => t.t)]))],
        };
    }

    /// <summary>The same with something left out.</summary>
    public IEnumerable<DelegateLife> Smaller()
    {
        for (var i = 0; i < Steps.Length; i++)
            yield return this with { Steps = Steps.RemoveAt(i) };
        for (var i = 0; Towns.Length > 1 && i < Towns.Length; i++)
        {
            var gone = DelegatesOf(Towns[i]).Prepend(Towns[i].Name).ToList();
            yield return this with { Towns = Towns.RemoveAt(i), Barred = Barred.Remove(Towns[i].Name), Steps = Steps.RemoveAll(s => gone.Contains(s.Who) || gone.Contains(s.For)) };
        }

        if (Chair.Length > 0)
            yield return this with { Chair = "" };
        if (Quorum > 0)
            yield return this with { Quorum = 0 };
        if (Barred.Length > 0)
            yield return this with { Barred = [] };
        if (Abstention != Abstaining.NotCounted)
            yield return this with { Abstention = Abstaining.NotCounted };
        if (TwoThirds)
            yield return this with { TwoThirds = false };
    }

    private static OneStep Step(Chance chance, List<string> names, List<string> withDelegates)
    {
        var who = names[chance.Below(names.Count)];

        // Where a town has delegates they give their votes, not the town.
        if (chance.OneIn(6) && !withDelegates.Contains(who))
            return new OneStep(who, names[chance.Below(names.Count)], true, "", 0);
        var other = chance.OneIn(5) ? names[chance.Below(names.Count)] : "";
        return new OneStep(who, other == who ? "" : other, false, chance.Of("for", "for", "against", "against", "abstaining"), chance.OneIn(4) ? chance.Between(1, 3) : 1);
    }
}
