namespace Foedus.Engine.Kernel;

/// <summary>What a read carries down: the oracle of readings, where it is noted, and how deep it is in statements about statements.</summary>
internal readonly struct ReadContext
{
    /// <summary>From this depth on, what a read will need is worked out in order instead of by going deeper.</summary>
    public const int Deep = 48;

    private ReadContext(IReadings readings, ReadLog? log, int depth, ReadMemo? memo, Supposition? supposed)
    {
        Supposed = supposed;
        Readings = readings;
        Log = log;
        Depth = depth;
        Memo = memo;
    }

    public IReadings Readings { get; }

    public ReadLog? Log { get; }

    public int Depth { get; }

    public ReadMemo? Memo { get; }

    /// <summary>What is supposed to have fallen; null for most reads.</summary>
    public Supposition? Supposed { get; }

    public static ReadContext Of(IReadings readings, ReadLog? log = null, Supposition? supposed = null) => new(readings, log, 0, null, supposed);

    /// <summary>One level down; what is found out below the first is kept for the rest of the read.</summary>
    public ReadContext Deeper() => new(Readings, Log, Depth + 1, Memo ?? (Depth > 0 ? new ReadMemo() : null), Supposed);

    public ReadContext Under(IReadings readings) => new(readings, Log, Depth, null, Supposed);
}
