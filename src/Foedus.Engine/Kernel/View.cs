namespace Foedus.Engine.Kernel;

/// <summary>
/// A state to read: the store as at a day, as known after an act, under readings of the silences. A view is a value; the store may grow
/// behind it and the view shows the same.
/// </summary>
public readonly struct View
{
    private readonly ReadContext _context;

    /// <param name="store">The facts.</param>
    /// <param name="at">As at this day.</param>
    /// <param name="known">As known after this act; -1 knows nothing.</param>
    /// <param name="readings">Readings of silences; none leaves them open.</param>
    /// <param name="log">Where reads are noted, if anywhere.</param>
    public View(FactStore store, Day at, int known, IReadings? readings = null, ReadLog? log = null)
        : this(store, at, known, ReadContext.Of(readings ?? Assumptions.None, log))
    {
    }

    internal View(FactStore store, Day at, int known, IReadings? readings, ReadLog? log, Supposition? supposed)
        : this(store, at, known, ReadContext.Of(readings ?? Assumptions.None, log, supposed))
    {
    }

    internal View(FactStore store, Day at, int known, in ReadContext context)
    {
        Store = store;
        At = at;
        Known = known;
        _context = context;
    }

    public FactStore Store { get; }

    public Day At { get; }

    public int Known { get; }

    public ReadLog? Log => _context.Log;

    public IReadings Readings => _context.Readings;

    /// <summary>Whether something is supposed to have fallen, so that what it ended may show again.</summary>
    internal bool IsSupposed => _context.Supposed is not null;

    /// <summary>The same state as at another day.</summary>
    public View AsAt(Day day) => new(Store, day, Known, _context);

    /// <summary>The same state as known after another act.</summary>
    public View AsKnownAt(int act) => new(Store, At, act, _context);

    /// <summary>The same state under other readings.</summary>
    public View Under(IReadings readings) => new(Store, At, Known, _context.Under(readings));

    /// <summary>What holds on the timeline of a functional relation.</summary>
    public Sight Look(int relation, int subject) => Look(FactKey.Of(relation, subject));

    /// <summary>What holds between two things.</summary>
    public Sight Look(int relation, int subject, int obj) => Look(FactKey.Of(relation, subject, obj));

    public Sight Look(FactKey key)
    {
        Log?.Note(key, At);
        var line = Store.LineOf(key);
        if (line < 0)
            return new Sight(FactStore.None, FactVersion.Nothing);
        var version = Find(line);
        return new Sight(version, version < 0 ? FactVersion.Nothing : Store[version].Value);
    }

    public bool TryValue(int relation, int subject, out long value)
    {
        var sight = Look(relation, subject);
        value = sight.Value;
        return sight.Holds;
    }

    public bool TryValue(int relation, int subject, int obj, out long value)
    {
        var sight = Look(relation, subject, obj);
        value = sight.Value;
        return sight.Holds;
    }

    /// <summary>Whether the relation holds between two things.</summary>
    public bool Holds(int relation, int subject, int obj) => Look(relation, subject, obj).Holds;

    /// <summary>The objects of a subject in a relation that is not functional.</summary>
    public Links Objects(int relation, int subject) => LinksOf(FactKey.Of(relation, subject), inverse: false);

    /// <summary>The subjects of an object, in a relation for which <see cref="FactStore.KeepInverse"/> was said.</summary>
    public Links Subjects(int relation, int obj) => LinksOf(FactKey.Inverse(relation, obj), inverse: true);

    /// <summary>How a source stands.</summary>
    public SourceStanding StandingOf(int source)
    {
        Log?.Note(FactStore.StandingKey(source), At);
        return Store.Standing(source, At, Known, _context, -1);
    }

    internal int Find(int line) => Store.Find(line, At, Known, _context, -1);

    private Links LinksOf(FactKey key, bool inverse)
    {
        Log?.Note(key, At);
        return new Links(this, Store.FirstLink(Store.SetOf(key)), inverse);
    }
}
