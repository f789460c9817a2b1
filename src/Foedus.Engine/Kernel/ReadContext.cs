namespace Foedus.Engine.Kernel;

/// <summary>
/// What a read carries down: the oracles, and the latest step of the clock that it may see. A guard is read before its own step and those
/// that follow, so that guards never wait for one another.
/// </summary>
internal readonly struct ReadContext(IReadings readings, IGuards? guards, Day limitDue, int limitIndex)
{
    public IReadings Readings { get; } = readings;

    public IGuards? Guards { get; } = guards;

    private Day LimitDue { get; } = limitDue;

    private int LimitIndex { get; } = limitIndex;

    public static ReadContext Of(IReadings readings, IGuards? guards) => new(readings, guards, Day.Max, int.MaxValue);

    /// <summary>Whether a prospective act comes before the step that is being decided.</summary>
    public bool Sees(Day due, int index) => due < LimitDue || (due == LimitDue && index < LimitIndex);

    public ReadContext Before(Day due, int index) => new(Readings, Guards, due, index);
}
