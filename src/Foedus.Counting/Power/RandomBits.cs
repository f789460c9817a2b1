using System.Numerics;

namespace Foedus.Counting;

/// <summary>Random numbers from a seed: SplitMix64 (Steele, Lea and Flood 2014). For estimates; lots of a charter are drawn otherwise.</summary>
internal sealed class RandomBits(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>How many of so many coins show heads.</summary>
    public long Coins(long count)
    {
        var heads = 0L;
        for (; count >= 64; count -= 64) heads += BitOperations.PopCount(Next());
        return count == 0 ? heads : heads + BitOperations.PopCount(Next() >> (int)(64 - count));
    }

    /// <summary>How many of so many tries come off, each with a chance of chance / 2^64.</summary>
    public long Chances(long count, ulong chance)
    {
        var hits = 0L;
        for (var i = 0L; i < count; i++)
            if (Next() < chance) hits++;
        return hits;
    }
}
