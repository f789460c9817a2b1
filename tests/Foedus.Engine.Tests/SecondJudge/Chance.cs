namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>Choices from a seed: the same seed always gives the same federation and the same acts.</summary>
internal sealed class Chance(int seed)
{
    private ulong _state = unchecked(((ulong)(uint)seed * 0x9E3779B97F4A7C15UL) + 0x2545F4914F6CDD1DUL);

    /// <summary>A whole number from zero to one below the bound (SplitMix64; Steele, Lea and Flood 2014).</summary>
    public int Below(int bound)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return (int)(z % (uint)bound);
        }
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Some of them, in their order.</summary>
    public List<T> Some<T>(IEnumerable<T> all, int oneIn = 2) => [.. all.Where(_ => OneIn(oneIn))];
}
