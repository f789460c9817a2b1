using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// What is counted: candidates, seats and the ballots of one election. A contest that exists is sound; one that is not is
/// refused with its faults by <see cref="TryCreate"/>. More seats than candidates are no fault, nor is a contest without ballots.
/// </summary>
public sealed class Contest
{
    /// <summary>The most faults that are reported of one contest.</summary>
    public const int MostFaults = 100;

    private Contest(string? title, ImmutableArray<Candidate> candidates, int seats, ImmutableArray<RankedBallot> ballots, InvalidBallots invalid)
    {
        Title = title;
        Candidates = candidates;
        Seats = seats;
        Ballots = ballots;
        Invalid = invalid;
        var total = BigInteger.Zero;
        foreach (var ballot in ballots) total += ballot.Count;
        Total = total;
    }

    public string? Title { get; }

    public ImmutableArray<Candidate> Candidates { get; }

    /// <summary>How many are to be elected; at least 1.</summary>
    public int Seats { get; }

    /// <summary>The valid ballots, in the order of the source. The same ranking may stand more than once.</summary>
    public ImmutableArray<RankedBallot> Ballots { get; }

    /// <summary>Papers that are not counted.</summary>
    public InvalidBallots Invalid { get; }

    /// <summary>All valid papers: the sum of the counts. May be more than 64 bits hold.</summary>
    public BigInteger Total { get; }

    /// <summary>
    /// A contest, or everything that is wrong with it, at most <see cref="MostFaults"/> faults. Cost: linear in the ranks.
    /// </summary>
    public static bool TryCreate(
        string? title,
        ImmutableArray<Candidate> candidates,
        int seats,
        ImmutableArray<RankedBallot> ballots,
        InvalidBallots? invalid,
        [NotNullWhen(true)] out Contest? contest,
        out ImmutableArray<ContestFault> faults)
    {
        var kept = invalid ?? InvalidBallots.None;
        faults = [.. Faults(candidates, seats, ballots, kept).Take(MostFaults)];
        contest = faults.IsEmpty ? new Contest(title, candidates, seats, ballots, kept) : null;
        return contest is not null;
    }

    /// <summary>As <see cref="TryCreate"/>, for contests made in code.</summary>
    /// <exception cref="ArgumentException">The contest has a fault. Use TryCreate for ballots from outside.</exception>
    public static Contest Create(
        ImmutableArray<Candidate> candidates, int seats, ImmutableArray<RankedBallot> ballots, string? title = null, InvalidBallots? invalid = null) =>
        TryCreate(title, candidates, seats, ballots, invalid, out var contest, out var faults)
            ? contest
            : throw new ArgumentException(faults[0].Explanation, nameof(ballots));

    /// <summary>The same ballots for another number of seats.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one seat.</exception>
    public Contest WithSeats(int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        return new Contest(Title, Candidates, seats, Ballots, Invalid);
    }

    private static IEnumerable<ContestFault> Faults(
        ImmutableArray<Candidate> candidates, int seats, ImmutableArray<RankedBallot> ballots, InvalidBallots invalid)
    {
        if (candidates.IsEmpty) yield return new ContestFault(ContestFaultKind.NoCandidates, null, 0);
        if (seats < 1) yield return new ContestFault(ContestFaultKind.SeatsBelowOne, null, seats);
        if (invalid.Blank < 0) yield return new ContestFault(ContestFaultKind.CountBelowOne, null, invalid.Blank);
        foreach (var reason in invalid.Reasons)
        {
            if (reason.Count < 0) yield return new ContestFault(ContestFaultKind.CountBelowOne, null, reason.Count);
        }

        // The ballot that last named each candidate, so that nothing is cleared between ballots.
        var lastIn = new int[candidates.Length];
        Array.Fill(lastIn, -1);
        for (var b = 0; b < ballots.Length; b++)
        {
            var ballot = ballots[b];
            if (ballot.Count < 1) yield return new ContestFault(ContestFaultKind.CountBelowOne, b, ballot.Count);
            var ranked = 0;
            foreach (var group in ballot.Ranks)
            {
                foreach (var candidate in group)
                {
                    ranked++;
                    if (candidate < 0 || candidate >= candidates.Length)
                        yield return new ContestFault(ContestFaultKind.NoSuchCandidate, b, candidate);
                    else if (lastIn[candidate] == b)
                        yield return new ContestFault(ContestFaultKind.CandidateTwice, b, candidate);
                    else
                        lastIn[candidate] = b;
                }
            }

            if (ranked == 0) yield return new ContestFault(ContestFaultKind.NobodyRanked, b, 0);
        }
    }
}
