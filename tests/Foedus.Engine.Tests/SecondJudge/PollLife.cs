using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Foedus.Engine.Tests.SecondJudge;

internal enum Abstaining
{
    NotCounted,
    Against,
    QuorumOnly,
}

internal enum Bound
{
    AtLeast,
    MoreThan,
    AtMost,
    FewerThan,
}

/// <summary>One test of a rule: "more than 1/2 of members not in favour, in each region", or "no votes against".</summary>
internal sealed record PollTest(Bound Bound, int Over, int Under, string Base, bool NotInFavour, bool InEach)
{
    public static PollTest NoneAgainst { get; } = new(Bound.AtMost, 0, 0, "", false, false);

    public bool IsNoneAgainst => Base.Length == 0;

    public string Words
    {
        get
        {
            if (IsNoneAgainst)
                return "no votes against";
            var bound = Bound switch { Bound.AtLeast => "at least ", Bound.MoreThan => "more than ", Bound.AtMost => "at most ", _ => "fewer than " };
            var size = Under == 0 ? Over.ToString(CultureInfo.InvariantCulture) + " " : Under == 2 && Over == 1 ? "half of " : $"{Over}/{Under} of ";
            return bound + size + Base + (NotInFavour ? " not in favour" : "") + (InEach ? ", in each region" : "");
        }
    }
}

/// <summary>One number of a report: a side and how many votes, or all who are not told of.</summary>
internal readonly record struct ToldNumber(string Side, int Votes, bool Rest);

/// <summary>What a town that is named counts for: its seats, one vote, or what is not said.</summary>
internal enum TownVotes
{
    OneEach,
    OneOfEachTown,
    Unsaid,
}

/// <summary>A body of towns, its rule, and one report of a vote. Made from a seed; nothing of it comes from the engine.</summary>
internal sealed record PollLife
{
    public required ImmutableArray<(string Name, string Region)> Towns { get; init; }

    /// <summary>The seats of each town, in the same order.</summary>
    public required ImmutableArray<int> Seats { get; init; }

    public TownVotes Votes { get; init; }

    public ImmutableArray<PollTest> Needs { get; init; } = [];

    public ImmutableArray<PollTest> Enough { get; init; } = [];

    public PollTest? Quorum { get; init; }

    public Abstaining Abstention { get; init; }

    public ImmutableArray<string> Barred { get; init; } = [];

    /// <summary>The towns named on each side; empty where the report is in numbers.</summary>
    public ImmutableArray<(string Side, ImmutableArray<string> Towns)> Named { get; init; } = [];

    public ImmutableArray<ToldNumber> Numbers { get; init; } = [];

    public static PollLife From(Chance chance)
    {
        string[] all = ["Ash", "Beech", "Cedar", "Dale", "Elm", "Fir"];
        var towns = all.Take(chance.Between(1, 6)).Select((t, i) => (t, i % 2 == 0 ? "North" : "South")).ToImmutableArray();
        var most = chance.OneIn(2) ? 3 : 1;
        var seats = towns.Select(_ => chance.Between(1, most)).ToImmutableArray();
        var inNumbers = chance.OneIn(2);
        var barred = chance.OneIn(3) ? chance.Some(towns.Select(t => t.t), 3) : [];
        var life = new PollLife
        {
            Towns = towns,
            Seats = seats,
            Votes = inNumbers ? chance.Of(TownVotes.OneEach, TownVotes.Unsaid) : chance.Of(TownVotes.OneEach, TownVotes.OneOfEachTown, TownVotes.Unsaid),
            Needs = [.. Enumerable.Range(0, chance.OneIn(3) ? 2 : 1).Select(_ => Test(chance, false))],
            Enough = chance.OneIn(5) ? [Test(chance, true)] : [],
            Quorum = chance.OneIn(2) ? Test(chance, true) with { NotInFavour = false } : null,
            Abstention = chance.Of(Abstaining.NotCounted, Abstaining.Against, Abstaining.QuorumOnly),
            Barred = [.. barred],
        };
        return inNumbers ? life with { Numbers = NumbersOf(chance, seats.Sum()) } : life with { Named = NamesOf(chance, life) };
    }

