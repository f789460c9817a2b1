namespace Foedus.Counting;

/// <summary>
/// A divisor method, given exactly by its signposts: the k-th seat of a unit is won where claim / divisor reaches signpost k
/// (Balinski and Young 1982; Pukelsheim, Proportional Representation, 2014). A signpost that is a root is kept as a power of it, so that
/// nothing is rounded: <see cref="Power"/>.
/// </summary>
public sealed record DivisorRule : ApportionmentRule
{
    /// <summary>The greatest exponent of a power mean, in either direction.</summary>
    public const int GreatestExponent = 16;

    private static readonly Ratio GreatestFraction = 10;

    private DivisorRule(Ratio fraction, int? exponent)
    {
        Fraction = fraction;
        MeanExponent = exponent;
    }

    /// <summary>Parts are dropped: divisors 1, 2, 3. Jefferson 1792, D'Hondt 1878.</summary>
    public static DivisorRule Jefferson { get; } = Stationary(1);

    /// <summary>Parts count from one half: divisors 1, 3, 5. Webster 1832, Sainte-Laguë 1910.</summary>
    public static DivisorRule Webster { get; } = Stationary(Ratio.Half);

    /// <summary>Any part counts: divisors 0, 1, 2. J. Q. Adams 1832.</summary>
    public static DivisorRule Adams { get; } = Stationary(0);

    /// <summary>Divisors 1, 4, 7: parts count from one third. Used for the levelling seats of Denmark.</summary>
    public static DivisorRule Danish { get; } = Stationary(Ratio.Of(1, 3));

    /// <summary>Divisors 2, 3, 4: the Imperiali divisors of Belgian municipalities. Not proportional: a share needs a whole seat more.</summary>
    public static DivisorRule Imperiali { get; } = Stationary(2);

    /// <summary>Parts count from the harmonic mean of the two whole numbers around them. Dean 1832.</summary>
    public static DivisorRule Dean { get; } = PowerMean(-1);

    /// <summary>Parts count from the geometric mean: equal proportions. Huntington 1921, Hill 1911.</summary>
    public static DivisorRule HuntingtonHill { get; } = PowerMean(0);

    /// <summary>Sainte-Laguë with a raised first divisor: 1.4, 3, 5 (Sweden until 2014, Norway) or 1.2, 3, 5 (Sweden from 2018).</summary>
    /// <param name="firstDivisor">The first divisor on the scale of 1, 3, 5.</param>
    public static DivisorRule ModifiedWebster(Ratio firstDivisor) => Webster.WithFirst(firstDivisor / 2);

    /// <summary>The signpost of seat k is k - 1 + <paramref name="fraction"/>.</summary>
    /// <param name="fraction">From 0 to 1 for a method that rounds; up to 10 for divisors further off. Others are refused when a house is divided.</param>
    public static DivisorRule Stationary(Ratio fraction) => new(fraction, null);

    /// <summary>
    /// The signpost of seat k is the power mean of k - 1 and k: ((k-1)^p / 2 + k^p / 2)^(1/p), the geometric mean for p = 0, the harmonic for
    /// p = -1, the square root of the mean square for p = 2.
    /// </summary>
    /// <param name="exponent">A whole number, so that the power is exact; beyond <see cref="GreatestExponent"/> either way it is refused when a house is divided.</param>
    public static DivisorRule PowerMean(int exponent) => exponent == 1 ? Webster : new DivisorRule(Ratio.Half, exponent);

    /// <summary>What is added to k - 1, without a mean; one half for a mean.</summary>
    public Ratio Fraction { get; private init; }

    /// <summary>The exponent of the mean; null for a stationary rule.</summary>
    public int? MeanExponent { get; private init; }

    /// <summary>The first signpost where it is not the rule's own.</summary>
    public Ratio? First { get; private init; }

    /// <summary>Seats that each unit with a claim has before the rule begins.</summary>
    public long Base { get; private init; }

    /// <summary>True when the rule works on the square roots of the claims.</summary>
    public bool OnRoots { get; private init; }

    /// <summary>The power in which signposts, divisors and quotients are compared: 1 unless a root has to be kept exact.</summary>
    public int Power => SignpostPower * (OnRoots ? 2 : 1);

    /// <summary>The seats of each unit with a claim that come before all others: the base, and one more where the first signpost is zero.</summary>
    public long FreeSeats => Core(1).IsZero ? Base + 1 : Base;

    /// <summary>True when the signposts rise from zero or above, and the numbers are within the stated limits.</summary>
    public bool IsSound =>
        Fraction.Sign >= 0 && Fraction <= GreatestFraction
        && (MeanExponent is not { } p || (p >= -GreatestExponent && p <= GreatestExponent))
        && (First is not { } first || (first.Sign >= 0 && Core(1) < Core(2)))
        && Base >= 0;

    /// <summary>True when each signpost k lies between k - 1 and k, so that seats are quotients rounded.</summary>
    public bool Rounds => Base == 0 && Fraction <= 1 && (First is not { } first || first <= 1);

    private int SignpostPower => MeanExponent is { } p ? Math.Max(Math.Abs(p), p == 0 ? 2 : 1) : 1;

    /// <summary>The same rule with another first signpost.</summary>
    /// <param name="signpost">Not below zero and below the second signpost; others are refused when a house is divided.</param>
    public DivisorRule WithFirst(Ratio signpost) => this with { First = signpost };

    /// <summary>
    /// The same rule for the seats beyond a base that each unit with a claim has: "five seats each, and the rest in proportion".
    /// With Adams, 5, and a cap of 96 this is the Cambridge Compromise (Grimmett and others, European Parliament PE 432.760, 2011).
    /// </summary>
    public DivisorRule WithBase(long seats) => this with { Base = seats };

    /// <summary>The same rule in proportion to the square roots of the claims (Penrose 1946), compared exactly.</summary>
    public DivisorRule OnSquareRoots() => this with { OnRoots = true };

    /// <summary>The signpost of a seat, from 1, to the power <see cref="Power"/>; zero for seats of the base.</summary>
    public Ratio Signpost(long seat)
    {
        if (seat <= Base) return Ratio.Zero;
        var core = Core(seat - Base);
        return OnRoots ? core * core : core;
    }

    /// <summary>A claim as it is compared with signposts: claim / divisor reaches a signpost when this / divisor^Power reaches its power.</summary>
    public Ratio Term(Ratio claim) => claim.Power(SignpostPower);

    private Ratio Core(long k)
    {
        if (k == 1 && First is { } first) return first.Power(SignpostPower);
        Ratio low = k - 1;
        Ratio high = k;
        if (MeanExponent is not { } p) return low + Fraction;
        if (p == 0) return low * high;
        var (a, b) = (low.Power(Math.Abs(p)), high.Power(Math.Abs(p)));
        return p > 0 ? (a + b) / 2 : 2 * a * b / (a + b);
    }
}
