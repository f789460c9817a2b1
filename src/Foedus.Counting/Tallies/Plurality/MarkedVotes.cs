using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Votes of one weight each, read from the papers by a rule that says whom a paper votes for.</summary>
internal sealed class MarkedVotes
{
    private MarkedVotes(int candidates) => Votes = new Int128[candidates];

    /// <summary>Votes by place in the contest's list.</summary>
    public Int128[] Votes { get; }

    /// <summary>Papers with a vote that counts.</summary>
    public Int128 Papers { get; private set; }

    /// <summary>Papers that name nobody who stands.</summary>
    public Int128 WithoutVote { get; private set; }

    /// <summary>A paper votes for the first so many of those who stand.</summary>
    /// <returns>The refusal when equal ranks leave open for whom.</returns>
    public static (MarkedVotes Votes, NotTallied? Refusal) First(Contest contest, int most)
    {
        var marked = new MarkedVotes(contest.Candidates.Length);
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            var left = most;
            foreach (var group in contest.Ballots[b].Ranks)
            {
                var standing = 0;
                foreach (var candidate in group)
                    if (!contest.Candidates[candidate].Withdrawn) standing++;
                if (standing > left) return (marked, new NotTallied(TallyRefusal.EqualRanks, b));
                marked.Add(contest, group, contest.Ballots[b].Count);
                left -= standing;
                if (left == 0) break;
            }

            marked.Close(left < most, contest.Ballots[b].Count);
        }

        return (marked, null);
    }

    /// <summary>A paper votes for everybody of its first so many ranks, equal or not.</summary>
    public static MarkedVotes Ranks(Contest contest, int ranks)
    {
        var marked = new MarkedVotes(contest.Candidates.Length);
        foreach (var ballot in contest.Ballots)
        {
            var any = 0;
            foreach (var group in ballot.Ranks)
            {
                if (any == ranks) break;
                if (marked.Add(contest, group, ballot.Count)) any++;
            }

            marked.Close(any > 0, ballot.Count);
        }

        return marked;
    }

    /// <summary>A paper votes for the one of two whom it ranks higher.</summary>
    public static MarkedVotes Between(Contest contest, int one, int other)
    {
        var marked = new MarkedVotes(contest.Candidates.Length);
        foreach (var ballot in contest.Ballots)
        {
            var decided = false;
            foreach (var group in ballot.Ranks)
            {
                var first = group.Contains(one);
                if (!first && !group.Contains(other)) continue;
                if (first && group.Contains(other)) break;
                marked.Votes[first ? one : other] += ballot.Count;
                decided = true;
                break;
            }

            marked.Close(decided, ballot.Count);
        }

        return marked;
    }

    private bool Add(Contest contest, ImmutableArray<int> group, long count)
    {
        var any = false;
        foreach (var candidate in group)
        {
            if (contest.Candidates[candidate].Withdrawn) continue;
            Votes[candidate] += count;
            any = true;
        }

        return any;
    }

    private void Close(bool counted, long count)
    {
        if (counted) Papers += count;
        else WithoutVote += count;
    }
}
