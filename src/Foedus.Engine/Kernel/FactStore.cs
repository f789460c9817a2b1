namespace Foedus.Engine.Kernel;

/// <summary>
/// Everything that the engine knows: dated versions of facts on timelines, appended in the order of the ledger and never changed. A state is
/// the pair (store, n): the same store read as known after act n is what it was then. One writer; any number of readers at a fixed n, without
/// locks. A what-if is written in a branch, which shares what was there and is dropped when it was looked at.
/// </summary>
public sealed partial class FactStore
{
    /// <summary>No version: nothing holds.</summary>
    public const int None = -1;

    /// <summary>No version: what holds depends on a silence for which no reading was given.</summary>
    public const int Open = -2;

    /// <summary>The first relation number for the caller; lower ones hold the standing of sources.</summary>
    public const int FirstRelation = 2;

    /// <summary>A timeline with more retroactive writes than this gets a <see cref="SpanIndex"/>.</summary>
    public const int IndexAbove = 64;

    private readonly Slab<FactVersion> _versions;
    private readonly Slab<Line> _lines;
    private readonly KeyTable _table;
    private readonly List<SpanIndex> _indexes = [];

    // Of the indexes below this number some may be another branch's as well; those that are not are marked.
    private int _indexesShared;
    private HashSet<int>? _indexesCopied;
    private int _recorded = -1;

    /// <param name="conditions">Where conditions of facts live; a new one if none is given.</param>
    /// <param name="expectedLines">About how many timelines will be needed. The store grows beyond it, with a pause.</param>
    public FactStore(Conditions? conditions = null, int expectedLines = 0)
    {
        Conditions = conditions ?? new Conditions();
        (_versions, _lines, _table) = (new Slab<FactVersion>(), new Slab<Line>(), new KeyTable(expectedLines));
        (_sets, _links, _blocks, _setTable) = (new Slab<SetHead>(), new Slab<SetLink>(), new Slab<SetBlock>(), new KeyTable(expectedLines / 4));
        (_prospective, _clock) = (new Slab<Prepared>(), new Slab<ClockStep>());
        (_lateVersions, _latePrepared) = (new LateItems(), new LateItems());
        (_inverse, _challenged) = (new bool[FactKey.MaxRelation + 1], new ulong[64]);
    }

    private FactStore(Conditions conditions, Slab<FactVersion> versions, Slab<Line> lines)
        : this(conditions)
    {
        (_versions, _lines, _table) = (versions, lines, new KeyTable(lines.Count));
    }

    private FactStore(FactStore of)
    {
        Conditions = of.Conditions.Branch();
        (_versions, _lines, _table) = (of._versions.Branch(), of._lines.Branch(), of._table.Branch());
        (_sets, _links, _blocks, _setTable) = (of._sets.Branch(), of._links.Branch(), of._blocks.Branch(), of._setTable.Branch());
        (_prospective, _clock) = (of._prospective.Branch(), of._clock.Branch());
        (_lateVersions, _latePrepared) = (of._lateVersions.Branch(), of._latePrepared.Branch());
        _indexes.AddRange(of._indexes);
        _indexesShared = _indexes.Count;
        (_recorded, _inverse, _challenged, _challengedIsShared) = (of._recorded, of._inverse, of._challenged, true);
    }

    /// <summary>
    /// A store that holds the same and goes its own way from here: what is written in either is not seen by the other. Cost: about a thousandth of
    /// what is held, and of each run of facts that is then written to, a copy. From a store that is not written to any number may branch off at once.
    /// </summary>
    public FactStore Branch()
    {
        if (_indexesShared != _indexes.Count || _indexesCopied is not null)
            (_indexesShared, _indexesCopied) = (_indexes.Count, null);
        if (!_challengedIsShared)
            _challengedIsShared = true;
        return new FactStore(this);
    }

    public Conditions Conditions { get; }

    /// <summary>How many versions were appended.</summary>
    public int Count => _versions.Count;

    /// <summary>How many timelines there are; they are numbered from 0 in the order of their first version.</summary>
    public int Lines => _lines.Count;

    /// <summary>The highest act number recorded, or -1.</summary>
    public int LastRecorded => _recorded;

    /// <summary>A version by its index, which <see cref="Append"/> and the reads return.</summary>
    public ref readonly FactVersion this[int version] => ref _versions[version];

    /// <summary>The timeline of a key, or -1 if nothing was ever written on it.</summary>
    public int LineOf(FactKey key) => _table.Find(key.Bits);

    public FactKey KeyOf(int line) => new(_lines[line].Key);

    /// <summary>The newest version of a timeline; older ones follow by <see cref="FactVersion.Previous"/>.</summary>
    public int Newest(int line) => _lines[line].Head;

