using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Fills seats from tiers of candidates, the best tier first, and puts a tie to the judge where a tier has more members than there are
/// places. Seats reserved for groups are kept free as the German election rules for works councils do (Wahlordnung of 2001 to the
/// Betriebsverfassungsgesetz, section 22): the reserved seats go to the best of the group, the others to the best of all; which is
/// the same as putting the best losers of the group in the place of the lowest who are elected outside it.
/// </summary>
internal sealed class SeatFilling
{
    private readonly Contest contest;
    private readonly TieJudge judge;
    private readonly Dictionary<string, int> wanting = new(StringComparer.Ordinal);
    private readonly List<TallyEvent> events = [];
    private readonly List<int> winners = [];
    private readonly CandidateStanding[] standing;
    private int left;

    private SeatFilling(Contest contest, TieJudge judge, int seats, ImmutableArray<ReservedSeats> reserved)
    {
        this.contest = contest;
        this.judge = judge;
        left = seats;
        standing =
            [.. contest.Candidates.Select(candidate => candidate.Withdrawn ? CandidateStanding.Withdrawn : CandidateStanding.Continuing)];
        foreach (var group in reserved)
        {
            if (group.Least > 0) wanting[group.Group] = Math.Max(wanting.GetValueOrDefault(group.Group), group.Least);
        }
    }

    /// <summary>In the order of election.</summary>
    public ImmutableArray<int> Winners => [.. winners];

    public ImmutableArray<TallyEvent> Events => [.. events];

    /// <summary>Seats that nobody could take.</summary>
    public int Unfilled => left;

    public CandidateStanding Standing(int candidate) => standing[candidate];

    /// <summary>The refusal of reserved seats that the candidates cannot fill; null when they can.</summary>
    public static NotTallied? Refusal(Contest contest, TallyOptions options)
    {
        var all = 0L;
        foreach (var group in options.Reserved.GroupBy(group => group.Group, StringComparer.Ordinal))
        {
            var least = Math.Max(0, group.Max(one => one.Least));
            all += least;
            if (contest.Candidates.Count(candidate => !candidate.Withdrawn && candidate.Group == group.Key) < least)
                return new NotTallied(TallyRefusal.ReservedImpossible, null, group.Key);
        }

        return all > contest.Seats ? new NotTallied(TallyRefusal.ReservedImpossible) : null;
    }

    /// <summary>Fills the seats of the contest.</summary>
    /// <param name="contest">Who stands, and the seats.</param>
    /// <param name="options">The reserved seats; they must be possible.</param>
    /// <param name="judge">Settles ties.</param>
    /// <param name="round">The number of the table in which this is done, from 1.</param>
    /// <param name="tiers">All who stand by place in the contest's list, the best first; members of a tier ascending.</param>
    public static SeatFilling Fill(Contest contest, TallyOptions options, TieJudge judge, int round, IEnumerable<ImmutableArray<int>> tiers) =>
        Fill(contest, contest.Seats, options.Reserved, judge, round, tiers);

    /// <summary>As above, with a number of places that is not the contest's.</summary>
    public static SeatFilling Fill(
        Contest contest, int seats, ImmutableArray<ReservedSeats> reserved, TieJudge judge, int round, IEnumerable<ImmutableArray<int>> tiers)
    {
        var filling = new SeatFilling(contest, judge, seats, reserved);
        foreach (var tier in tiers)
        {
            if (filling.left == 0) break;
            filling.Take(round, tier);
        }

        if (filling.left == 0)
        {
            for (var candidate = 0; candidate < filling.standing.Length; candidate++)
                if (filling.standing[candidate] == CandidateStanding.Continuing) filling.standing[candidate] = CandidateStanding.Excluded;
        }

        return filling;
    }

    /// <summary>Tiers of equal scores, the highest first.</summary>
    public static IEnumerable<ImmutableArray<int>> ByScore<T>(Contest contest, IReadOnlyList<T> scores)
        where T : IComparable<T> =>
        Enumerable.Range(0, contest.Candidates.Length).Where(candidate => !contest.Candidates[candidate].Withdrawn)
            .GroupBy(candidate => scores[candidate]).OrderByDescending(tier => tier.Key).Select(tier => tier.ToImmutableArray());

    private void Take(int round, ImmutableArray<int> tier)
    {
        List<int> rest = [.. tier];
        while (rest.Count > 0)
        {
            var free = left - wanting.Values.Sum();
            var doomed = rest.FindAll(candidate => free == 0 && Wanting(candidate) == 0);
            foreach (var candidate in doomed)
            {
                standing[candidate] = CandidateStanding.Excluded;
                if (left > 0) events.Add(new TallyEvent(TallyEventKind.Doomed, [candidate]));
            }

            if (doomed.Count > 0) rest.RemoveAll(doomed.ToHashSet().Contains);
            if (rest.Count == 0) return;

            // Whoever's group has places for all its members of this tier is sure.
            var members = rest.CountBy(Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var sure = rest.FindAll(candidate => members[Key(candidate)] <= Wanting(candidate));
            var extra = members.Sum(group => Math.Max(0, group.Value - (group.Key.Length == 0 ? 0 : wanting[group.Key])));
            if (extra <= free) sure = [.. rest];
            if (sure.Count > 0)
            {
                foreach (var candidate in sure) Elect(candidate);
                rest.RemoveAll(sure.ToHashSet().Contains);
                continue;
            }

            int[] contested = free > 0 ? [.. rest] : [.. rest.Where(candidate => Key(candidate) == Key(rest[0]))];
            var chosen = Choose(judge, TiePurpose.Elect, round, contested, events);
            Elect(chosen);
            rest.Remove(chosen);
        }
    }

    /// <summary>Puts a tie to the judge and notes the event.</summary>
    public static int Choose(TieJudge judge, TiePurpose purpose, int round, ReadOnlySpan<int> tied, List<TallyEvent> events)
    {
        if (tied.Length == 1) return tied[0];
        var chosen = judge.Choose(purpose, round, tied);
        var tie = judge.Settled[^1];
        var kind = tie.By switch
        {
            TieSettlement.Lot => TallyEventKind.TieByLot,
            TieSettlement.Order => TallyEventKind.TieByOrder,
            TieSettlement.EarlierRound => TallyEventKind.TieByEarlierRound,
            _ => TallyEventKind.TieOpen,
        };
        events.Add(new TallyEvent(kind, [chosen, .. tie.Tied.Where(candidate => candidate != chosen)]));
        return chosen;
    }

    // A group is a name; a candidate without one, or of a group that nothing is kept for, is of the empty name.
    private string Key(int candidate) =>
        contest.Candidates[candidate].Group is { Length: > 0 } group && wanting.GetValueOrDefault(group) > 0 ? group : "";

    private int Wanting(int candidate) => Key(candidate) is { Length: > 0 } group ? wanting[group] : 0;

    private void Elect(int candidate)
    {
        if (Key(candidate) is { Length: > 0 } group) wanting[group]--;
        left--;
        winners.Add(candidate);
        standing[candidate] = CandidateStanding.Elected;
        events.Add(new TallyEvent(TallyEventKind.Elected, [candidate]));
    }
}
