using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The single transferable vote by Meek's method, and by Warren's, without rounding: each elected candidate keeps just a quota in
/// the limit, and every decision is that of the limit. Decisions are proved by bounds (<see cref="KeepSolver"/>) at a growing
/// number of binary digits; a tie is proved by identical papers or by the exact fractions. Elected is who has more than
/// q = (votes not exhausted) / (seats + 1); when nobody will, the candidate with the fewest is excluded. Votes that agree to more
/// than <see cref="MostBits"/> binary digits without either proof are held equal, and the transcript says so.
/// Meek: B. L. Meek, "Une nouvelle approche du scrutin transférable", Mathématiques et sciences humaines 25, 1969; I. D. Hill,
/// B. A. Wichmann and D. R. Woodall, Computer Journal 30, 1987. Warren: C. H. E. Warren, "Counting in STV elections", Voting
/// matters 1, 1994. Equal ranks are completed. Figures are given to nine decimals, rounded down.
/// Cost: a step of a round costs the pairs of a set of elected candidates and a next candidate that occur on papers; steps grow
/// with the digits that a decision needs. <see cref="TallyOptions.MostWork"/> bounds it.
/// </summary>
internal sealed class MeekCount
{
    /// <summary>Binary digits at which the search for a difference ends.</summary>
    public const int MostBits = 1024;

    private const int FirstBits = 128;
    private static readonly BigInteger Shown = 1_000_000_000;

    private readonly KeepMethod method;
    private readonly Rankings rankings;
    private readonly CountBook book;
    private readonly BigInteger[] keep;
    private readonly WorkBudget budget;
    private int bits = FirstBits;

    private MeekCount(KeepMethod method, Rankings rankings, CountBook book, WorkBudget budget)
    {
        this.budget = budget;
        this.method = method;
        this.rankings = rankings;
        this.book = book;
        keep = [.. book.Votes.Select(_ => BigInteger.One << FirstBits)];
    }

    public static TallyResult Meek(Contest contest, TallyOptions options, TieJudge judge) => Count(KeepMethod.Meek, contest, options, judge);

    public static TallyResult Warren(Contest contest, TallyOptions options, TieJudge judge) => Count(KeepMethod.Warren, contest, options, judge);

    private static TallyResult Count(KeepMethod method, Contest contest, TallyOptions options, TieJudge judge)
    {
        if (Rankings.Of(contest, EqualRanks.Completed, out var refusal) is not { } rankings) return refusal!;
        if (ReservedPlaces.Of(contest, options, out refusal) is not { } reserved) return refusal!;
        var book = new CountBook(contest, judge, 9) { Reserved = options.Reserved.IsEmpty ? null : reserved };
        return new MeekCount(method, rankings, book, new WorkBudget(options.MostWork)).Run();
    }

    private TallyResult Run()
    {
        book.NoteUncounted(rankings);
        do
        {
            Round();
            if (budget.IsSpent && !book.Decided) return WorkBudget.Refusal(book);
        }
        while (!book.Decided);
        return book.Finish();
    }

    private void Round()
    {
        var table = PassTable.Of(PaperTree.Of(rankings, book.Standing), book.Standing);
        int[] elected = [.. book.Winners];
        var solver = new KeepSolver(method, table, elected, keep, bits, (BigInteger)rankings.Total * rankings.Scale, book.Contest.Seats, budget);
        solver.Share();
        if (book.Decided)
        {
            Publish(solver, null);
            book.FillUp();
            Close("First preferences", solver, null);
            return;
        }

        if (book.Doomed() is { Length: > 0 } doomed)
        {
            Publish(solver, null);
            var least = doomed.Min(c => book.Votes[c]);
            Exclude(book.Choose(TiePurpose.Exclude, [.. doomed.Where(c => book.Votes[c] == least)]), TallyEventKind.ExcludedByRule, solver, null);
            return;
        }

        Decide(table, solver);
        bits = solver.Bits;
    }

    // Lets the surplus fall until it is proved who is elected or excluded.
    private void Decide(PassTable table, KeepSolver solver)
    {
        var last = BigInteger.Zero;
        while (!budget.IsSpent)
        {
            int[] above = [.. Candidates().Where(c => solver.Votes[c] > solver.QuotaHigh && book.MayBeElected(c)).OrderByDescending(c => solver.Votes[c])];
            if (above.Length > 0)
            {
                Publish(solver, null);
                Elect(above, solver, null);
                return;
            }

            if (Small(solver) && Excludable(table, solver) is { } group)
            {
                Publish(solver, null);
                Exclude(book.Choose(TiePurpose.Exclude, group), TallyEventKind.Excluded, solver, null);
                return;
            }

            var surplus = solver.Surplus;
            if (solver.Step())
            {
                // The surplus falls by a steady share; go as far as that promises.
                var fell = surplus - solver.Surplus;
                if (last.Sign > 0 && fell.Sign > 0 && fell < last)
                {
                    var times = fell / (last - fell);
                    if (times > 1 && !solver.Leap(times)) solver.Leap(times / 2);
                }

                last = fell;
                continue;
            }

            if (solver.Exact() is { } limit)
            {
                DecideExactly(limit, solver);
                return;
            }

            if (solver.Bits >= MostBits)
            {
                HoldEqual(solver);
                return;
            }

            solver.Refine();
            last = 0;
        }
    }

