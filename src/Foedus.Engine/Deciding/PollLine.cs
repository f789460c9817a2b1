using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Deciding;

/// <summary>One line of a rule, as gates over the votes.</summary>
internal sealed class PollLine(Provision by, DecisionTest? test)
{
    public Provision By { get; } = by;

    /// <summary>The test; null while the place is open.</summary>
    public DecisionTest? Test { get; } = test;

    public string Words => Test?.Words ?? "";

    /// <summary>The gates, each with the part in which it has to hold (null: the whole).</summary>
    public List<(int Gate, string? Part)> Gates { get; } = [];

    /// <summary>For votes of persons turned into votes of units: what each gate that holds counts for.</summary>
    public List<WeightBounds>? Counts { get; set; }

    /// <summary>For each of those gates: itself, the gate that holds where the vote of the unit is equal (-1: none), and the one that holds where anybody is in favour.</summary>
    public List<(int Gate, int Even, int Some)> Evens { get; } = [];

    /// <summary>True if a unit in which the vote is equal counts among all; else it does not.</summary>
    public bool EqualCounts { get; set; } = true;

    /// <summary>The part of all that is asked for; null where a number is.</summary>
    public Ratio? Share { get; set; }

    /// <summary>How the counts are compared, and with what.</summary>
    public (Comparison How, WeightBounds Right) Asked { get; set; }

    /// <summary>Equality, for a test of more than half: the gate that holds where it lacks nothing but the last vote; -1: none.</summary>
    public int Even { get; set; } = -1;

    /// <summary>What would have to be known; then the line is open.</summary>
    public Need? Missing { get; set; }

    /// <summary>The answer, from answers for the gates.</summary>
    public Truth Read(Func<int, Truth> gates)
    {
        if (Missing is not null || Test is null)
            return Truth.Open;
        if (Counts is null)
        {
            var all = Truth.Yes;
            foreach (var (gate, _) in Gates)
                all = all.And(gates(gate));
            return all;
        }

        var (low, high) = (Ratio.Zero, (Ratio?)Ratio.Zero);
        for (var i = 0; i < Gates.Count; i++)
        {
            var truth = gates(Gates[i].Gate);
            low += truth == Truth.Yes ? Counts[i].Low : Ratio.Zero;
            high = truth == Truth.No ? high : high is { } h && Counts[i].High is { } w ? h + w : null;
        }

        return Compared(low, high, Right(gates));
    }

    /// <summary>What is asked for, without the units in which the vote is equal where those do not count.</summary>
    private WeightBounds Right(Func<int, Truth> gates)
    {
        if (EqualCounts || Share is not { } share)
            return Asked.Right;
        var (least, most) = (Asked.Right.Low, Asked.Right.High);
        for (var i = 0; i < Evens.Count; i++)
        {
            if (Evens[i].Even < 0)
                continue;
            var equal = gates(Evens[i].Gate).Not().And(gates(Evens[i].Even)).And(gates(Evens[i].Some));
            least = equal == Truth.No ? least : Counts![i].High is { } high ? Ratio.Max(Ratio.Zero, least - (share * high)) : Ratio.Zero;
            most = equal == Truth.Yes && most is { } m ? Ratio.Max(Ratio.Zero, m - (share * Counts![i].Low)) : most;
        }

        return new WeightBounds(least, most);
    }

    private Truth Compared(Ratio low, Ratio? high, WeightBounds right)
    {
        var (least, most) = (right.Low, right.High);
        return Asked.How switch
        {
            Comparison.MoreThan => most is { } m && low > m ? Truth.Yes : high is { } h && h <= least ? Truth.No : Truth.Open,
            Comparison.AtMost => high is { } h && h <= least ? Truth.Yes : most is { } m && low > m ? Truth.No : Truth.Open,
            Comparison.FewerThan => high is { } h && h < least ? Truth.Yes : most is { } m && low >= m ? Truth.No : Truth.Open,
            _ => most is { } m && low >= m ? Truth.Yes : high is { } h && h < least ? Truth.No : Truth.Open,
        };
    }
}
