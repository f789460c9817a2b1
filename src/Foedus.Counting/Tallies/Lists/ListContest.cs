using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Foedus.Counting;

/// <summary>Lists, their votes and the seats to fill. Candidates are numbered through all lists, in the order of the lists.</summary>
public sealed class ListContest
{
    private readonly Ratio[] preferences;

    /// <param name="frame">All candidates and the seats.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="members">The candidates of each list by their place in the frame, in the order of the list.</param>
    internal ListContest(Contest frame, ImmutableArray<PartyList> lists, ImmutableArray<ImmutableArray<int>> members)
    {
        Frame = frame;
        Lists = lists;
        Members = members;
        preferences = new Ratio[frame.Candidates.Length];
        for (var list = 0; list < lists.Length; list++)
        {
            for (var place = 0; place < members[list].Length; place++) preferences[members[list][place]] = lists[list].Candidates[place].Preferences;
        }
    }

    /// <summary>All candidates and the seats, without papers.</summary>
    public Contest Frame { get; }

    public ImmutableArray<PartyList> Lists { get; }

    /// <summary>The candidates of each list by their numbers, in the order of the list.</summary>
    public ImmutableArray<ImmutableArray<int>> Members { get; }

    /// <summary>The preference votes of a candidate.</summary>
    public Ratio Preferences(int candidate) => preferences[candidate];

    /// <summary>A contest of lists, or what is wrong with it: no candidate, fewer than one seat, votes below zero.</summary>
    public static bool TryCreate(
        string? title,
        int seats,
        ImmutableArray<PartyList> lists,
        InvalidBallots? invalid,
        [NotNullWhen(true)] out ListContest? contest,
        out ImmutableArray<ContestFault> faults)
    {
        ImmutableArray<Candidate> people =
            [.. lists.SelectMany(list => list.Candidates).Select(one => new Candidate(one.Name, one.Withdrawn, one.Group))];
        _ = Contest.TryCreate(title, people, seats, [], invalid, out var frame, out faults);
        for (var list = 0; list < lists.Length; list++)
        {
            if (lists[list].Votes.Sign < 0 || lists[list].Candidates.Any(one => one.Preferences.Sign < 0))
                faults = faults.Add(new ContestFault(ContestFaultKind.VotesBelowZero, null, list));
        }

        contest = faults.IsEmpty && frame is not null ? new ListContest(frame, lists, Consecutive(lists)) : null;
        return contest is not null;
    }

    /// <summary>As <see cref="TryCreate"/>, for contests made in code.</summary>
    /// <exception cref="ArgumentException">The contest has a fault. Use TryCreate for figures from outside.</exception>
    public static ListContest Create(int seats, params ImmutableArray<PartyList> lists) =>
        TryCreate(null, seats, lists, null, out var contest, out var faults)
            ? contest
            : throw new ArgumentException(faults[0].Explanation, nameof(lists));

    private static ImmutableArray<ImmutableArray<int>> Consecutive(ImmutableArray<PartyList> lists)
    {
        var members = ImmutableArray.CreateBuilder<ImmutableArray<int>>(lists.Length);
        var next = 0;
        foreach (var list in lists)
        {
            members.Add([.. Enumerable.Range(next, list.Candidates.Length)]);
            next += list.Candidates.Length;
        }

        return members.MoveToImmutable();
    }
}
