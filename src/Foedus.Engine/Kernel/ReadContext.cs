namespace Foedus.Engine.Kernel;

/// <summary>
/// What a read carries down: the oracles, how deep it is in statements about statements, and the latest step of the clock that it may see.
/// A guard is read before its own step and those that follow, so that guards never wait for one another.
/// </summary>
internal readonly struct ReadContext
{
    /// <summary>From this depth on, what a read will need is worked out in order instead of by going deeper.</summary>
    public const int Deep = 48;

    private ReadContext(IReadings readings, IGuards? guards, ReadLog? log, Day limitDue, int limitIndex, int depth, ReadMemo? memo, Supposition? supposed)
    {
        Supposed = supposed;
        Readings = readings;
        Guards = guards;
        Log = log;
        LimitDue = limitDue;
        LimitIndex = limitIndex;
        Depth = depth;
        Memo = memo;
    }

    public IReadings Readings { get; }

    public IGuards? Guards { get; }

    public ReadLog? Log { get; }

    public Day LimitDue { get; }

    public int LimitIndex { get; }

    public int Depth { get; }

    public ReadMemo? Memo { get; }

    /// <summary>What is supposed to have fallen; null for most reads.</summary>
    public Supposition? Supposed { get; }

    public static ReadContext Of(IReadings readings, IGuards? guards, ReadLog? log = null, Supposition? supposed = null) =>
        new(readings, guards, log, Day.Max, int.MaxValue, 0, null, supposed);

    /// <summary>Whether a prospective act comes before the step that is being decided.</summary>
    public bool Sees(Day due, int index) => due < LimitDue || (due == LimitDue && index < LimitIndex);

    /// <summary>One level down; what is found out below the first is kept for the rest of the read.</summary>
    public ReadContext Deeper() =>
        new(Readings, Guards, Log, LimitDue, LimitIndex, Depth + 1, Memo ?? (Depth > 0 ? new ReadMemo() : null), Supposed);

    /// <summary>For the guard of a prospective act: what comes before its step.</summary>
    public ReadContext Before(Day due, int index) =>
        new(Readings, Guards, Log, due, index, Depth + 1, Memo ?? new ReadMemo(), Supposed);

    public ReadContext Under(IReadings readings) => new(readings, Guards, Log, LimitDue, LimitIndex, Depth, null, Supposed);
}
