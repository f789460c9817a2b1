using System.Collections.Immutable;

namespace Foedus.Engine.Judging;

/// <summary>The judgement of an act under one way of reading the silences that it met.</summary>
/// <param name="Readings">The silences met, each with its reading (the index may be "none of those listed").</param>
/// <param name="Verdict">The verdict on this path.</param>
/// <param name="Grounds">All reasons found, those that decide and those that were merely met.</param>
/// <param name="Effects">What it writes if accepted.</param>
public sealed record Branch(
    ImmutableArray<(int Silence, int Reading)> Readings,
    Verdict Verdict,
    ImmutableArray<Ground> Grounds,
    ImmutableArray<Effect> Effects)
{
    /// <summary>How a vote came out.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The place to which the act takes a matter (<see cref="Rules.StagePlace.Value"/>), or -1.</summary>
    public long Destination { get; init; } = -1;

    /// <summary>What the act comes to as one leaf of a diagram: verdict, outcome and destination.</summary>
    internal int Leaf => (int)Verdict | ((int)Outcome << 2) | ((int)(Destination + 1) << 6);

    internal static Verdict VerdictOf(int leaf) => (Verdict)(leaf & 3);

    internal static Outcome OutcomeOf(int leaf) => (Outcome)((leaf >> 2) & 15);

    /// <summary>Figures that the effects enter, by their <see cref="EffectKind.Figure"/> value.</summary>
    public ImmutableArray<Records.Figure> Figures { get; init; } = [];

    /// <summary>Whether two branches write the same.</summary>
    internal bool WritesSame(Branch other) =>
        Effects.AsSpan().SequenceEqual(other.Effects.AsSpan()) && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan());
}
