using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The book of a count by rounds: votes, standings, ties and the transcript.</summary>
internal sealed class CountBook
{
    private static readonly ImmutableArray<string> PlainColumns = ["votes", "change"];
    private static readonly ImmutableArray<string> KeepColumns = ["votes", "change", "keeps"];

    private readonly TieJudge judge;
    private readonly int? decimals;
    private readonly List<TallyRound> rounds = [];
    private readonly List<Ratio[]> history = [];
    private readonly List<TallyEvent> events = [];
    private readonly List<int> winners = [];
    private Ratio exhaustedBefore;

    public CountBook(Contest contest, TieJudge judge, int? decimals)
    {
        Contest = contest;
        this.judge = judge;
        this.decimals = decimals;
        Standing = [.. contest.Candidates.Select(c => c.Withdrawn ? CandidateStanding.Withdrawn : CandidateStanding.Continuing)];
        Eligible = [.. contest.Candidates.Select(c => !c.Withdrawn)];
        Votes = new Ratio[contest.Candidates.Length];
        Continuing = Eligible.Count(e => e);
    }

    public Contest Contest { get; }

    /// <summary>Seats that are reserved for groups; null where there are none.</summary>
    public ReservedPlaces? Reserved { get; init; }

    public CandidateStanding[] Standing { get; }

    /// <summary>Who is continuing: may receive papers.</summary>
    public bool[] Eligible { get; }

    public Ratio[] Votes { get; }

    public Ratio Exhausted { get; set; }

    /// <summary>How many candidates are neither elected nor excluded.</summary>
    public int Continuing { get; private set; }

    public int Vacancies => Contest.Seats - winners.Count;

    /// <summary>The round that is being worked on, from 1.</summary>
    public int Round => rounds.Count + 1;

    /// <summary>Nothing is left to decide: the seats are filled or no more candidates remain than there are seats.</summary>
    public bool Decided => Vacancies <= 0 || Continuing <= Vacancies;

    public IReadOnlyList<int> Winners => winners;

    /// <summary>Votes at the end of earlier rounds, the first round first.</summary>
    public IReadOnlyList<Ratio[]> History => history;

    public void Note(TallyEventKind kind, Ratio? value, params ReadOnlySpan<int> candidates) => events.Add(new TallyEvent(kind, [.. candidates], value));

    /// <summary>Notes the papers that the rule does not count, or not wholly.</summary>
    public void NoteUncounted(Rankings rankings)
    {
        if (rankings.Void > 0) Note(TallyEventKind.PapersVoid, rankings.Void);
        if (rankings.CutShort > 0) Note(TallyEventKind.PapersCutShort, rankings.CutShort);
    }

    public void Elect(int candidate, TallyEventKind kind = TallyEventKind.Elected)
    {
        Standing[candidate] = CandidateStanding.Elected;
        Eligible[candidate] = false;
        Continuing--;
        winners.Add(candidate);
        Note(kind, null, candidate);
    }

    public void Exclude(int candidate, TallyEventKind kind = TallyEventKind.Excluded)
    {
        Standing[candidate] = CandidateStanding.Excluded;
        Eligible[candidate] = false;
        Continuing--;
        Note(kind, null, candidate);
    }

    /// <summary>Elects whoever remains if they are no more than the vacancies, or excludes them if there is none.</summary>
    public void FillUp()
    {
        if (Continuing <= Vacancies)
        {
            foreach (var candidate in ContinuingByVotes()) Elect(candidate, TallyEventKind.ElectedAsRemaining);
        }
        else if (Vacancies <= 0)
        {
            foreach (var candidate in ContinuingByVotes()) Exclude(candidate, TallyEventKind.ExcludedByRule);
        }
    }

    public IEnumerable<int> ContinuingByVotes() =>
        Enumerable.Range(0, Votes.Length).Where(c => Eligible[c]).OrderByDescending(c => Votes[c]).ToList();

    /// <summary>Whether the candidate may be elected: reserved seats do not need every place that is left.</summary>
    public bool MayBeElected(int candidate) => Reserved is null || !Reserved.Doomed(this, candidate);

    /// <summary>The continuing candidates whom reserved seats leave no place.</summary>
    public int[] Doomed() => Reserved is null ? [] : [.. Enumerable.Range(0, Votes.Length).Where(c => Eligible[c] && Reserved.Doomed(this, c))];

