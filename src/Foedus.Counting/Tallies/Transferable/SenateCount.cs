using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The single transferable vote as for the Australian Senate, Commonwealth Electoral Act 1918, section 273, from the sorted formal
/// papers on: quota first preferences / (seats + 1), fraction dropped, plus 1; a surplus over all papers of the candidate is the
/// transfer value of each of them, whatever they came at (unweighted inclusive Gregory); what a continuing candidate receives is
/// papers times value, fraction dropped. Papers of an excluded candidate go in the order of their values, the highest first, each
/// value a count of its own, and the candidate loses what those papers had brought. Surpluses go in the order of election. Ties by the last count at which they differ, then by lot.
/// Two rules on the last places, subsections (17) and (18), are applied when no transfer is under way: of two for the last place
/// the one with more votes is elected; as many as there are places are elected. One candidate is excluded at a time: bulk
/// exclusion, which a computer count has not used since the amendment of 2021, is not done. Cost: linear in the preferences
/// times the values.
/// </summary>
internal sealed class SenateCount
{
    private static readonly TieStep Own = new TieStep.Backwards();

    private readonly Rankings rankings;
    private readonly CountBook book;
    private readonly PaperDesk desk;
    private readonly Queue<int> surpluses = [];
    private readonly long[] received;
    private readonly BigInteger quota;

    private SenateCount(Contest contest, Rankings rankings, TieJudge judge)
    {
        this.rankings = rankings;
        book = new CountBook(contest, judge, 0);
        desk = new PaperDesk(rankings, contest.Candidates.Length);
        received = new long[contest.Candidates.Length];
        quota = (rankings.Total / (contest.Seats + 1L)) + 1;
    }

    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (TransferableRules.Statutory(options) is { } refused) return refused;
        return Rankings.Of(contest, EqualRanks.Cut, out var refusal) is { } rankings ? new SenateCount(contest, rankings, judge).Run() : refusal!;
    }

    private Tallied Run()
    {
        book.NoteUncounted(rankings);
        desk.Deal();
        for (var c = 0; c < book.Votes.Length; c++)
        {
            foreach (var parcel in desk.Piles[c])
            {
                parcel.Credited = parcel.Papers;
                book.Votes[c] += parcel.Papers;
            }
        }

        book.Note(TallyEventKind.Quota, quota);
        Finish("First preferences", last: true);
        while (book.Vacancies > 0 && book.Continuing > 0)
        {
            if (surpluses.Count > 0)
                TransferSurplus();
            else
                Exclude();
        }

        return book.Finish();
    }

    private void Finish(string title, bool last)
    {
        var reached = Enumerable.Range(0, book.Votes.Length).Where(c => book.Eligible[c] && book.Votes[c] >= quota).ToList();
        while (reached.Count > 0 && book.Vacancies > 0)
        {
            var most = reached.Max(c => book.Votes[c]);
            var candidate = book.Choose(TiePurpose.Transfer, [.. reached.Where(c => book.Votes[c] == most)], Own);
            reached.Remove(candidate);
            book.Elect(candidate);
            if (book.Votes[candidate] > quota) surpluses.Enqueue(candidate);
        }

        if (book.Vacancies == 0)
        {
            book.FillUp();
        }
        else if (last && surpluses.Count == 0)
        {
            LastPlaces();
        }

        book.Close(title, rankings.Total);
    }

    // Subsections (17) and (18).
    private void LastPlaces()
    {
        if (book.Continuing <= book.Vacancies)
        {
            book.FillUp();
        }
        else if (book.Vacancies == 1 && book.Continuing == 2)
        {
            var two = book.ContinuingByVotes().ToArray();
            var tied = book.Votes[two[0]] == book.Votes[two[1]];

            // The subsection gives the officer a casting vote in a tie, and does not look back.
            var candidate = tied ? book.Choose(TiePurpose.Elect, [.. two.Order()]) : two[0];
            book.Elect(candidate, TallyEventKind.ElectedAsRemaining);
            book.FillUp();
        }
    }

    private void TransferSurplus()
    {
        var candidate = surpluses.Dequeue();
        var surplus = book.Votes[candidate] - quota;
        var parcels = desk.Piles[candidate].ToArray();
        desk.Piles[candidate].Clear();
        var value = surplus / parcels.Aggregate(BigInteger.Zero, (sum, parcel) => sum + parcel.Papers);
        book.Note(TallyEventKind.SurplusTransferred, surplus, candidate);
        book.Note(TallyEventKind.PapersTransferred, value, candidate);
        Move(parcels, value);
        book.Votes[candidate] = quota;
        Finish($"Surplus of {book.Name(candidate)}", last: surpluses.Count == 0);
    }

    private void Exclude()
    {
        var candidate = book.Choose(TiePurpose.Exclude, book.Lowest(), Own);
        book.Exclude(candidate);
        var values = desk.Piles[candidate].GroupBy(parcel => parcel.Value).OrderByDescending(group => group.Key).Select(group => group.ToArray()).ToList();
        desk.Piles[candidate].Clear();
        if (values.Count == 0) Finish($"Exclusion of {book.Name(candidate)}", last: true);
        for (var v = 0; v < values.Count && book.Vacancies > 0; v++)
        {
            var value = values[v][0].Value;
            book.Note(TallyEventKind.PapersTransferred, value, candidate);
            var credited = values[v].Aggregate(BigInteger.Zero, (sum, parcel) => sum + parcel.Credited);
            Move(values[v], value);
            book.Votes[candidate] -= credited;
            Finish($"Exclusion of {book.Name(candidate)}, papers of value {value.ToDecimalString(6)}", last: v == values.Count - 1);
        }
    }

    private void Move(Parcel[] parcels, Ratio value)
    {
        Array.Clear(received);
        var ended = desk.Sort(parcels, book.Eligible, value, book.Round, merge: true, received);
        book.Exhausted += (value * ended).Floor();
        for (var c = 0; c < received.Length; c++)
        {
            if (received[c] == 0) continue;
            var votes = (value * received[c]).Floor();
            desk.Piles[c].Find(parcel => parcel.Value == value)!.Credited += votes;
            book.Votes[c] += votes;
        }
    }
}
