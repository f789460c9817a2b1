using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// The ballots of a contest as strict rankings, each different one once, in flat arrays: what a transferable count works over.
/// Withdrawn candidates are passed over, and left-out ranks close up. Cost: linear in the ranks.
/// </summary>
internal sealed class Rankings
{
    /// <summary>The most strict rankings that one ballot with equal ranks is completed to: 7 factorial.</summary>
    public const int MostCompletions = 5040;

    /// <summary>The most strict rankings that all ballots with equal ranks together are completed to.</summary>
    public const int MostRankings = 2_000_000;

    private readonly RankingTable table;

    private Rankings(int capacity) => table = new RankingTable(capacity);

    public int Count => table.Count;

    /// <summary>Papers of each ranking, times <see cref="Scale"/>.</summary>
    public ReadOnlySpan<long> Papers => table.Papers;

    /// <summary>Where each ranking begins in <see cref="Order"/>; one more than there are rankings.</summary>
    public ReadOnlySpan<int> Starts => table.Starts;

    public ReadOnlySpan<int> Order => table.Items;

    /// <summary>How many units a paper is divided into, so that completed equal ranks are whole.</summary>
    public long Scale { get; private set; } = 1;

    /// <summary>Papers with a candidate to go to, unscaled.</summary>
    public long Total { get; private set; }

    /// <summary>Papers that rank withdrawn candidates only, or whose first rank is shared where the rule knows no equal ranks.</summary>
    public long Void { get; private set; }

    /// <summary>Papers of which only the ranks above an equal or left-out rank count.</summary>
    public long CutShort { get; private set; }

    /// <summary>
    /// The rankings, or why the rule cannot count them. Withdrawn candidates are passed over first.
    /// </summary>
    public static Rankings? Of(Contest contest, EqualRanks equal, out NotTallied? refusal)
    {
        refusal = null;
        if (contest.Total > long.MaxValue)
        {
            refusal = new NotTallied(TallyRefusal.TooManyPapers, null, contest.Total.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return null;
        }

        var rankings = new Rankings(Math.Min(contest.Ballots.Length * 4, 1 << 24));
        if (equal == EqualRanks.Completed && !rankings.FindScale(contest, out refusal)) return null;
        Span<int> strict = contest.Candidates.Length <= 256 ? stackalloc int[contest.Candidates.Length] : new int[contest.Candidates.Length];
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            var ballot = contest.Ballots[b];
            var length = 0;
            var shared = false;
            var cut = false;
            foreach (var group in ballot.Ranks)
            {
                if (group.IsEmpty && equal == EqualRanks.Cut)
                {
                    cut = true;
                    break;
                }

                var standing = 0;
                foreach (var candidate in group)
                {
                    if (contest.Candidates[candidate].Withdrawn) continue;
                    standing++;
                    if (length < strict.Length) strict[length++] = candidate;
                }

                if (standing < 2) continue;
                shared = true;
                if (equal != EqualRanks.Cut) continue;
                length -= standing;
                cut = true;
                break;
            }

            if (shared && equal == EqualRanks.Refused)
            {
                refusal = new NotTallied(TallyRefusal.EqualRanks, b);
                return null;
            }

            if (length == 0)
            {
                rankings.Void += ballot.Count;
                continue;
            }

            rankings.Total += ballot.Count;
            if (cut) rankings.CutShort += ballot.Count;
            if (shared && equal == EqualRanks.Completed)
                rankings.Complete(contest, ballot);
            else
                rankings.table.Add(strict[..length], ballot.Count * rankings.Scale);
        }

        return rankings;
    }

    // The least number of units a paper is divided into so that every completion of every ballot is whole.
    private bool FindScale(Contest contest, out NotTallied? refusal)
    {
        refusal = null;
        var scale = BigInteger.One;
        var all = 0L;
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            if (contest.Ballots[b].IsStrict) continue;
            var completions = Completions(contest, contest.Ballots[b]);
            all += completions;
            if (completions > MostCompletions || all > MostRankings)
            {
                refusal = new NotTallied(TallyRefusal.TooManyEqualRanks, b);
                return false;
            }

            scale = scale / BigInteger.GreatestCommonDivisor(scale, completions) * completions;
        }

        if (contest.Total * scale > long.MaxValue)
        {
            refusal = new NotTallied(TallyRefusal.TooManyPapers);
            return false;
        }

        Scale = (long)scale;
        return true;
    }

    private static int Completions(Contest contest, RankedBallot ballot)
    {
        var completions = 1;
        foreach (var group in ballot.Ranks)
        {
            var standing = 0;
            foreach (var candidate in group)
            {
                if (!contest.Candidates[candidate].Withdrawn && completions <= MostCompletions) completions *= ++standing;
            }
        }

        return completions;
    }

    private void Complete(Contest contest, RankedBallot ballot)
    {
        var units = ballot.Count * (Scale / Completions(contest, ballot));
        var groups = ballot.Ranks.Select(group => group.Where(c => !contest.Candidates[c].Withdrawn).ToArray()).Where(group => group.Length > 0).ToArray();
        Arrange(groups, 0, 0, [], units);
    }

    // Every order of the equal ones is as likely; each takes the same share of the paper.
    private void Arrange(int[][] groups, int group, int from, List<int> before, long units)
    {
        if (group == groups.Length)
        {
            table.Add(CollectionsMarshal.AsSpan(before), units);
            return;
        }

        var members = groups[group];
        if (from == members.Length)
        {
            Arrange(groups, group + 1, 0, before, units);
            return;
        }

        for (var i = from; i < members.Length; i++)
        {
            (members[from], members[i]) = (members[i], members[from]);
            before.Add(members[from]);
            Arrange(groups, group, from + 1, before, units);
            before.RemoveAt(before.Count - 1);
            (members[from], members[i]) = (members[i], members[from]);
        }
    }
}
