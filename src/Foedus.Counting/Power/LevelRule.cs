using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A rule over levels: how many of the numbers asked of each sum are reached. What a coalition does depends on nothing else, so that a table
/// of levels stands for the tree of gates.
/// </summary>
internal sealed class LevelRule
{
    private const int LargestTable = 1 << 16;

    private readonly RuleNode _rule;
    private readonly bool[]? _table;

    public LevelRule(RuleNode rule, int dimensions)
    {
        _rule = rule;
        var numbers = new SortedSet<BigInteger>[dimensions];
        for (var d = 0; d < dimensions; d++) numbers[d] = [];
        Gather(rule, numbers);
        Quotas = Array.ConvertAll(numbers, set => set.ToArray());
        Strides = new int[dimensions];
        var size = 1L;
        for (var d = 0; d < dimensions && size <= LargestTable; d++)
        {
            Strides[d] = (int)size;
            size *= Quotas[d].Length + 1;
        }

        if (size > LargestTable) return;
        _table = new bool[size];
        var levels = new int[dimensions];
        for (var code = 0; code < _table.Length; code++)
        {
            for (var d = 0; d < dimensions; d++) levels[d] = code / Strides[d] % (Quotas[d].Length + 1);
            _table[code] = Holds(rule, levels);
        }
    }

    /// <summary>The numbers asked of each sum, ascending.</summary>
    public BigInteger[][] Quotas { get; }

    /// <summary>What one level of each sum adds to the place in the table.</summary>
    public int[] Strides { get; }

    /// <summary>Whether there is a table; without it only <see cref="Wins(ReadOnlySpan{int})"/> answers.</summary>
    public bool HasTable => _table is not null;

    /// <summary>The answer at a place of the table.</summary>
    public bool WinsAt(int code) => _table![code];

    /// <summary>The answer for levels.</summary>
    public bool Wins(ReadOnlySpan<int> levels)
    {
        if (_table is null) return Holds(_rule, levels);
        var code = 0;
        for (var d = 0; d < levels.Length; d++) code += levels[d] * Strides[d];
        return _table[code];
    }

    private static void Gather(RuleNode rule, SortedSet<BigInteger>[] numbers)
    {
        if (rule is RuleNode.Sum sum) numbers[sum.Dimension].Add(sum.AtLeast);
        else foreach (var part in ((RuleNode.Of)rule).Parts) Gather(part, numbers);
    }

    private bool Holds(RuleNode rule, ReadOnlySpan<int> levels)
    {
        if (rule is RuleNode.Sum sum) return levels[sum.Dimension] > Array.BinarySearch(Quotas[sum.Dimension], sum.AtLeast);
        var several = (RuleNode.Of)rule;
        var held = 0;
        foreach (var part in several.Parts)
            if (Holds(part, levels) && ++held >= several.Needed) return true;
        return false;
    }
}
