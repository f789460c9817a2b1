using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// All marks of a candidate, ordered as majority judgment does: by the median, and among equals by the median of what is left when one
/// median is taken from each, again and again. The lower of two in the middle is the median. Equal only where all marks are. Source:
/// M. Balinski and R. Laraki, Majority Judgment, 2010, chapter 1 and theorem 12.1. Cost of a comparison: the different marks.
/// </summary>
internal sealed class MajorityGrades : IComparable<MajorityGrades>, IEquatable<MajorityGrades>
{
    private readonly ImmutableArray<(Ratio Value, BigInteger End)> runs;
    private readonly BigInteger total;
    private readonly BigInteger middle;

    /// <summary>The marks of a candidate.</summary>
    /// <param name="marks">Marks and how many papers give them; every paper once, at least one.</param>
    public MajorityGrades(IEnumerable<(Ratio Value, BigInteger Papers)> marks)
    {
        var end = BigInteger.Zero;
        var ordered = ImmutableArray.CreateBuilder<(Ratio Value, BigInteger End)>();
        foreach (var mark in marks.Where(mark => !mark.Papers.IsZero).GroupBy(mark => mark.Value).OrderBy(mark => mark.Key))
        {
            end = mark.Aggregate(end, (sum, one) => sum + one.Papers);
            ordered.Add((mark.Key, end));
        }

        runs = ordered.ToImmutable();
        total = end;
        middle = (total - 1) / 2;
        Median = runs[RunAt(middle)].Value;
    }

    /// <summary>The mark in the middle.</summary>
    public Ratio Median { get; }

    /// <summary>Papers with a better mark than the median.</summary>
    public BigInteger Above => total - runs[RunAt(middle)].End;

    /// <summary>Papers with a worse mark than the median.</summary>
    public BigInteger Below => Start(RunAt(middle));

    public int CompareTo(MajorityGrades? other)
    {
        if (other is null) return 1;
        var byMedian = Median.CompareTo(other.Median);
        if (byMedian != 0) return byMedian;
        var (below, lower) = FirstDifference(other, -1);
        var (above, upper) = FirstDifference(other, 1);
        if (below is null || above is null) return below is null ? upper : lower;

        // Of an odd number the next median is the one below, of an even number the one above; then they take turns.
        return total.IsEven
            ? above <= below ? upper : lower
            : below <= above ? lower : upper;
    }

    public bool Equals(MajorityGrades? other) => other is not null && runs.AsSpan().SequenceEqual(other.runs.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as MajorityGrades);

    public override int GetHashCode() => HashCode.Combine(total, Median, runs.Length);

    // How far from the middle, on one side, the first marks lie that are not the same, and which of the two is better there.
    private (BigInteger? Steps, int Order) FirstDifference(MajorityGrades other, int way)
    {
        var at = middle + way;
        var (own, its) = (0, 0);
        if (way < 0) (own, its) = (runs.Length - 1, other.runs.Length - 1);
        while (at >= 0 && at < total)
        {
            while (at >= runs[own].End) own++;
            while (at < Start(own)) own--;
            while (at >= other.runs[its].End) its++;
            while (at < other.Start(its)) its--;
            var order = runs[own].Value.CompareTo(other.runs[its].Value);
            if (order != 0) return (BigInteger.Abs(at - middle), order);
            at = way > 0 ? BigInteger.Min(runs[own].End, other.runs[its].End) : BigInteger.Max(Start(own), other.Start(its)) - 1;
        }

        return (null, 0);
    }

    private BigInteger Start(int run) => run == 0 ? 0 : runs[run - 1].End;

    private int RunAt(BigInteger place)
    {
        var run = 0;
        while (place >= runs[run].End) run++;
        return run;
    }
}
