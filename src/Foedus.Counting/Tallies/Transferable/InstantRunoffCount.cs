namespace Foedus.Counting;

/// <summary>
/// Instant runoff, also the alternative vote: one seat; while nobody has more than half of the votes that still count, the
/// candidate with the fewest is excluded and the papers go to the next preference. W. R. Ware, 1871; the rule as in Robert's
/// Rules of Order Newly Revised, section 45, preferential voting. Equal ranks are completed. Cost: linear in the preferences.
/// </summary>
internal static class InstantRunoffCount
{
    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (contest.Seats != 1) return new NotTallied(TallyRefusal.OneSeatOnly);
        if (!options.Reserved.IsEmpty) return new NotTallied(TallyRefusal.ReservedNotInRule);
        if (Rankings.Of(contest, EqualRanks.Completed, out var refusal) is not { } rankings) return refusal!;
        var book = new CountBook(contest, judge, rankings.Scale == 1 ? 0 : null);
        var desk = new PaperDesk(rankings, contest.Candidates.Length);
        var received = new long[contest.Candidates.Length];
        book.NoteUncounted(rankings);
        desk.Deal();
        for (var c = 0; c < book.Votes.Length; c++)
        {
            foreach (var parcel in desk.Piles[c]) book.Votes[c] += parcel.Votes(rankings.Scale);
        }

        Finish("First preferences");
        while (!book.Decided)
        {
            var candidate = book.Choose(TiePurpose.Exclude, book.Lowest());
            book.Exclude(candidate);
            Array.Clear(received);
            var ended = desk.Sort([.. desk.Piles[candidate]], book.Eligible, 1, book.Round, merge: true, received);
            desk.Piles[candidate].Clear();
            book.Votes[candidate] = 0;
            book.Exhausted += Ratio.Of(ended, rankings.Scale);
            for (var c = 0; c < received.Length; c++)
            {
                if (received[c] != 0) book.Votes[c] += Ratio.Of(received[c], rankings.Scale);
            }

            Finish($"Exclusion of {book.Name(candidate)}");
        }

        return book.Finish();

        void Finish(string title)
        {
            var half = (rankings.Total - book.Exhausted) / 2;
            foreach (var candidate in book.ContinuingByVotes().Take(1))
            {
                if (book.Votes[candidate] > half) book.Elect(candidate);
            }

            if (book.Decided) book.FillUp();
            book.Close(title, rankings.Total);
        }
    }
}
