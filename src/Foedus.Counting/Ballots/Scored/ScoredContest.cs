using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Candidates, seats and papers with marks. A contest that exists is sound; one that is not is refused with its faults by
/// <see cref="TryCreate"/>.
/// </summary>
public sealed class ScoredContest
{
    private ScoredContest(Contest frame, ImmutableArray<ScoredBallot> ballots)
    {
        Frame = frame;
        Ballots = ballots;
    }

    /// <summary>Title, candidates, seats and papers that are not counted; without rankings.</summary>
    public Contest Frame { get; }

    /// <summary>The valid papers, in the order of the source.</summary>
    public ImmutableArray<ScoredBallot> Ballots { get; }

    /// <summary>All valid papers.</summary>
    public BigInteger Total => Ballots.Aggregate(BigInteger.Zero, (sum, ballot) => sum + ballot.Count);

    /// <summary>A contest, or everything that is wrong with it, at most <see cref="Contest.MostFaults"/> faults. Cost: linear in the marks.</summary>
    /// <param name="title">What is decided; null for none.</param>
    /// <param name="candidates">Who stands.</param>
    /// <param name="seats">How many are to be elected; at least 1.</param>
    /// <param name="ballots">The papers.</param>
    /// <param name="invalid">Papers that are not counted; null for none.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="faults">What is wrong.</param>
    /// <param name="least">The least mark that is allowed; null for no limit.</param>
    /// <param name="most">The highest mark; null for no limit.</param>
    public static bool TryCreate(
        string? title,
        ImmutableArray<Candidate> candidates,
        int seats,
        ImmutableArray<ScoredBallot> ballots,
        InvalidBallots? invalid,
        [NotNullWhen(true)] out ScoredContest? contest,
        out ImmutableArray<ContestFault> faults,
        Ratio? least = null,
        Ratio? most = null)
    {
        _ = Contest.TryCreate(title, candidates, seats, [], invalid, out var frame, out var framed);
        faults = [.. framed.Concat(Faults(candidates.Length, ballots, least, most)).Take(Contest.MostFaults)];
        contest = faults.IsEmpty && frame is not null ? new ScoredContest(frame, ballots) : null;
        return contest is not null;
    }

    /// <summary>As <see cref="TryCreate"/>, for contests made in code.</summary>
    /// <exception cref="ArgumentException">The contest has a fault. Use TryCreate for papers from outside.</exception>
    public static ScoredContest Create(ImmutableArray<Candidate> candidates, int seats, params ImmutableArray<ScoredBallot> ballots) =>
        TryCreate(null, candidates, seats, ballots, null, out var contest, out var faults)
            ? contest
            : throw new ArgumentException(faults[0].Explanation, nameof(ballots));

    /// <summary>The same papers for other seats or groups of the same candidates.</summary>
    internal ScoredContest With(Contest frame) => ReferenceEquals(frame, Frame) ? this : new ScoredContest(frame, Ballots);

    private static IEnumerable<ContestFault> Faults(int candidates, ImmutableArray<ScoredBallot> ballots, Ratio? least, Ratio? most)
    {
        // The ballot that last named each candidate, so that nothing is cleared between ballots.
        var lastIn = new int[candidates];
        Array.Fill(lastIn, -1);
        for (var b = 0; b < ballots.Length; b++)
        {
            if (ballots[b].Count < 1) yield return new ContestFault(ContestFaultKind.CountBelowOne, b, ballots[b].Count);
            if (ballots[b].Marks.IsEmpty) yield return new ContestFault(ContestFaultKind.NobodyRanked, b, 0);
            foreach (var (candidate, value) in ballots[b].Marks)
            {
                if (candidate < 0 || candidate >= candidates)
                    yield return new ContestFault(ContestFaultKind.NoSuchCandidate, b, candidate);
                else if (lastIn[candidate] == b)
                    yield return new ContestFault(ContestFaultKind.CandidateTwice, b, candidate);
                else
                    lastIn[candidate] = b;
                if (value < least || value > most) yield return new ContestFault(ContestFaultKind.MarkOutOfScale, b, candidate);
            }
        }
    }
}
