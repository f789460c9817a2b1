using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Says what a vote comes to by trying every way in which the votes may lie: sets and loops, no bounds and no cleverness. Written from the
/// reference: who has no vote is not counted among the members; a quorum asks who is there; nobody in favour never carries; what is not told
/// of in a report is an absence; a number that is not told part by part lies in the parts in any way.
/// </summary>
internal static class PollJudge
{
    /// <summary>The votes of one region, or of the whole.</summary>
    private readonly record struct Votes(int Members, int Seats, int Yes, int No, int Abstain)
    {
        /// <summary>The same answers in votes, where a town has one for all its seats.</summary>
        public (int Yes, int No, int Abstain) InVotes { get; init; } = (Yes, No, Abstain);

        public int Present => Yes + No + Abstain;

        public static Votes operator +(Votes a, Votes b) => new(a.Members + b.Members, a.Seats + b.Seats, a.Yes + b.Yes, a.No + b.No, a.Abstain + b.Abstain)
        {
            InVotes = (a.InVotes.Yes + b.InVotes.Yes, a.InVotes.No + b.InVotes.No, a.InVotes.Abstain + b.InVotes.Abstain),
        };
    }

    public static Trial Judge(PollLife life)
    {
        var steps = new List<string>();
        foreach (var barred in life.Barred)
            steps.Add($"given 2024-02-01 Clerk states Arrears of {barred} = owing");
        steps.Add("given 2024-02-02 Council introduces M");
        steps.Add("given 2024-02-03 Council votes on M, " + Report(life));
        steps.Add("expect " + Word(life));
        return new Trial(Charter(life), steps) { Units = Register(life.Towns) };
    }

    /// <summary>The two regions and the towns in them, as a register.</summary>
    internal static string Register(IEnumerable<(string Name, string Region)> towns) =>
        "unit,kind,within,link,from,until,name,source\nNorth,region,,,2024-01-01,,North,made up\nSouth,region,,,2024-01-01,,South,made up\n"
        + string.Concat(towns.Select(t => $"{t.Name},town,{t.Region},,2024-01-01,,{t.Name},made up\n"));