    private IEnumerable<int> Candidates() => Enumerable.Range(0, keep.Length).Where(c => book.Eligible[c]);

    // What is shown is right to nine decimals.
    private bool Small(KeepSolver solver) => solver.Surplus * Shown < (BigInteger.One << solver.Bits) * rankings.Scale;

    // Those with the fewest votes, if it is proved that nobody will be elected and that they are alike and below all others.
    private int[]? Excludable(PassTable table, KeepSolver solver)
    {
        if (Candidates().Any(c => solver.VotesLimit(c) > solver.QuotaLimit && book.MayBeElected(c)) && !NothingToTransfer(solver)) return null;
        var free = book.NotGuarded();
        var lowest = free.MinBy(c => solver.Votes[c]);
        var bound = solver.VotesLimit(lowest);
        int[] near = [.. free.Where(c => solver.Votes[c] <= bound)];
        return Array.TrueForAll(near, c => c == lowest || table.Alike(c, lowest)) ? near : null;
    }

    // Without a surplus the votes are exact, and nobody above the quota was found.
    private bool NothingToTransfer(KeepSolver solver) => book.Winners.Count == 0 && solver.Surplus.IsZero;

    private void DecideExactly(KeepLimit limit, KeepSolver solver)
    {
        Publish(solver, limit);
        int[] above = [.. Candidates().Where(c => limit.Votes[c] > limit.Quota && book.MayBeElected(c)).OrderByDescending(c => limit.Votes[c])];
        if (above.Length > 0)
        {
            Elect(above, solver, limit);
            return;
        }

        var free = book.NotGuarded();
        var least = free.Min(c => limit.Votes[c]);
        Exclude(book.Choose(TiePurpose.Exclude, [.. free.Where(c => limit.Votes[c] == least)]), TallyEventKind.Excluded, solver, limit);
    }

    private void HoldEqual(KeepSolver solver)
    {
        Publish(solver, null);
        int[] above = [.. Candidates().Where(c => solver.Votes[c] > solver.QuotaHigh + solver.Surplus && book.MayBeElected(c))];
        if (above.Length > 0)
        {
            Elect(above, solver, null);
            return;
        }

        var free = book.NotGuarded();
        var bound = solver.VotesLimit(free.MinBy(c => solver.Votes[c]));
        int[] near = [.. free.Where(c => solver.Votes[c] <= bound)];
        book.Note(TallyEventKind.HeldEqual, solver.Bits, near);
        Exclude(book.Choose(TiePurpose.Exclude, near), TallyEventKind.Excluded, solver, null);
    }

    private void Elect(int[] above, KeepSolver solver, KeepLimit? limit)
    {
        book.Note(TallyEventKind.Quota, Quota(solver, limit));
        foreach (var candidate in above)
        {
            if (book.MayBeElected(candidate)) book.Elect(candidate);
            else book.Note(TallyEventKind.Doomed, null, candidate);
        }

        if (book.Decided) book.FillUp();
        Close($"Election of {string.Join(", ", above.Where(c => book.Standing[c] == CandidateStanding.Elected).Select(book.Name))}", solver, limit);
    }

    private void Exclude(int candidate, TallyEventKind kind, KeepSolver solver, KeepLimit? limit)
    {
        book.Note(TallyEventKind.Quota, Quota(solver, limit));
        book.Exclude(candidate, kind);
        if (book.Decided) book.FillUp();
        Close($"Exclusion of {book.Name(candidate)}", solver, limit);
    }

    private Ratio Quota(KeepSolver solver, KeepLimit? limit) => limit is null ? Show(solver.QuotaHigh, solver) : Show(limit.Quota);

    private void Publish(KeepSolver solver, KeepLimit? limit)
    {
        for (var c = 0; c < book.Votes.Length; c++) book.Votes[c] = limit is null ? Show(solver.Votes[c], solver) : Show(limit.Votes[c]);
        book.Exhausted = limit is null ? Show(solver.Exhausted, solver) : Show(limit.Exhausted);
    }

    private void Close(string title, KeepSolver solver, KeepLimit? limit)
    {
        var keeps = new Ratio[book.Votes.Length];
        for (var c = 0; c < keeps.Length; c++)
        {
            keeps[c] = book.Standing[c] switch
            {
                CandidateStanding.Elected when limit is not null && limit.Keep[c].Sign > 0 => Down(limit.Keep[c]),
                CandidateStanding.Elected => Down(Ratio.Of(solver.Keep[c], BigInteger.One << solver.Bits)),
                CandidateStanding.Continuing => 1,
                _ => 0,
            };
        }

        book.Close(title, rankings.Total, keeps);
    }

    private Ratio Show(BigInteger votes, KeepSolver solver) => Ratio.Of((votes * Shown / rankings.Scale) >> solver.Bits, Shown);

    private Ratio Show(Ratio votes) => Down(votes / rankings.Scale);

    private static Ratio Down(Ratio value) => Ratio.Of((value * Shown).Floor(), Shown);
}
