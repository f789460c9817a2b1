using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Marks for candidates, and how many papers say this. A candidate without a mark is not the same as one with a mark of zero.</summary>
/// <param name="Count">How many papers; above zero.</param>
/// <param name="Marks">The marks, one a candidate at most; at least one.</param>
public sealed record ScoredBallot(long Count, ImmutableArray<Mark> Marks)
{
    /// <summary>A ballot that gives each candidate of the list the mark at its place; null for none.</summary>
    public static ScoredBallot Of(long count, params ReadOnlySpan<Ratio?> values)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var candidate = 0; candidate < values.Length; candidate++)
            if (values[candidate] is { } value) marks.Add(new Mark(candidate, value));
        return new ScoredBallot(count, marks.ToImmutable());
    }

    public bool Equals(ScoredBallot? other) => other is not null && Count == other.Count && Marks.AsSpan().SequenceEqual(other.Marks.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Count);
        foreach (var mark in Marks) hash.Add(mark);
        return hash.ToHashCode();
    }
}
