using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The votes that papers come to once every elected candidate keeps just a quota, between proven bounds. What candidates keep is
/// exact, in so many binary digits, and always too much: it only falls, and each elected candidate has at least the quota (B. L.
/// Meek 1969; I. D. Hill, B. A. Wichmann, D. R. Woodall 1987). Let S be the surplus that is left. As keeping falls to its limit, a
/// vote of a continuing candidate grows by at most S, and the quota falls by at most S / (seats + 1 - elected): with v the votes,
/// x what is exhausted and q = (total - x) / (seats + 1), the gains of the others and of x make up S and what q loses for each
/// elected candidate. So S and directed rounding bound every limit. Cost of a step: the entries of the table.
/// </summary>
internal sealed class KeepSolver
{
    private readonly KeepMethod method;
    private readonly PassTable table;
    private readonly int[] elected;
    private readonly BigInteger total;
    private readonly int seats;
    private readonly WorkBudget budget;
    private readonly BigInteger[] weights;
    private readonly BigInteger[] before;
    private readonly long[] papers;

    public KeepSolver(KeepMethod method, PassTable table, int[] elected, BigInteger[] keep, int bits, BigInteger total, int seats, WorkBudget budget)
    {
        this.method = method;
        this.table = table;
        this.elected = elected;
        this.total = total;
        this.seats = seats;
        this.budget = budget;
        Keep = keep;
        Bits = bits;
        weights = new BigInteger[table.Sets];
        before = new BigInteger[keep.Length];
        Votes = new BigInteger[keep.Length];
        papers = new long[keep.Length];
        foreach (var entry in table.Entries) papers[entry.Candidate] += entry.Papers;
    }

    /// <summary>Binary digits after the point.</summary>
    public int Bits { get; private set; }

    /// <summary>What each candidate keeps, in units of 2 to the power of -Bits; exact.</summary>
    public BigInteger[] Keep { get; }

    /// <summary>Votes in units of 2 to the power of -Bits, rounded down by at most <see cref="Error"/>.</summary>
    public BigInteger[] Votes { get; }

    public BigInteger Exhausted { get; private set; }

    /// <summary>The quota is at least this.</summary>
    public BigInteger QuotaLow { get; private set; }

    /// <summary>The quota is at most this.</summary>
    public BigInteger QuotaHigh { get; private set; }

    /// <summary>What the elected have beyond their quotas is at most this.</summary>
    public BigInteger Surplus { get; private set; }

    /// <summary>The limit of the quota is at least this.</summary>
    public BigInteger QuotaLimit => QuotaLow - (Surplus / (seats + 1 - elected.Length)) - 1;

    /// <summary>By how much the votes of a candidate may be above <see cref="Votes"/> now, before any more keeping falls.</summary>
    public BigInteger Error(int candidate) => elected.Length == 0 ? 0 : (BigInteger)papers[candidate] * (elected.Length + 1);

    /// <summary>The limit of a candidate's votes is at most this.</summary>
    public BigInteger VotesLimit(int candidate) => Votes[candidate] + Error(candidate) + Surplus;

    /// <summary>Shares the papers at what is kept now.</summary>
    public void Share()
    {
        budget.Spend(table.Entries.Length + table.Sets, Bits);
        var one = BigInteger.One << Bits;
        weights[0] = one;
        var parents = table.Parents;
        var added = table.Added;
        for (var set = 1; set < table.Sets; set++)
        {
            var weight = weights[parents[set]];
            var keep = Keep[added[set]];
            weights[set] = method == KeepMethod.Meek ? (weight * (one - keep)) >> Bits : BigInteger.Max(0, weight - keep);
        }

        Array.Clear(Votes);
        foreach (var entry in table.Entries)
        {
            var weight = weights[entry.Set];
            if (method == KeepMethod.Warren && weight > Keep[entry.Candidate]) weight = Keep[entry.Candidate];
            Votes[entry.Candidate] += weight * entry.Papers;
        }

        if (method == KeepMethod.Meek)
        {
            foreach (var candidate in elected) Votes[candidate] = (Votes[candidate] * Keep[candidate]) >> Bits;
        }

        Exhausted = 0;
        BigInteger ended = 0;
        for (var set = 0; set < table.Sets; set++)
        {
            if (table.Ending[set] == 0) continue;
            Exhausted += weights[set] * table.Ending[set];
            ended += table.Ending[set];
        }

        var ending = elected.Length == 0 ? 0 : ended * (elected.Length + 1);
        var active = (total << Bits) - Exhausted;
        QuotaLow = (active - ending) / (seats + 1);
        QuotaHigh = (active + seats) / (seats + 1);
        Surplus = 0;
        foreach (var candidate in elected) Surplus += BigInteger.Max(0, Votes[candidate] + Error(candidate) - QuotaLow);
    }

