using System.Numerics;

namespace Foedus.Counting;

/// <summary>Papers of one value that a candidate received together: a chain of rankings through <see cref="PaperDesk"/>'s links.</summary>
internal sealed class Parcel(Ratio value, int round)
{
    public Ratio Value { get; } = value;

    /// <summary>The round in which the papers came, from 1.</summary>
    public int Round { get; } = round;

    /// <summary>The first ranking of the chain; -1 for none.</summary>
    public int First { get; set; } = -1;

    /// <summary>Papers in the parcel, in units of the rankings' scale.</summary>
    public long Papers { get; set; }

    /// <summary>
    /// Votes that the papers were worth to the candidate when they came, where a rule drops fractions at each transfer: what is
    /// taken off again when they go.
    /// </summary>
    public BigInteger Credited { get; set; }

    public Ratio Votes(long scale) => scale == 1 ? Value * Papers : Value * Ratio.Of(Papers, scale);
}
