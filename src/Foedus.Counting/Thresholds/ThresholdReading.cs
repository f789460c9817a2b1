using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A test read against a profile: the answer and, for each gate, by how much.</summary>
/// <param name="Of">The test.</param>
/// <param name="Truth">The answer.</param>
/// <param name="Margin">The two sides of a gate; null for a test of tests.</param>
/// <param name="Parts">The readings of the tests within; empty for a gate.</param>
public sealed record ThresholdReading(Threshold Of, Truth Truth, Margin? Margin, ImmutableArray<ThresholdReading> Parts);
