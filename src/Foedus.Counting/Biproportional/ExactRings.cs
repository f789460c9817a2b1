using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Settles what logarithms leave in doubt. A ring of arcs whose weights multiply to less than one moves seats to where they are worth more;
/// a ring of exactly one is a tie. The arcs in doubt are looked at with finer logarithms first, and those that are still in doubt with
/// exact fractions.
/// </summary>
internal sealed class ExactRings
{
    private readonly ResidualArcs _residual;
    private readonly CellGrid _grid;
    private readonly int _lines;
    private readonly int _shift;
    private readonly Dictionary<Ratio, BigInteger> _logs = [];
    private readonly Dictionary<(int From, int To), BigInteger> _lengths = [];

    // Kept from one try to the next: most of it still holds after a ring has moved.
    private readonly BigInteger?[] _values;

    public ExactRings(CellGrid grid)
    {
        _grid = grid;
        _residual = new ResidualArcs(grid);
        _lines = _residual.Lines;
        _shift = FineLog.Bits - grid.Bits;
        _values = new BigInteger?[_lines];
        Component = [];
        Factor = [];
        Number = [];
    }

    /// <summary>For each line the component that it belongs to: lines that are tied to one another exactly.</summary>
    public int[] Component { get; private set; }

    /// <summary>
    /// For each line its factor within the component: a row divisor is the component's number times this, a column divisor one over that
    /// product. Then every cell inside a component is a rounding, exactly.
    /// </summary>
    public Ratio[] Factor { get; private set; }

    /// <summary>The number of each component where logarithms are not fine enough; null elsewhere.</summary>
    public Ratio?[] Number { get; private set; }

    /// <summary>Settles the arcs that are short enough to be in doubt.</summary>
    /// <param name="doubt">Arcs with no more slack than this, by logarithms, are looked at.</param>
    /// <returns>False when seats or divisors were moved: the caller comes again.</returns>
    public bool Settle(long doubt)
    {
        Start();
        var arcs = _residual.Within(doubt);
        if (arcs.Count == 0) return true;
        var values = _values;
        for (var line = 0; line < _lines; line++) values[line] ??= (BigInteger)_residual.Log(line) << _shift;
        var chains = new ShortestChains<BigInteger>(_lines, arcs.ToLookup(arc => arc.From), (arc, value) => value + Length(arc));
        if (chains.Run(values, arcs.Select(arc => arc.From)) is { Count: > 0 } rings)
        {
            rings.ForEach(Move);
            return false;
        }

        // Divisors that moved may bring other arcs into doubt.
        var moved = false;
        for (var line = 0; line < _lines; line++)
        {
            var log = (long)(values[line]!.Value >> _shift);
            moved |= Math.Abs(log - _residual.Log(line)) > 4;
            _residual.SetLog(line, log);
        }

        return !moved && Exact(arcs, values);
    }

    /// <summary>The same for all arcs, with exact fractions alone: slow, and it cannot fail.</summary>
    public bool SettleAll()
    {
        Start();
        var arcs = _residual.Within(null);
        if (!Ties(arcs)) return false;

        // Components come in an order in which arcs lead on; each number stays below what the arcs to it allow.
        Number = new Ratio?[_lines];
        var into = arcs.Where(arc => Component[arc.From] != Component[arc.To]).ToLookup(arc => Component[arc.To]);
        foreach (var component in Component.Distinct().Order())
        {
            Ratio? most = null;
            foreach (var arc in into[component])
            {
                var (top, bottom) = _residual.Weight(arc);
                var allowed = Number[Component[arc.From]]!.Value * Factor[arc.From] * top / (bottom * Factor[arc.To]);
                if (!(allowed >= most)) most = allowed;
            }

            Number[component] = most is { } bound ? RoundDivisor.Between(null, new DivisorBound(bound)) : Ratio.One;
        }

        return true;
    }

