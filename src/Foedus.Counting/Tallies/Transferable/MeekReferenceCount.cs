using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Meek's method by the reference rule of the Proportional Representation Foundation: nine decimals, a paper's share and keep
/// factors rounded up, the quota the votes over (seats + 1) truncated plus one unit, iteration until the surplus is below
/// 0.000001 or falls no more; one candidate excluded at a time, tied with every other within the surplus of the lowest.
/// The method: B. L. Meek 1969; I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single transferable vote by
/// Meek's method", Computer Journal 30, 1987. The rule knows no equal ranks. Cost: an iteration costs the different ways that
/// papers go through elected candidates, not the papers.
/// </summary>
internal sealed class MeekReferenceCount
{
    private const long One = 1_000_000_000;
    private const long Omega = 1_000;

    private readonly CountBook book;
    private readonly Rankings rankings;
    private readonly long[] keep;
    private readonly Int128[] votes;
    private readonly Int128 all;
    private PaperTree tree;
    private long[] rest = [];
    private Int128 exhausted;
    private Int128 quota;

    private MeekReferenceCount(Contest contest, Rankings rankings, TieJudge judge)
    {
        this.rankings = rankings;
        book = new CountBook(contest, judge, 9);
        votes = new Int128[contest.Candidates.Length];
        keep = [.. book.Eligible.Select(e => e ? One : 0)];
        all = (Int128)rankings.Total * One;
        tree = PaperTree.Of(rankings, book.Standing);
    }

    public static TallyResult Count(Contest contest, TallyOptions options, TieJudge judge)
    {
        if (!options.Reserved.IsEmpty) return new NotTallied(TallyRefusal.ReservedNotInRule);
        return Rankings.Of(contest, EqualRanks.Refused, out var refusal) is { } rankings
            ? new MeekReferenceCount(contest, rankings, judge).Run()
            : refusal!;
    }

    private TallyResult Run()
    {
        book.NoteUncounted(rankings);
        if (book.Decided)
        {
            Share();
            Publish();
            book.FillUp();
            Close("First preferences");
            return book.Finish();
        }

        while (!book.Decided)
        {
            var elected = Iterate(out var surplus);
            Publish();
            book.Note(TallyEventKind.Quota, Nanos(quota));
            if (elected.Length > 0)
            {
                foreach (var candidate in elected) book.Elect(candidate);
                if (book.Decided) book.FillUp();
                Close($"Election of {string.Join(", ", elected.Select(book.Name))}");
            }
            else
            {
                var least = Enumerable.Range(0, votes.Length).Where(c => book.Eligible[c]).Min(c => votes[c]);
                var candidate = book.Choose(
                    TiePurpose.Exclude, [.. Enumerable.Range(0, votes.Length).Where(c => book.Eligible[c] && votes[c] <= least + surplus)]);
                book.Exclude(candidate);
                keep[candidate] = 0;
                if (book.Decided) book.FillUp();
                Close($"Exclusion of {book.Name(candidate)}");
            }

            tree = PaperTree.Of(rankings, book.Standing);
        }

        return book.Finish();
    }

    // Who is elected, the most votes first; nobody once the surplus is small enough or falls no more.
    private int[] Iterate(out Int128 surplus)
    {
        var before = Int128.MaxValue;
        while (true)
        {
            Share();
            Int128 sum = 0;
            foreach (var v in votes) sum += v;
            quota = sum / (book.Contest.Seats + 1) + 1;
            int[] elected = [.. Enumerable.Range(0, votes.Length).Where(c => book.Eligible[c] && votes[c] >= quota).OrderByDescending(c => votes[c])];
            surplus = 0;
            for (var c = 0; c < votes.Length; c++)
            {
                if (book.Standing[c] == CandidateStanding.Elected || elected.Contains(c)) surplus += votes[c] - quota;
            }

            if (surplus < 0) surplus = 0;
            if (elected.Length > 0 || surplus < Omega || surplus >= before) return elected;
            before = surplus;
            for (var c = 0; c < votes.Length; c++)
            {
                if (book.Standing[c] != CandidateStanding.Elected) continue;
                var product = RoundUp(keep[c] * quota, One);
                keep[c] = (long)RoundUp(product * One, votes[c]);
            }
        }
    }

    private void Share()
    {
        Array.Clear(votes);
        exhausted = 0;
        var candidates = tree.Candidates;
        var parents = tree.Parents;
        var papers = tree.Papers;
        var ending = tree.Ending;
        if (rest.Length < tree.Count) rest = new long[tree.Count * 2];
        rest[0] = One;
        exhausted += (Int128)One * ending[0];
        for (var node = 1; node < tree.Count; node++)
        {
            var weight = rest[parents[node]];
            var candidate = candidates[node];
            var kept = (weight * keep[candidate] + One - 1) / One;
            rest[node] = weight - kept;
            votes[candidate] += (Int128)kept * papers[node];
            exhausted += (Int128)(weight - kept) * ending[node];
        }
    }

    private void Publish()
    {
        for (var c = 0; c < votes.Length; c++) book.Votes[c] = Nanos(votes[c]);
        book.Exhausted = Nanos(exhausted);
    }

    private void Close(string title) => book.Close(title, Nanos(all), [.. keep.Select(k => Nanos(k))]);

    private static Int128 RoundUp(Int128 dividend, Int128 divisor) => (dividend + divisor - 1) / divisor;

    private static Ratio Nanos(Int128 units) => Ratio.Of((BigInteger)units, One);
}
