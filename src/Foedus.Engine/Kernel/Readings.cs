namespace Foedus.Engine.Kernel;

/// <summary>
/// Runs a judgement through the readings of the silences that it meets, like an odometer: a silence is read when it is first asked for, the
/// reading is remembered for the rest of the path, and the next path differs in the reading of the deepest silence that has one left. Only
/// silences met are ever tried. Assumed silences are read as assumed and do not turn.
/// </summary>
public sealed class Readings : IReadings
{
    private readonly List<AskedSilence> _path = [];
    private readonly SortedSet<int> _used = [];
    private readonly SortedDictionary<int, int> _met = [];
    private Assumptions _fixed;

    public Readings(Assumptions? assumptions = null) => _fixed = assumptions ?? Assumptions.None;

    /// <summary>The silences asked for on this path that are not assumed, in the order in which they were met.</summary>
    public IReadOnlyList<AskedSilence> Path => _path;

    /// <summary>The silences that were asked for on some path and answered by an assumption, in order.</summary>
    public IReadOnlyCollection<int> Assumed => _used;

    /// <summary>The silences met on some path and not assumed, in order, with how many readings each has.</summary>
    public IReadOnlyDictionary<int, int> Met => _met;

    /// <inheritdoc/>
    public int Ask(int silence, int readings)
    {
        for (var i = _path.Count - 1; i >= 0; i--)
        {
            if (_path[i].Silence == silence)
                return _path[i].Reading;
        }

        if (_fixed.Count > 0)
        {
            var assumed = _fixed.Ask(silence, readings);
            if (assumed != IReadings.Open)
            {
                _used.Add(silence);
                return assumed;
            }
        }

        _met[silence] = readings;
        _path.Add(new AskedSilence(silence, 0, readings));
        return 0;
    }

    /// <summary>Turns to the next path.</summary>
    /// <returns>False if every path has been run.</returns>
    public bool Advance()
    {
        for (var i = _path.Count - 1; i >= 0; i--)
        {
            var asked = _path[i];
            if (asked.Reading + 1 < asked.Readings)
            {
                _path[i] = asked with { Reading = asked.Reading + 1 };
                return true;
            }

            _path.RemoveAt(i);
        }

        return false;
    }

    /// <summary>Starts anew, for another judgement.</summary>
    public void Reset(Assumptions? assumptions = null)
    {
        _path.Clear();
        if (_used.Count > 0)
            _used.Clear();
        if (_met.Count > 0)
            _met.Clear();
        _fixed = assumptions ?? Assumptions.None;
    }
}
