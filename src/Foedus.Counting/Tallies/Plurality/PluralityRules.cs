using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>
/// Rules by which a paper has votes of one weight each: a single vote, several, or one for everybody it approves. They read rankings: a
/// paper's single vote is its first choice among those who stand, its three votes its first three. Cost: linear in the ranks.
/// </summary>
public static class PluralityRules
{
    /// <summary>The rows of <see cref="TallyRules"/>.</summary>
    public static ImmutableArray<TallyRule> All { get; } =
    [
        new(
            "plurality",
            "Most first choices; with several seats, the single non-transferable vote",
            "B. Grofman and others (eds.), Elections in Japan, Korea, and Taiwan under the Single Non-Transferable Vote, 1999",
            (contest, options, judge) => Votes(contest, options, judge, 1, "Count the first choices")),
        new(
            "majority",
            "More than half of the first choices; otherwise nobody, and who goes to a second round",
            "Constitution of France of 1958, article 7",
            Majority),
        new(
            "two-rounds",
            "More than half of the first choices; otherwise the two first by the preferences of all papers",
            "Two rounds: Constitution of France of 1958, article 7; by preferences on one paper, the contingent vote: Queensland, Elections Act 1892",
            TwoRounds),
        new(
            "bloc",
            "As many votes as seats, one at most for a candidate",
            "Plurality-at-large: A. Reynolds and others, Electoral System Design, International IDEA 2005",
            (contest, options, judge) => Votes(contest, options, judge, contest.Seats, "Count as many choices of a paper as there are seats")),
        new(
            "limited",
            "One vote fewer than seats, one at most for a candidate",
            "Representation of the People Act 1867 (United Kingdom), section 9",
            (contest, options, judge) =>
                Votes(contest, options, judge, Math.Max(1, contest.Seats - 1), "Count one choice of a paper fewer than there are seats")),
        new(
            "approval",
            "One vote for everybody whom the paper names",
            "S. J. Brams and P. C. Fishburn, Approval voting, American Political Science Review 72, 1978",
            (contest, options, judge) => Approval(contest, options, judge, int.MaxValue, "Count everybody whom a paper names")),
        new(
            "approval-first-rank",
            "One vote for everybody whom the paper puts in its first rank",
            "S. J. Brams and P. C. Fishburn, Approval voting, American Political Science Review 72, 1978",
            (contest, options, judge) => Approval(contest, options, judge, 1, "Count everybody in the first rank of a paper")),
    ];

    /// <summary>The limited vote with a stated number of votes on a paper, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one vote.</exception>
    public static TallyRule Limited(int votes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(votes, 1);
        return new TallyRule(
            string.Create(CultureInfo.InvariantCulture, $"limited-{votes}"),
            string.Create(CultureInfo.InvariantCulture, $"{votes} votes on a paper, one at most for a candidate"),
            "Representation of the People Act 1867 (United Kingdom), section 9",
            (contest, options, judge) => Votes(contest, options, judge, votes, "Count the first choices of a paper up to the limit"));
    }

    private static TallyResult Votes(Contest contest, TallyOptions options, TieJudge judge, int most, string title)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        var (marked, refusal) = MarkedVotes.First(contest, most);
        return refusal ?? ScoreTable.Elect(contest, options, judge, title, "votes", ScoreTable.Exact(marked.Votes), Papers(marked));
    }

    private static TallyResult Approval(Contest contest, TallyOptions options, TieJudge judge, int ranks, string title)
    {
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        var marked = MarkedVotes.Ranks(contest, ranks);
        return ScoreTable.Elect(contest, options, judge, title, "votes", ScoreTable.Exact(marked.Votes), Papers(marked));
    }

    private static TallyResult Majority(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (FirstRound(contest, options, judge, out var round, out var winners) is { } refusal) return refusal;
        return winners.Length == 1
            ? new Tallied(winners, [round], judge.Settled)
            : new Tallied([], [round], judge.Settled, null, 1);
    }

    private static TallyResult TwoRounds(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (FirstRound(contest, options, judge, out var first, out var finalists) is { } refusal) return refusal;
        if (finalists.Length < 2) return new Tallied(finalists, [first], judge.Settled, null, 1 - finalists.Length);
        var marked = MarkedVotes.Between(contest, finalists[0], finalists[1]);
        var filling = SeatFilling.Fill(
            contest,
            1,
            [],
            judge,
            2,
            finalists.Order().GroupBy(candidate => marked.Votes[candidate]).OrderByDescending(tier => tier.Key).Select(tier => tier.ToImmutableArray()));
        var rows = finalists.Order().Select(candidate =>
            new TallyRow(candidate, null, [(System.Numerics.BigInteger)marked.Votes[candidate]], filling.Standing(candidate)));
        var second = new TallyRound(
            "Count which of the two each paper prefers",
            ["votes"],
            [
                .. rows,
                new TallyRow(null, PaperLabels.Counted, [(System.Numerics.BigInteger)marked.Papers]),
                new TallyRow(null, PaperLabels.NoPreference, [(System.Numerics.BigInteger)marked.WithoutVote]),
            ],
            filling.Events);
        return ScoreTable.Tallied(filling, judge, first, second);
    }

    /// <summary>One who has more than half, or the two who go on (one, if only one stands).</summary>
    private static NotTallied? FirstRound(
        Contest contest, TallyOptions options, TieJudge judge, out TallyRound round, out ImmutableArray<int> found)
    {
        round = new TallyRound("", [], [], []);
        found = [];
        if (contest.Seats > 1) return new NotTallied(TallyRefusal.OneSeatOnly);
        if (options.Reserved.Any(group => group.Least > 0)) return new NotTallied(TallyRefusal.ReservedNotInRule);
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);
        var (marked, refusal) = MarkedVotes.First(contest, 1);
        if (refusal is not null) return refusal;

        var leader = Array.FindIndex(marked.Votes, votes => 2 * votes > marked.Papers);
        var events = ImmutableArray.CreateBuilder<TallyEvent>();
        if (leader >= 0)
        {
            found = [leader];
            events.Add(new TallyEvent(TallyEventKind.Elected, found));
        }
        else
        {
            var filling = SeatFilling.Fill(contest, 2, [], judge, 1, SeatFilling.ByScore(contest, marked.Votes));
            found = filling.Winners;
            events.AddRange(filling.Events.Where(one => one.Kind != TallyEventKind.Elected));
            events.Add(new TallyEvent(TallyEventKind.Noted, found));
        }

        var best = found;
        round = ScoreTable.Round(
            contest,
            "Count the first choices; more than half of the papers elect, otherwise the first two go on",
            "votes",
            ScoreTable.Exact(marked.Votes),
            candidate => contest.Candidates[candidate].Withdrawn ? CandidateStanding.Withdrawn
                : leader == candidate ? CandidateStanding.Elected
                : leader < 0 && best.Contains(candidate) ? CandidateStanding.Continuing
                : CandidateStanding.Excluded,
            events.ToImmutable(),
            Papers(marked));
        return null;
    }

    private static (string Label, Int128 Papers)[] Papers(MarkedVotes marked) =>
        [(PaperLabels.Counted, marked.Papers), (PaperLabels.NoVote, marked.WithoutVote)];
}
