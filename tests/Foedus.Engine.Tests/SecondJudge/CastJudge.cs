using System.Globalization;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Says of every cast whether it is in order and what the vote comes to when it is closed: a cast beyond what a voter has, by somebody
/// without a vote, or divided where votes are cast as one, is refused; the last cast closes the vote; whoever has not cast is absent.
/// </summary>
internal static class CastJudge
{
    public static Trial Judge(CastLife life)
    {
        var steps = new List<string>();
        foreach (var barred in life.Barred)
            steps.Add($"given 2024-02-01 Clerk states Arrears of {barred} = owing");
        steps.Add("start M at Vote, motion");
        var cast = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var voters = life.Towns.Where(t => !life.Barred.Contains(t.Name)).ToList();
        var any = false;
        foreach (var one in life.Casts)
        {
            steps.Add($"given 2024-02-03 {one.Who} casts on M, " + string.Join(", ", one.Votes.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Side} {v.Votes}"))));
            var voter = voters.FindIndex(v => v.Name == one.Who);
            var had = cast.GetValueOrDefault(one.Who) ?? [];
            var has = voter < 0 ? 0 : life.Weighed == Weighed.OneEach ? 1 : voters[voter].Shares;
            var sides = had.Keys.Concat(one.Votes.Select(v => v.Side)).Distinct().Count();
            if (voter < 0 || had.Values.Sum() + one.Votes.Sum(v => v.Votes) > has || (life.Weighed == Weighed.Undivided && sides > 1))
            {
                steps.Add("expect refused");
                continue;
            }

            foreach (var (side, votes) in one.Votes)
                had[side] = had.GetValueOrDefault(side) + votes;
            cast[one.Who] = had;
            any = true;
            if (voters.TrueForAll(v => (cast.GetValueOrDefault(v.Name)?.Values.Sum() ?? 0) == (life.Weighed == Weighed.OneEach ? 1 : v.Shares)))
            {
                steps.Add("expect M is " + End(life, voters, cast));
                return new Trial(Charter(life), steps);
            }

            steps.Add("expect accepted");
        }

        steps.Add("given 2024-02-04 Council closes the vote on M");
        steps.Add(any ? "expect M is " + End(life, voters, cast) : "expect refused");
        return new Trial(Charter(life), steps);
    }

    private static string Charter(CastLife life)
    {
        var weight = life.Weighed switch { Weighed.OneEach => "one each", Weighed.Shares => "shares of each town", Weighed.Divisible => "shares of each town, divisible", _ => "shares of each town, undivided" };
        var abstention = life.Abstention switch { Abstaining.NotCounted => "not counted", Abstaining.Against => "counts against", _ => "counts for the quorum only" };
        var quorum = life.Quorum == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"at least {life.Quorum} members");
        return "foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town " + string.Join(", ", life.Towns.Select(t => t.Name))
            + "\nmeasure shares of town\nfact Arrears by Clerk, owing or paid\nart 9 office Clerk: chosen by Council; term 4 years\n"
            + "art 8 \"Shares\"\n" + string.Concat(life.Towns.Select(t => string.Create(CultureInfo.InvariantCulture, $"  figure shares {t.Shares} for {t.Name}\n")))
            + "art 1 body Council\n  seats 1 per town; chosen by each town; term 4 years\n  deciding\n    votes " + weight
            + "\n    needs " + (life.TwoThirds ? "at least 2/3 of " : "more than half of ") + life.Base
            + "\n    abstention " + abstention + "\n    quorum " + quorum + "\n    tie lost\n    no vote for any town when Arrears is owing\n"
            + "art 2 \"Motions\"\n  procedure Motion for motion\n    opened by any town\n    stage Vote\n      before Council\n      on approval -> Done\n      on rejection -> Lost\n    end Done\n    end Lost\n";
    }

    private static string End(CastLife life, List<(string Name, int Shares)> voters, Dictionary<string, Dictionary<string, int>> cast)
    {
        int Sum(string side) => cast.Values.Sum(c => c.GetValueOrDefault(side));
        if (cast.Count(c => c.Value.Values.Sum() > 0) < life.Quorum)
            return "at Vote";
        var (yes, no, abstain) = (Sum("for"), Sum("against"), Sum("abstaining"));
        var whole = life.Base switch
        {
            "votes cast" => yes + no + (life.Abstention == Abstaining.Against ? abstain : 0),
            "members" => voters.Count,
            _ => voters.Sum(v => v.Shares),
        };
        var carried = yes > 0 && (life.TwoThirds ? 3 * yes >= 2 * whole : 2 * yes > whole);
        return carried ? "Done" : "Lost";
    }
}
