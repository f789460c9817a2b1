using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Reads a tree of gates against a profile.</summary>
internal static class ThresholdReader
{
    public static ThresholdReading Read(Threshold test, Profile profile) => Read(test, profile, Weighing.Counts(profile));

    /// <summary>The answer of "at least so many", from the answers of the parts (Kleene 1938).</summary>
    public static Truth Gather(int needed, int sure, int possible) =>
        sure >= needed ? Truth.True
        : possible >= needed ? Truth.Open
        : Truth.False;

    private static ThresholdReading Read(Threshold test, Profile profile, ResponseCounts[] counts)
    {
        if (test is Gate gate)
        {
            var left = new Weighing(gate.Left, profile).Value(counts);
            var right = new Weighing(gate.Right, profile).Value(counts);
            // Only where a range stands on a side can the difference be narrower than that of the sides.
            var surplus = left.IsExact && right.IsExact ? left - right : new Weighing(gate.Left - gate.Right, profile).Value(counts);
            var margin = new Margin(left, right, surplus, gate.Strict);
            return new ThresholdReading(gate, margin.Truth, margin, []);
        }

        var several = (AtLeastOf)test;
        var parts = ImmutableArray.CreateBuilder<ThresholdReading>(several.Tests.Length);
        var (sure, possible) = (0, 0);
        foreach (var part in several.Tests)
        {
            var reading = Read(part, profile, counts);
            if (reading.Truth == Truth.True) sure++;
            if (reading.Truth != Truth.False) possible++;
            parts.Add(reading);
        }

        return new ThresholdReading(several, Gather(several.Needed, sure, possible), null, parts.MoveToImmutable());
    }
}
