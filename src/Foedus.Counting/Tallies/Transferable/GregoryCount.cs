namespace Foedus.Counting;

/// <summary>
/// The weighted inclusive Gregory count that the Scottish rules and the exact rule share: largest surplus first, then one
/// exclusion at a time, all papers of a candidate in one stage.
/// </summary>
internal sealed class GregoryCount(Contest contest, Rankings rankings, CountBook book)
{
    private readonly PaperDesk desk = new(rankings, contest.Candidates.Length);
    private readonly List<int> surpluses = [];
    private readonly long[] received = new long[contest.Candidates.Length];

    public required Ratio Quota { get; init; }

    /// <summary>The new value of a paper from its old value, the surplus and the votes of the candidate it leaves.</summary>
    public required Func<Ratio, Ratio, Ratio, Ratio> TransferValue { get; init; }

    /// <summary>The rule's own way of settling ties; null where it has none.</summary>
    public TieStep? Ties { get; init; }

    /// <summary>What exact fractions may cost; null where decimals keep them short.</summary>
    public WorkBudget? Budget { get; init; }

    /// <summary>Whether only more than the quota elects; otherwise the quota does.</summary>
    public bool AboveQuota { get; init; }

    public TallyResult Run()
    {
        book.NoteUncounted(rankings);
        desk.Deal();
        for (var c = 0; c < book.Votes.Length; c++)
        {
            foreach (var parcel in desk.Piles[c]) book.Votes[c] += parcel.Votes(rankings.Scale);
        }

        book.Note(TallyEventKind.Quota, Quota);
        Finish("First preferences");
        while (!book.Decided)
        {
            if (book.Doomed() is { Length: > 0 } doomed)
                Exclude(doomed, TallyEventKind.ExcludedByRule);
            else if (surpluses.Count > 0)
                TransferSurplus();
            else
                Exclude(book.Lowest(), TallyEventKind.Excluded);
            if (Budget is { IsSpent: true }) return WorkBudget.Refusal(book);
        }

        return book.Finish();
    }

    private void Finish(string title)
    {
        foreach (var candidate in book.ContinuingByVotes())
        {
            if (AboveQuota ? book.Votes[candidate] <= Quota : book.Votes[candidate] < Quota) continue;
            if (!book.MayBeElected(candidate))
            {
                book.Note(TallyEventKind.Doomed, null, candidate);
                continue;
            }

            book.Elect(candidate);
            if (book.Votes[candidate] > Quota) surpluses.Add(candidate);
        }

        if (book.Decided) book.FillUp();
        book.Close(title, rankings.Total);
    }

    private void TransferSurplus()
    {
        var most = surpluses.Max(c => book.Votes[c]);
        var candidate = book.Choose(TiePurpose.Transfer, [.. surpluses.Where(c => book.Votes[c] == most).Order()], Ties);
        surpluses.Remove(candidate);
        var surplus = most - Quota;
        book.Note(TallyEventKind.SurplusTransferred, surplus, candidate);
        Move(candidate, value => TransferValue(value, surplus, most));
        book.Votes[candidate] = Quota;
        Finish($"Surplus of {book.Name(candidate)}");
    }

    private void Exclude(int[] from, TallyEventKind kind)
    {
        var least = from.Min(c => book.Votes[c]);
        var candidate = book.Choose(TiePurpose.Exclude, [.. from.Where(c => book.Votes[c] == least)], Ties);
        book.Exclude(candidate, kind);
        Move(candidate, value => value);
        book.Votes[candidate] = 0;
        Finish($"Exclusion of {book.Name(candidate)}");
    }

    private void Move(int candidate, Func<Ratio, Ratio> newValue)
    {
        var parcels = desk.Piles[candidate].ToArray();
        desk.Piles[candidate].Clear();
        foreach (var parcel in parcels)
        {
            if (Budget is { IsSpent: true }) return;
            var value = newValue(parcel.Value);
            Array.Clear(received);
            var ended = desk.Sort([parcel], book.Eligible, value, book.Round, merge: true, received);
            book.Exhausted += value * Ratio.Of(ended, rankings.Scale);
            for (var c = 0; c < received.Length; c++)
            {
                if (received[c] == 0) continue;
                book.Votes[c] += value * Ratio.Of(received[c], rankings.Scale);

                // Adding fractions takes their common divisor: the square of their length.
                var bits = book.Votes[c].Denominator.GetBitLength();
                Budget?.Spend(16 * ((bits / 64) + 1), bits);
            }
        }
    }
}