    /// <summary>Appends a version to a timeline, making the timeline if need be.</summary>
    /// <param name="key">The timeline.</param>
    /// <param name="from">First day on which it holds.</param>
    /// <param name="until">First day on which it no longer holds.</param>
    /// <param name="value">The value, or <see cref="FactVersion.Nothing"/>.</param>
    /// <param name="source">The act (0 or more) or prospective act (negative) that made it.</param>
    /// <param name="recorded">Number of the act being recorded; never lower than that of an earlier append.</param>
    /// <param name="condition">The readings in which it holds.</param>
    /// <returns>The index of the version, or <see cref="None"/> if the span or the condition is empty or there is no source, and nothing was written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="recorded"/> goes back, the key is of a set or of a relation that the store keeps, or the source was never prepared.
    /// </exception>
    public int Append(
        FactKey key, Day from, Day until, long value, int source, int recorded, Condition condition = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Relation, FirstRelation, nameof(key));
        ArgumentOutOfRangeException.ThrowIfNegative(key.Subject, nameof(key));
        return Write(key, from, until, value, source, recorded, condition);
    }

    private int Write(FactKey key, Day from, Day until, long value, int source, int recorded, Condition condition)
    {
        if (source == NoSource)
            return None;
        ArgumentOutOfRangeException.ThrowIfLessThan(recorded, Math.Max(0, _recorded));
        ArgumentOutOfRangeException.ThrowIfLessThan(source, -_prospective.Count);
        if (until <= from || condition.IsNever)
            return None;
        _recorded = recorded;
        var line = _table.Find(key.Bits);
        if (line < 0)
            line = NewLine(key, recorded);
        ref var timeline = ref _lines.Own(line);
        var previous = timeline.Head;
        var version = _versions.Add(Linked(line, previous, value, from, until, recorded, source, condition));
        Made(source, recorded, version);
        if (previous >= 0 && IsRetroactive(in _versions[version], in _versions[previous]))
        {
            if (timeline.FirstRetroactive == Line.Never)
                timeline.FirstRetroactive = version;
            if (++timeline.Retroactive == IndexAbove + 1)
                BuildIndex(ref timeline, previous);
        }

        if (timeline.Index >= 0)
            OwnIndex(timeline.Index).Add(from, until, version);
        LinkVersion(key, ref timeline, version);
        Volatile.Write(ref timeline.Head, version);
        return version;
    }

    private FactVersion Linked(
        int line, int previous, long value, Day from, Day until, int recorded, int source, Condition condition)
    {
        var jump = None;
        var depth = 0;
        var skippedFrom = from;
        var skippedUntil = until;
        if (previous >= 0)
        {
            ref readonly var before = ref _versions[previous];
            depth = before.Depth + 1;
            jump = previous;
            if (before.Jump >= 0)
            {
                ref readonly var far = ref _versions[before.Jump];
                if (far.Jump >= 0 && before.Depth - far.Depth == far.Depth - _versions[far.Jump].Depth)
                {
                    jump = far.Jump;
                    skippedFrom = Day.Earlier(from, Day.Earlier(before.SkippedFrom, far.SkippedFrom));
                    skippedUntil = Day.Later(until, Day.Later(before.SkippedUntil, far.SkippedUntil));
                }
            }
        }

        return new FactVersion(
            value, from, until, recorded, source, condition, line, previous, jump, depth, skippedFrom, skippedUntil);
    }

    private static bool IsRetroactive(in FactVersion version, in FactVersion previous) =>
        version.From < previous.From || version.Until < previous.Until;

    private int NewLine(FactKey key, int recorded)
    {
        var line = _lines.Add(new Line { Key = key.Bits, Head = None, FirstRetroactive = Line.Never, Index = -1, Link = None });
        _table.Add(key.Bits, line);
        if (key.Object >= 0)
            LinkPair(key, line, recorded);
        return line;
    }

    /// <summary>An index to be written to.</summary>
    private SpanIndex OwnIndex(int index)
    {
        if (index < _indexesShared && (_indexesCopied ??= []).Add(index))
            _indexes[index] = _indexes[index].Branch();
        return _indexes[index];
    }

    private void BuildIndex(ref Line timeline, int head)
    {
        var index = new SpanIndex();
        var versions = new int[_versions[head].Depth + 1];
        for (var i = head; i >= 0; i = _versions[i].Previous)
            versions[_versions[i].Depth] = i;
        foreach (var i in versions)
            index.Add(_versions[i].From, _versions[i].Until, i);
        _indexes.Add(index);
        timeline.Index = _indexes.Count - 1;
    }
}
