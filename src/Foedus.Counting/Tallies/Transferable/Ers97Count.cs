using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The single transferable vote by the rules of the Electoral Reform Society: R. A. Newland and F. S. Britton, "How to conduct an
/// election by the single transferable vote", third edition, 1997 (ERS97), section 5; the numbers in this class are its rules.
/// Two decimals; a surplus comes from the last batch of papers only; surpluses are deferred and candidates excluded together where
/// that cannot change who is lowest; the quota falls until somebody is elected. Ties by the earliest point at which they differ,
/// then by lot. Every batch of papers is a round here, since ties look back to every batch. Where candidates at the edge of a joint
/// exclusion are equal, the exclusion stops below them, so that a tie is settled only among the lowest. Cost: linear in the
/// preferences times the batches.
/// </summary>
internal sealed class Ers97Count
{
    private static readonly BigInteger Scale = 100;
    private static readonly TieStep Own = new TieStep.Forwards();

    private readonly Rankings rankings;
    private readonly CountBook book;
    private readonly PaperDesk desk;
    private readonly long[] received;
    private readonly List<int> surpluses = [];
    private Ratio quota;
    private Ratio awaiting;

    private Ers97Count(Contest contest, Rankings rankings, TieJudge judge)
    {
        this.rankings = rankings;
        book = new CountBook(contest, judge, 2);
        desk = new PaperDesk(rankings, contest.Candidates.Length);
        received = new long[contest.Candidates.Length];
    }

    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (TransferableRules.Statutory(options) is { } refused) return refused;
        return Rankings.Of(contest, EqualRanks.Cut, out var refusal) is { } rankings ? new Ers97Count(contest, rankings, judge).Run() : refusal!;
    }

    private Tallied Run()
    {
        book.NoteUncounted(rankings);
        desk.Deal();
        for (var c = 0; c < book.Votes.Length; c++)
        {
            foreach (var parcel in desk.Piles[c]) book.Votes[c] += parcel.Papers;
        }

        SetQuota();
        Finish("First preferences");
        while (!book.Decided)
        {
            surpluses.RemoveAll(c => book.Votes[c] <= quota);
            var group = Excludable(Surplus());
            if (surpluses.Count == 0 || group.Length > 0)
                Exclude(group.Length > 0 ? group : [book.Choose(TiePurpose.Exclude, book.Lowest(), Own)]);
            else
                TransferSurplus();
        }

        return book.Finish();
    }

    private Ratio Surplus() => surpluses.Aggregate(Ratio.Zero, (sum, c) => sum + book.Votes[c] - quota);

    // 5.1.6 and 5.4.8: two decimals, and a hundredth more unless the division is exact.
    private void SetQuota()
    {
        quota = Ratio.Of(((rankings.Total - book.Exhausted) / (book.Contest.Seats + 1L) * Scale).Ceiling(), Scale);
        book.Note(TallyEventKind.Quota, quota);
    }

    // 5.1.7, 5.3.13 and 5.4.9, with 5.6.2.
    private void ElectThose()
    {
        while (book.Vacancies > 0 && book.Continuing > 0)
        {
            var continuing = book.ContinuingByVotes().ToArray();
            var active = continuing.Aggregate(awaiting + Surplus(), (sum, c) => sum + book.Votes[c]);
            var enough = Ratio.Min(quota, active / (book.Vacancies + 1L));
            var most = book.Votes[continuing[0]];
            if (most < enough || most.Sign == 0) return;
            var equal = continuing.Where(c => book.Votes[c] == most).Order().ToArray();
            if (equal.Length > book.Vacancies)
            {
                if (Highest(equal) is not { } one) return;
                Take(one);
            }
            else
            {
                foreach (var candidate in equal) Take(candidate);
            }
        }

        void Take(int candidate)
        {
            book.Elect(candidate);
            if (book.Votes[candidate] > quota) surpluses.Add(candidate);
        }
    }

    // The one with more votes at the earliest point where they differ; null where they never do.
    private int? Highest(int[] tied)
    {
        foreach (var votes in book.History)
        {
            var most = tied.Max(c => votes[c]);
            tied = [.. tied.Where(c => votes[c] == most)];
            if (tied.Length == 1) return tied[0];
        }

        return null;
    }

    // 5.2.2 and 5.2.5: as many of the lowest as can go together with the surpluses deferred; none when the surpluses may tell.
    private int[] Excludable(Ratio deferred)
    {
        var lowest = book.ContinuingByVotes().OrderBy(c => book.Votes[c]).ToArray();
        var together = deferred;
        var most = 0;
        for (var k = 1; lowest.Length - k >= book.Vacancies && k < lowest.Length; k++)
        {
            together += book.Votes[lowest[k - 1]];
            if (together <= book.Votes[lowest[k]] && book.Votes[lowest[k - 1]] < book.Votes[lowest[k]]) most = k;
        }

        return lowest[..most];
    }

    // 5.2.3 and 5.3.
    private void TransferSurplus()
    {
        var most = surpluses.Max(c => book.Votes[c]);
        var candidate = book.Choose(TiePurpose.Transfer, [.. surpluses.Where(c => book.Votes[c] == most).Order()], Own);
        surpluses.Remove(candidate);
        var surplus = most - quota;
        book.Note(TallyEventKind.SurplusTransferred, surplus, candidate);
        var batch = LastBatch(candidate);
        var old = batch.Value;
        var transferable = desk.Survey(batch, book.Eligible);
        var value = old * transferable > surplus ? Ratio.Of((surplus * Scale / transferable).Floor(), Scale) : old;
        book.Note(TallyEventKind.PapersTransferred, value, candidate);
        Array.Clear(received);
        desk.Sort([batch], book.Eligible, value, book.Round, merge: false, received);
        desk.Piles[candidate].Clear();
        book.Votes[candidate] = quota;
        var credited = Credit(value);
        book.Exhausted += surplus - credited;
        if (credited < surplus) book.Note(TallyEventKind.LostByRounding, surplus - credited, candidate);
        Finish($"Surplus of {book.Name(candidate)}");
    }

    // Papers that came in one round at one value are one batch; the desk gives each its own parcel.
    private Parcel LastBatch(int candidate) => desk.Piles[candidate][^1];

    // 5.4 and 5.5.1.
    private void Exclude(int[] group)
    {
        foreach (var candidate in surpluses) book.Note(TallyEventKind.SurplusDeferred, book.Votes[candidate] - quota, candidate);
        foreach (var candidate in group) book.Exclude(candidate);
        if (book.Decided)
        {
            book.FillUp();
            book.Close($"Exclusion of {Names(group)}", rankings.Total);
            return;
        }

        var parcels = group.SelectMany(c => desk.Piles[c].Select(parcel => (Candidate: c, Parcel: parcel))).ToArray();
        foreach (var candidate in group) desk.Piles[candidate].Clear();
        var batches = parcels.GroupBy(p => p.Parcel.Value).OrderByDescending(batch => batch.Key).ToArray();
        awaiting = group.Aggregate(Ratio.Zero, (sum, c) => sum + book.Votes[c]);
        if (batches.Length == 0) Finish($"Exclusion of {Names(group)}");
        foreach (var batch in batches)
        {
            if (book.Vacancies <= 0) break;
            foreach (var (candidate, parcel) in batch)
            {
                var votes = parcel.Votes(1);
                book.Votes[candidate] -= votes;
                awaiting -= votes;
            }

            book.Note(TallyEventKind.PapersTransferred, batch.Key, group);
            Array.Clear(received);
            var ended = desk.Sort([.. batch.Select(p => p.Parcel)], book.Eligible, batch.Key, book.Round, merge: false, received);
            Credit(batch.Key);
            book.Exhausted += batch.Key * ended;
            if (ended > 0 && book.Winners.Count == 0) SetQuota();
            Finish($"Exclusion of {Names(group)}, papers of value {batch.Key.ToDecimalString(2)}");
        }

        awaiting = 0;
    }

    private Ratio Credit(Ratio value)
    {
        var credited = Ratio.Zero;
        for (var c = 0; c < received.Length; c++)
        {
            if (received[c] == 0) continue;
            book.Votes[c] += value * received[c];
            credited += value * received[c];
        }

        return credited;
    }

    private void Finish(string title)
    {
        ElectThose();
        if (book.Vacancies <= 0 || (book.Continuing <= book.Vacancies && awaiting.Sign == 0)) book.FillUp();
        book.Close(title, rankings.Total);
    }

    private string Names(int[] group) => string.Join(", ", group.Select(book.Name));
}