    /// <summary>The same with something left out.</summary>
    public IEnumerable<PollLife> Smaller()
    {
        if (Quorum is not null)
            yield return this with { Quorum = null };
        if (Enough.Length > 0)
            yield return this with { Enough = [] };
        for (var i = 0; Needs.Length > 1 && i < Needs.Length; i++)
            yield return this with { Needs = Needs.RemoveAt(i) };
        for (var i = 0; i < Needs.Length; i++)
        {
            if (Needs[i].InEach)
                yield return this with { Needs = Needs.SetItem(i, Needs[i] with { InEach = false }) };
        }

        if (Barred.Length > 0)
            yield return this with { Barred = Barred.RemoveAt(0) };
        if (Votes == TownVotes.Unsaid)
            yield return this with { Votes = TownVotes.OneEach };
        for (var i = 0; i < Seats.Length; i++)
        {
            if (Seats[i] > 1)
                yield return this with { Seats = Seats.SetItem(i, Seats[i] - 1) };
        }

        if (Abstention != Abstaining.NotCounted)
            yield return this with { Abstention = Abstaining.NotCounted };
        for (var i = 0; i < Numbers.Length; i++)
        {
            yield return this with { Numbers = Numbers.RemoveAt(i) };
            if (Numbers[i].Votes > 0)
                yield return this with { Numbers = Numbers.SetItem(i, Numbers[i] with { Votes = Numbers[i].Votes - 1 }) };
        }

        for (var i = Towns.Length - 1; Towns.Length > 1 && i >= 0; i--)
        {
            var gone = Towns[i].Name;
            yield return this with
            {
                Towns = Towns.RemoveAt(i),
                Seats = Seats.RemoveAt(i),
                Barred = Barred.Remove(gone),
                Named = [.. Named.Select(n => (n.Side, n.Towns.Remove(gone))).Where(n => n.Item2.Length > 0)],
            };
        }

        for (var i = 0; i < Named.Length; i++)
            yield return this with { Named = Named.RemoveAt(i) };
    }

    private static PollTest Test(Chance chance, bool positive)
    {
        if (!positive && chance.OneIn(10))
            return PollTest.NoneAgainst;
        var baseWord = chance.Of("votes cast", "members present", "members", "seats");
        var each = chance.OneIn(4);
        if (chance.OneIn(4))
            return new PollTest(Bound.AtLeast, chance.Between(1, 4), 0, "members", false, each);
        if (!positive && chance.OneIn(6))
            return new PollTest(chance.Of(Bound.AtMost, Bound.FewerThan), chance.Between(1, 3), 0, "members", true, false);
        return chance.Of(
            new PollTest(Bound.MoreThan, 1, 2, baseWord, false, each), new PollTest(Bound.AtLeast, 2, 3, baseWord, false, each),
            new PollTest(Bound.AtLeast, 1, 2, baseWord, false, each), new PollTest(Bound.MoreThan, 3, 5, baseWord, false, each));
    }

    private static ImmutableArray<ToldNumber> NumbersOf(Chance chance, int places)
    {
        var told = ImmutableArray.CreateBuilder<ToldNumber>();
        foreach (var side in new[] { "for", "against", "abstaining" })
        {
            if (!chance.OneIn(4))
                told.Add(new ToldNumber(side, chance.Between(0, Math.Max(1, (places * 2 / 3) + 1)), false));
        }

        if (told.Count == 0)
            told.Add(new ToldNumber("for", 1, false));
        if (chance.OneIn(3))
            told.Add(new ToldNumber(chance.Of("absent", "abstaining", "against"), 0, true));
        return [.. told.GroupBy(t => t.Side + t.Rest).Select(g => g.First()).Where(t => !t.Rest || !told.Any(o => o.Side == t.Side && !o.Rest))];
    }

    private static ImmutableArray<(string Side, ImmutableArray<string> Towns)> NamesOf(Chance chance, PollLife life)
    {
        var sides = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["for"] = [], ["against"] = [], ["abstaining"] = [], ["absent"] = [] };
        foreach (var (name, _) in life.Towns)
        {
            if (life.Barred.Contains(name) && !chance.OneIn(8))
                continue;
            var side = chance.Of("for", "for", "against", "abstaining", "absent");
            if (!chance.OneIn(8))
                sides[side].Add(name);
        }

        if (chance.OneIn(12))
            sides["for"].Add("Nowhere");
        if (sides.Values.All(s => s.Count == 0))
            sides["for"].Add(life.Towns[0].Name);
        return [.. sides.Where(s => s.Value.Count > 0).Select(s => (s.Key, s.Value.ToImmutableArray()))];
    }
}
