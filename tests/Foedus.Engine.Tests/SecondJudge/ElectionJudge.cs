using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Says whom a vote elects or recalls, written from the reference: votes for others are votes cast and not in favour; by plurality whoever has
/// more votes than each of the others; a majority only at the first ballot where the most votes are enough at the next; who is elected is in
/// office, and the place is taken.
/// </summary>
internal static class ElectionJudge
{
    public static Trial Judge(ElectionLife life)
    {
        var steps = new List<string>();
        foreach (var barred in life.Barred)
            steps.Add($"given 2024-02-01 Clerk states Arrears of {barred} = owing");
        string? inOffice = null;
        var later = false;
        foreach (var ballot in life.Ballots)
        {
            if (Told(life, ballot) is not { } told)
                continue;
            steps.Add($"given 2024-02-02 Council elects {ballot.Candidates[0]} as Chair, {told}");
            var word = inOffice is not null || Cannot(life, ballot) ? "refused" : Word(life, ballot, life.How, later);
            steps.Add("expect " + word);
            if (word == "carried")
                (inOffice, later) = (ballot.Candidates[0], false);
            else if (word != "refused" && There(life, ballot) >= life.Quorum)
                later = true;
        }

        if (life.Recall is { } recall && inOffice is not null && Told(life, recall) is { } votes)
        {
            steps.Add($"given 2024-02-03 Council recalls {inOffice} from Chair, {votes}");
            var word = Cannot(life, recall) ? "refused" : Word(life, recall, Ballotting.Usual, later: false);
            steps.Add("expect " + word);
            if (word == "carried")
                inOffice = null;
        }

        foreach (var name in new[] { "Ann", "Ben", "Cid" }.Where(n => life.Ballots.Any(b => b.Candidates.Contains(n))))
        {
            steps.Add($"given 2024-02-04 {name} resigns from Chair");
            steps.Add(name == inOffice ? "expect accepted" : "expect refused");
        }

        return new Trial(Charter(life), steps);
    }

    private static string Charter(ElectionLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\n");
        text.Append("parties town " + string.Join(", ", life.Towns.Select(t => t.Name)) + "\nfact Arrears by Clerk, owing or paid\nart 9 office Clerk: chosen by Council; term 4 years\n");
        text.Append("art 1 body Council\n  chosen by each town; term 4 years\n  seats 1 per town\n");
        foreach (var (name, seats) in life.Towns.Where(t => t.Seats > 1))
            text.Append(CultureInfo.InvariantCulture, $"    except {seats} for {name}\n");
        text.Append("  deciding\n    votes one each\n    needs more than half of votes cast\n    invalid papers not cast\n");
        text.Append("    abstention " + life.Abstention switch { Abstaining.NotCounted => "not counted", Abstaining.Against => "counts against", _ => "counts for the quorum only" } + "\n");
        text.Append("    quorum " + (life.Quorum == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"at least {life.Quorum} members")) + (life.TieIsLost ? "\n    tie lost" : "") + "\n");
        text.Append("    no vote for any town when Arrears is owing\n  deciding Two-Thirds\n    needs at least 2/3 of members\n");
        text.Append("art 2 office Chair\n  term 4 years\n  removed by Council\n  chosen by Council" + life.How switch
        {
            Ballotting.Majority => ", by majority",
            Ballotting.Plurality => ", by plurality",
            Ballotting.MajorityThenPlurality => ", by majority, then plurality",
            Ballotting.TwoThirdsOfMembers => ", decided by Two-Thirds",
            _ => "",
        } + "\n");
        return text.ToString();
    }

    /// <summary>The votes as an act tells them; null if nothing is told.</summary>
    private static string? Told(ElectionLife life, OneBallot ballot)
    {
        var parts = new List<string>();
        for (var side = ballot.Candidates.Length - 1; side >= -2; side--)
        {
            var towns = life.Towns.Where((_, t) => ballot.Sides[t] == side).ToList();
            var votes = towns.Where(t => !life.Barred.Contains(t.Name) || ballot.ByName).Sum(t => t.Seats) + (side == 0 && !ballot.ByName ? ballot.More : 0);
            if (towns.Count == 0 || (votes == 0 && !ballot.ByName))
                continue;
            var what = ballot.ByName ? string.Join(", ", towns.Select(t => t.Name)) : votes.ToString(CultureInfo.InvariantCulture);
            parts.Add(side switch { > 0 => $"candidate {ballot.Candidates[side]} {(ballot.ByName ? "by " : "")}{what}", 0 => "for " + what, -1 => "against " + what, _ => "abstaining " + what });
        }

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static bool Cannot(ElectionLife life, OneBallot ballot) => ballot.ByName
        ? life.Towns.Where((t, i) => ballot.Sides[i] != -3 && life.Barred.Contains(t.Name)).Any()
        : ballot.More > 0 && life.Towns.Where((_, i) => ballot.Sides[i] == 0).Any();

    private static int There(ElectionLife life, OneBallot ballot) =>
        life.Towns.Where((t, i) => ballot.Sides[i] != -3 && !life.Barred.Contains(t.Name)).Sum(t => t.Seats);

    private static string Word(ElectionLife life, OneBallot ballot, Ballotting how, bool later)
    {
        int Votes(int side) => life.Towns.Where((t, i) => ballot.Sides[i] == side && !life.Barred.Contains(t.Name)).Sum(t => t.Seats);
        var members = life.Towns.Where(t => !life.Barred.Contains(t.Name)).Sum(t => t.Seats);
        var (yes, abstain) = (Votes(0), Votes(-2));
        var others = Enumerable.Range(1, ballot.Candidates.Length - 1).Select(Votes).ToList();
        var no = others.Sum() + Votes(-1) + (life.Abstention == Abstaining.Against ? abstain : 0);
        if (There(life, ballot) < life.Quorum || yes == 0)
            return "lost";
        if (how == Ballotting.TwoThirdsOfMembers)
            return 3 * yes >= 2 * members ? "carried" : "lost";
        if (how == Ballotting.Plurality || (how == Ballotting.MajorityThenPlurality && later))
            return others.Any(o => o > yes) ? "lost" : !others.Contains(yes) ? "carried" : life.TieIsLost ? "lost" : "tied";
        return yes > no ? "carried" : "lost";
    }
}