    /// <summary>The continuing candidates who may be excluded: reserved seats can do without them.</summary>
    public int[] NotGuarded()
    {
        int[] continuing = [.. Enumerable.Range(0, Votes.Length).Where(c => Eligible[c])];
        if (Reserved is null) return continuing;
        int[] guarded = [.. continuing.Where(c => Reserved.Guarded(this, c))];
        if (guarded.Length > 0 && !events.Exists(e => e.Kind == TallyEventKind.Guarded)) Note(TallyEventKind.Guarded, null, guarded);
        return [.. continuing.Except(guarded)];
    }

    /// <summary>The continuing candidates with the fewest votes, of those who may be excluded.</summary>
    public int[] Lowest()
    {
        var free = NotGuarded();
        var least = free.Min(c => Votes[c]);
        return [.. free.Where(c => Votes[c] == least)];
    }

    /// <summary>One of the tied, by the rule's own step and then by what was asked for.</summary>
    public int Choose(TiePurpose purpose, ReadOnlySpan<int> tied, TieStep? own = null)
    {
        if (tied.Length == 1) return tied[0];
        var chosen = judge.Choose(
            purpose, Round, tied, (round, a, b) => history[round - 1][a].CompareTo(history[round - 1][b]), own, purpose == TiePurpose.Exclude && AllGo(tied));
        var tie = judge.Settled[^1];
        var kind = tie.By switch
        {
            TieSettlement.EarlierRound => TallyEventKind.TieByEarlierRound,
            TieSettlement.Lot => TallyEventKind.TieByLot,
            TieSettlement.Order => TallyEventKind.TieByOrder,
            TieSettlement.Indifferent => TallyEventKind.TieIndifferent,
            _ => TallyEventKind.TieOpen,
        };
        Note(kind, tie.EarlierRound, [chosen, .. tie.Tied.Where(c => c != chosen)]);
        return chosen;
    }

    // Candidates without a vote have no paper to move, so they go one after the other, and nothing changes meanwhile.
    private bool AllGo(ReadOnlySpan<int> tied)
    {
        if (Reserved is not null || Continuing - tied.Length < Vacancies) return false;
        foreach (var candidate in tied)
        {
            if (!Votes[candidate].IsZero) return false;
        }

        return true;
    }

    /// <summary>Writes the round down and begins the next.</summary>
    /// <param name="title">What was done.</param>
    /// <param name="total">All votes there are; what is nowhere was lost by rounding.</param>
    /// <param name="keeps">What each candidate keeps of a paper's value; null where the rule has no such thing.</param>
    public void Close(string title, Ratio total, Ratio[]? keeps = null)
    {
        var before = history.Count > 0 ? history[^1] : new Ratio[Votes.Length];
        var rows = ImmutableArray.CreateBuilder<TallyRow>(Votes.Length + 3);
        var sum = Exhausted;
        for (var c = 0; c < Votes.Length; c++)
        {
            sum += Votes[c];
            rows.Add(new TallyRow(c, null, Cells(Votes[c], Votes[c] - before[c], keeps?[c]), Standing[c]));
        }

        rows.Add(new TallyRow(null, TallyLabels.Exhausted, Cells(Exhausted, Exhausted - exhaustedBefore, null)));
        var lost = total - sum;
        if (lost.Sign != 0) rows.Add(new TallyRow(null, TallyLabels.LostByRounding, Cells(lost, null, null)));
        rows.Add(new TallyRow(null, TallyLabels.Total, Cells(total, null, null)));
        history.Add([.. Votes]);
        exhaustedBefore = Exhausted;
        rounds.Add(new TallyRound(title, keeps is null ? PlainColumns : KeepColumns, rows.ToImmutable(), [.. events]));
        events.Clear();

        ImmutableArray<Ratio?> Cells(Ratio votes, Ratio? change, Ratio? keep) =>
            keeps is null ? [votes, rounds.Count == 0 ? null : change] : [votes, rounds.Count == 0 ? null : change, keep];
    }

    public Tallied Finish() => new([.. winners], [.. rounds], judge.Settled, decimals, Math.Max(0, Vacancies));

    public string Name(int candidate) => Contest.Candidates[candidate].Name;
}
