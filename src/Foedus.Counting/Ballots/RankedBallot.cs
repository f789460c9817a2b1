using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// A ranking, and how many voters gave it. Two are equal when count and ranks are equal.
/// </summary>
/// <param name="Count">How many papers say this; above zero.</param>
/// <param name="Ranks">
/// Groups of candidates by their place in the contest's list, from 0, the best group first. A group of more than one ranks its
/// members equally; an empty group is a rank that the voter left out. Candidates in no group are not ranked.
/// </param>
public sealed record RankedBallot(long Count, ImmutableArray<ImmutableArray<int>> Ranks)
{
    /// <summary>A ballot without equal or left-out ranks.</summary>
    public static RankedBallot Strict(long count, params ReadOnlySpan<int> order)
    {
        var ranks = ImmutableArray.CreateBuilder<ImmutableArray<int>>(order.Length);
        foreach (var candidate in order) ranks.Add([candidate]);
        return new RankedBallot(count, ranks.MoveToImmutable());
    }

    /// <summary>Whether no rank is shared or left out.</summary>
    public bool IsStrict
    {
        get
        {
            foreach (var group in Ranks)
            {
                if (group.Length != 1) return false;
            }

            return true;
        }
    }

    public bool Equals(RankedBallot? other)
    {
        if (other is null || Count != other.Count || Ranks.Length != other.Ranks.Length) return false;
        for (var i = 0; i < Ranks.Length; i++)
        {
            if (!Ranks[i].AsSpan().SequenceEqual(other.Ranks[i].AsSpan())) return false;
        }

        return true;
    }

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Count);
        foreach (var group in Ranks)
        {
            hash.Add(group.Length);
            foreach (var candidate in group) hash.Add(candidate);
        }

        return hash.ToHashCode();
    }
}