    private static string Charter(PollLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind region\nkind town in region\nregister \"units.csv\"\n");
        text.Append("fact Arrears by Clerk, owing or paid\nart 9 office Clerk: chosen by Council; term 4 years\n");
        text.Append("art 1 body Council\n  chosen by each town; term 4 years\n  seats 1 per town\n");
        foreach (var (town, seats) in life.Towns.Zip(life.Seats).Where(t => t.Second > 1))
            text.Append(CultureInfo.InvariantCulture, $"    except {seats} for {town.Name}\n");
        text.Append("  deciding\n" + life.Votes switch { TownVotes.OneEach => "    votes one each\n", TownVotes.OneOfEachTown => "    votes one of each town\n", _ => "" });
        foreach (var need in life.Needs)
            text.Append("    needs " + need.Words + "\n");
        foreach (var enough in life.Enough)
            text.Append("    enough " + enough.Words + "\n");
        text.Append("    abstention " + life.Abstention switch { Abstaining.NotCounted => "not counted", Abstaining.Against => "counts against", _ => "counts for the quorum only" } + "\n");
        text.Append("    quorum " + (life.Quorum?.Words ?? "none") + "\n    tie lost\n    no vote for any town when Arrears is owing\n");
        return text.ToString();
    }

    private static string Report(PollLife life) => life.Named.Length > 0
        ? string.Join(", ", life.Named.Select(n => n.Side + " " + string.Join(", ", n.Towns)))
        : string.Join(", ", life.Numbers.Select(n => n.Rest ? n.Side + " the rest" : string.Create(CultureInfo.InvariantCulture, $"{n.Side} {n.Votes}")));

    private static string Word(PollLife life)
    {
        var regions = life.Towns.Select(t => t.Region).Distinct().ToList();
        var empty = regions.Select(r => new Votes(
            life.Towns.Select((t, i) => t.Region == r && !life.Barred.Contains(t.Name) ? life.Seats[i] : 0).Sum(),
            life.Towns.Select((t, i) => t.Region == r ? life.Seats[i] : 0).Sum(), 0, 0, 0)).ToList();
        if (life.Named.Length > 0)
        {
            var bySeats = Named(life, regions, [.. empty], oneOfEach: false);
            var byTowns = Named(life, regions, [.. empty], oneOfEach: true);
            return life.Votes == TownVotes.OneEach ? bySeats : life.Votes == TownVotes.OneOfEachTown ? byTowns : bySeats == byTowns ? bySeats : "undetermined";
        }

        var voters = empty.Sum(v => v.Members);
        var told = life.Numbers.Where(n => !n.Rest).ToDictionary(n => n.Side, n => n.Votes, StringComparer.Ordinal);
        if (told.Values.Sum() > voters)
            return "refused";
        if (life.Numbers.FirstOrDefault(n => n.Rest) is { Rest: true } rest && rest.Side != "absent")
            told[rest.Side] = told.GetValueOrDefault(rest.Side) + voters - told.Values.Sum();
        var words = new HashSet<string>(StringComparer.Ordinal);
        Place(life, empty, 0, told.GetValueOrDefault("for"), told.GetValueOrDefault("against"), told.GetValueOrDefault("abstaining"), words);
        return words.Count == 1 ? words.Single() : "undetermined";
    }

    private static string Named(PollLife life, List<string> regions, List<Votes> votes, bool oneOfEach)
    {
        foreach (var (side, towns) in life.Named)
        {
            foreach (var town in towns)
            {
                if (life.Towns.All(t => t.Name != town) || (side != "absent" && life.Barred.Contains(town)))
                    return "refused";
                var at = regions.IndexOf(life.Towns.First(t => t.Name == town).Region);
                var n = life.Seats[life.Towns.Select(t => t.Name).ToList().IndexOf(town)];
                var given = new Votes(0, 0, side == "for" ? n : 0, side == "against" ? n : 0, side == "abstaining" ? n : 0);
                votes[at] += oneOfEach ? given with { InVotes = (given.Yes > 0 ? 1 : 0, given.No > 0 ? 1 : 0, given.Abstain > 0 ? 1 : 0) } : given;
            }
        }

        return End(life, votes);
    }

    /// <summary>Every way in which the numbers may lie in the regions.</summary>
    private static void Place(PollLife life, List<Votes> votes, int at, int yes, int no, int abstain, HashSet<string> words)
    {
        if (at == votes.Count)
        {
            if (yes + no + abstain == 0)
                words.Add(End(life, votes));
            return;
        }

        var was = votes[at];
        for (var y = 0; y <= Math.Min(yes, was.Members); y++)
        {
            for (var n = 0; n <= Math.Min(no, was.Members - y); n++)
            {
                for (var a = 0; a <= Math.Min(abstain, was.Members - y - n); a++)
                {
                    votes[at] = new Votes(was.Members, was.Seats, y, n, a);
                    Place(life, votes, at + 1, yes - y, no - n, abstain - a, words);
                }
            }
        }

        votes[at] = was;
    }

    private static string End(PollLife life, List<Votes> votes)
    {
        if (life.Quorum is { } quorum && !Holds(quorum, life, votes, forQuorum: true))
            return "lost";
        if (votes.Sum(v => v.Yes) == 0)
            return "lost";
        return life.Enough.Any(t => Holds(t, life, votes, false)) || life.Needs.All(t => Holds(t, life, votes, false)) ? "carried" : "lost";
    }

    private static bool Holds(PollTest test, PollLife life, List<Votes> votes, bool forQuorum)
    {
        if (test.InEach)
            return votes.Where(v => v.Members > 0).All(v => HoldsIn(test, life, v, forQuorum));
        return HoldsIn(test, life, votes.Aggregate((a, b) => a + b), forQuorum);
    }

    private static bool HoldsIn(PollTest test, PollLife life, Votes v, bool forQuorum)
    {
        var against = v.InVotes.No + (life.Abstention == Abstaining.Against ? v.InVotes.Abstain : 0);
        if (test.IsNoneAgainst)
            return against == 0;
        var cast = v.InVotes.Yes + against + (forQuorum && life.Abstention == Abstaining.QuorumOnly ? v.InVotes.Abstain : 0);
        var yes = test.Base == "votes cast" ? v.InVotes.Yes : v.Yes;
        var whole = test.Base switch { "votes cast" => cast, "members present" => v.Present, "members" => v.Members, _ => v.Seats };
        var counted = forQuorum ? test.Base == "votes cast" ? cast : v.Present : test.NotInFavour ? whole - yes : yes;
        var (left, right) = test.Under == 0 ? ((BigInteger)counted, (BigInteger)test.Over) : ((BigInteger)counted * test.Under, (BigInteger)whole * test.Over);
        return test.Bound switch
        {
            Bound.AtLeast => left >= right,
            Bound.MoreThan => left > right,
            Bound.AtMost => left <= right,
            _ => left < right,
        };
    }
}