    /// <summary>Lets what is kept fall towards the quota; false when the digits do not suffice to go on.</summary>
    public bool Step()
    {
        var moved = false;
        foreach (var candidate in elected)
        {
            before[candidate] = Keep[candidate];
            var votes = Votes[candidate];
            if (votes.IsZero) continue;
            var next = BigInteger.Min(Keep[candidate], ((Keep[candidate] * QuotaHigh) + votes - 1) / votes);
            moved |= next != Keep[candidate];
            Keep[candidate] = next;
        }

        Share();
        return moved;
    }

    /// <summary>
    /// Goes so many times further the way of the last step; kept only if each elected candidate provably still has the quota.
    /// </summary>
    public bool Leap(BigInteger times)
    {
        var kept = elected.Select(c => Keep[c]).ToArray();
        foreach (var candidate in elected)
            Keep[candidate] = BigInteger.Max(1, Keep[candidate] - ((before[candidate] - Keep[candidate]) * times));
        Share();
        if (Array.TrueForAll(elected, c => Votes[c] >= QuotaHigh)) return true;
        for (var i = 0; i < elected.Length; i++) Keep[elected[i]] = kept[i];
        Share();
        return false;
    }

    /// <summary>Twice the binary digits.</summary>
    public void Refine()
    {
        foreach (var candidate in elected)
        {
            Keep[candidate] <<= Bits;
            before[candidate] = Keep[candidate];
        }

        Bits *= 2;
        Share();
    }

    /// <summary>
    /// The exact limit, where what is kept is a fraction of small numbers: guessed by continued fractions and proved by putting it
    /// in. Null where it is not, or is not found.
    /// </summary>
    public KeepLimit? Exact()
    {
        budget.Spend((table.Entries.Length + table.Sets) * 8L, Bits);
        var keep = new Ratio[Keep.Length];
        foreach (var candidate in elected)
        {
            keep[candidate] = Fraction(Keep[candidate], BigInteger.One << Bits, BigInteger.One << (Bits / 3));
            if (keep[candidate].Sign <= 0 || keep[candidate] > 1) return null;
        }

        var weight = new Ratio[table.Sets];
        weight[0] = 1;
        for (var set = 1; set < table.Sets; set++)
        {
            var parent = weight[table.Parents[set]];
            var kept = keep[table.Added[set]];
            weight[set] = method == KeepMethod.Meek ? parent * (Ratio.One - kept) : Ratio.Max(0, parent - kept);
        }

        var votes = new Ratio[Keep.Length];
        foreach (var entry in table.Entries)
        {
            var part = weight[entry.Set];
            if (Array.IndexOf(elected, entry.Candidate) >= 0)
                part = method == KeepMethod.Meek ? part * keep[entry.Candidate] : Ratio.Min(part, keep[entry.Candidate]);
            votes[entry.Candidate] += part * entry.Papers;
        }

        Ratio exhausted = 0;
        for (var set = 0; set < table.Sets; set++) exhausted += weight[set] * table.Ending[set];
        var quota = (total - exhausted) / (seats + 1L);
        return Array.TrueForAll(elected, c => votes[c] == quota) ? new KeepLimit(votes, keep, exhausted, quota) : null;
    }

    // The last convergent of the continued fraction whose denominator is within the bound.
    private static Ratio Fraction(BigInteger numerator, BigInteger denominator, BigInteger most)
    {
        var (p0, q0, p1, q1) = (BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        while (!denominator.IsZero)
        {
            var whole = BigInteger.DivRem(numerator, denominator, out var rest);
            var q2 = (whole * q1) + q0;
            if (q2 > most) break;
            (p0, q0, p1, q1) = (p1, q1, (whole * p1) + p0, q2);
            (numerator, denominator) = (denominator, rest);
        }

        return Ratio.Of(p1, q1);
    }
}
