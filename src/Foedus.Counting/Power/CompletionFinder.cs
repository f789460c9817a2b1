using System.Numerics;

namespace Foedus.Counting;

/// <summary>Finds, for sums that are there already, how many vectors of a half complete them to a winning coalition.</summary>
internal sealed class CompletionFinder<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly Half<T> _half;
    private readonly LevelRule _levels;
    private readonly Int128[] _offset;
    private readonly Int128[][] _quotas;

    // By place in the table with the main sum at nothing: the level of the main sum that wins, one beyond the last if none does.
    private readonly int[] _needed;
    private readonly int[] _codes;
    private readonly Int128[][] _sums;

    public CompletionFinder(CoalitionTask task, Half<T> half)
    {
        _half = half;
        _levels = task.Game.Levels;
        _offset = Array.ConvertAll(task.Offset, offset => (Int128)offset);
        _quotas = Array.ConvertAll(_levels.Quotas, quotas => Array.ConvertAll(quotas, quota => (Int128)quota));
        var (main, top) = (half.Main, _quotas[half.Main].Length);
        var places = 1;
        for (var d = 0; d < _quotas.Length; d++) places *= _quotas[d].Length + 1;
        _needed = new int[places];
        for (var place = 0; place < places; place++)
        {
            if (place / _levels.Strides[main] % (top + 1) != 0) continue;
            var level = 0;
            while (level <= top && !_levels.WinsAt(place + (level * _levels.Strides[main]))) level++;
            _needed[place] = level;
        }

        _codes = new int[half.Buckets];
        _sums = new Int128[_quotas.Length][];
        for (var d = 0; d < _sums.Length; d++) _sums[d] = new Int128[half.Buckets];
        for (var b = 0; b < half.Buckets; b++)
        {
            var first = half.Order[half.Starts[b]];
            _codes[b] = half.Codes[first];
            for (var d = 0; d < _sums.Length; d++) _sums[d][b] = half.Sums[d][first];
        }

        Codes = half.Codes.Max() + 1;
    }

    /// <summary>One more than the greatest code of the half.</summary>
    public int Codes { get; }

    /// <summary>Adds the number of completions to the place of their code.</summary>
    public void Find(Int128[][] there, int vector, T[] found)
    {
        var main = _half.Main;
        var quotas = _quotas[main];
        var start = there[main][vector] + _offset[main];
        for (var b = 0; b < _codes.Length; b++)
        {
            var place = 0;
            for (var d = 0; d < _sums.Length; d++)
            {
                if (d == main) continue;
                var sum = there[d][vector] + _offset[d] + _sums[d][b];
                var level = 0;
                while (level < _quotas[d].Length && sum >= _quotas[d][level]) level++;
                place += level * _levels.Strides[d];
            }

            var needed = _needed[place];
            if (needed > quotas.Length) continue;
            var (low, end) = (_half.Starts[b], _half.Starts[b + 1]);
            if (needed > 0)
            {
                var least = quotas[needed - 1] - start;
                var high = end;
                while (low < high)
                {
                    var middle = (low + high) >>> 1;
                    if (_half.Sorted[middle] >= least) high = middle;
                    else low = middle + 1;
                }
            }

            if (low < end) found[_codes[b]] += _half.Suffix[low];
        }
    }
}
