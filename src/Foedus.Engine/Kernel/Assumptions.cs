namespace Foedus.Engine.Kernel;

/// <summary>
/// Readings that are assumed: a silence, the reading, and the number of the assumption, so that a verdict can name those it used. Silences
/// that nobody has assumed are left open. Immutable.
/// </summary>
public sealed class Assumptions : IReadings
{
    private readonly SortedDictionary<int, Assumed> _bySilence;

    private Assumptions(SortedDictionary<int, Assumed> bySilence) => _bySilence = bySilence;

    public static Assumptions None { get; } = new([]);

    public int Count => _bySilence.Count;

    /// <summary>The silences assumed, in order.</summary>
    public IEnumerable<int> Silences => _bySilence.Keys;

    /// <summary>The same assumptions and one more, in place of an earlier one about the same silence.</summary>
    /// <param name="silence">The silence.</param>
    /// <param name="reading">Its reading, 0 or more.</param>
    /// <param name="assumption">The caller's number of the assumption.</param>
    public Assumptions With(int silence, int reading, int assumption = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(silence);
        ArgumentOutOfRangeException.ThrowIfNegative(reading);
        return new Assumptions(new SortedDictionary<int, Assumed>(_bySilence) { [silence] = new Assumed(reading, assumption) });
    }

    /// <summary>The same assumptions but for one silence, which is open again.</summary>
    public Assumptions Without(int silence)
    {
        var fewer = new SortedDictionary<int, Assumed>(_bySilence);
        fewer.Remove(silence);
        return new Assumptions(fewer);
    }

    public bool TryGet(int silence, out int reading, out int assumption)
    {
        var found = _bySilence.TryGetValue(silence, out var assumed);
        (reading, assumption) = (assumed.Reading, assumed.Assumption);
        return found;
    }

    /// <inheritdoc/>
    public int Ask(int silence, int readings) =>
        _bySilence.Count > 0 && _bySilence.TryGetValue(silence, out var assumed) && assumed.Reading < readings
            ? assumed.Reading
            : IReadings.Open;

    private readonly record struct Assumed(int Reading, int Assumption);
}