    private void Start()
    {
        Component = [.. Enumerable.Range(0, _lines)];
        Factor = new Ratio[_lines];
        Array.Fill(Factor, Ratio.One);
        Number = new Ratio?[_lines];
    }

    // A little is added, so that a ring of exactly one never looks like less.
    private BigInteger Length((int From, int To) arc)
    {
        if (!_lengths.TryGetValue(arc, out var length))
        {
            var (top, bottom) = _residual.Weight(arc);
            _lengths[arc] = length = Log(top) - Log(bottom) + 8;
        }

        return length;
    }

    private void Move(List<(int From, int To)> ring)
    {
        _residual.Move(ring);
        foreach (var (from, to) in ring)
        {
            _lengths.Remove((from, to));
            _lengths.Remove((to, from));
        }
    }

    private BigInteger Log(Ratio value)
    {
        if (!_logs.TryGetValue(value, out var log)) _logs[value] = log = FineLog.Of(value);
        return log;
    }

    private bool Exact(List<(int From, int To)> arcs, BigInteger?[] values)
    {
        var slack = arcs.ToDictionary(arc => arc, arc => values[arc.From]!.Value + Length(arc) - values[arc.To]!.Value);
        BigInteger doubt = 32L * (_lines + 4);
        if (!Ties(arcs.FindAll(arc => slack[arc] <= doubt))) return false;
        Spread(arcs, slack, values, doubt);
        Number = new Ratio?[_lines];
        foreach (var line in arcs.SelectMany(arc => (int[])[arc.From, arc.To]).Distinct())
            Number[Component[line]] ??= FineLog.Power(values[line]!.Value) / Factor[line];
        return true;
    }

    // Exact factors in every component of the arcs; false when a ring moved seats.
    private bool Ties(List<(int From, int To)> arcs)
    {
        Component = Components.Of(_lines, arcs);
        var inside = arcs.Where(arc => Component[arc.From] == Component[arc.To]).ToLookup(arc => arc.From);
        var weights = new Dictionary<(int From, int To), Ratio>();
        var chains = new ShortestChains<Ratio>(_lines, inside, (arc, value) => value * Weight(arc));
        foreach (var group in Enumerable.Range(0, _lines).GroupBy(line => Component[line]).Where(group => group.Skip(1).Any()))
        {
            var factors = new Ratio?[_lines];
            factors[group.First()] = Ratio.One;
            if (chains.Run(factors, [group.First()]) is { Count: > 0 } rings)
            {
                rings.ForEach(Move);
                return false;
            }

            foreach (var line in group) Factor[line] = factors[line]!.Value;
        }

        return true;

        Ratio Weight((int From, int To) arc)
        {
            if (!weights.TryGetValue(arc, out var weight))
            {
                var (top, bottom) = _residual.Weight(arc);
                weights[arc] = weight = top / bottom;
            }

            return weight;
        }
    }

    // Arcs without slack between components lead on, never back: lowering the later ends step by step gives each of them some.
    private void Spread(List<(int From, int To)> arcs, Dictionary<(int From, int To), BigInteger> slack, BigInteger?[] values, BigInteger doubt)
    {
        var levels = new int[_lines];
        foreach (var arc in arcs.Where(arc => slack[arc] <= doubt && Component[arc.From] != Component[arc.To]).OrderBy(arc => Component[arc.From]))
            levels[Component[arc.To]] = Math.Max(levels[Component[arc.To]], levels[Component[arc.From]] + 1);
        var steps = levels.Max();
        if (steps == 0) return;
        var least = BigInteger.One << (_shift + 5);
        foreach (var arc in arcs)
            if (slack[arc] > doubt) least = BigInteger.Min(least, slack[arc]);
        var step = least / (2 * (steps + 1));
        for (var line = 0; line < _lines; line++) values[line] -= step * levels[Component[line]];
        for (var line = 0; line < _lines; line++) _residual.SetLog(line, (long)(values[line]!.Value >> _shift));
    }
}
