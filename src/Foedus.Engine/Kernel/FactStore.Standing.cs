namespace Foedus.Engine.Kernel;

/// <content>The standing of sources: timelines of their own, read only for sources that were ever challenged.</content>
public sealed partial class FactStore
{
    private const int ActStanding = 0;
    private const int ProspectiveStanding = 1;

    private ulong[] _challenged;
    private bool _challengedIsShared;

    /// <summary>
    /// States how a source stands over a span. <see cref="SourceStanding.Void"/> is from the start and so takes the whole of time; a later
    /// statement, or the fall of the act that made this one, overlays it.
    /// </summary>
    /// <param name="target">The source: an act, or a prospective act.</param>
    /// <param name="standing">Anything but <see cref="SourceStanding.Open"/>.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">First day after.</param>
    /// <param name="source">The act that states it: the target itself, or something written after it.</param>
    /// <param name="recorded">Number of the act being recorded.</param>
    /// <param name="condition">The readings in which it is stated.</param>
    /// <returns>The index of the version, or <see cref="None"/> if the source is not later than its target, and nothing was written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number was never recorded or prepared, or <paramref name="recorded"/> goes back.</exception>
    public int State(
        int target, SourceStanding standing, Day from, Day until, int source, int recorded, Condition condition = default)
    {
        if (source == NoSource || target == NoSource)
            return None;
        ArgumentOutOfRangeException.ThrowIfLessThan(target, -_prospective.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(source, -_prospective.Count);
        ArgumentOutOfRangeException.ThrowIfEqual((int)standing, (int)SourceStanding.Open, nameof(standing));
        if (source != target && OrderOf(source) <= OrderOf(target))
            return None;
        if (standing == SourceStanding.Void)
            (from, until) = (Day.Min, Day.Max);
        var version = Write(StandingKey(target), from, until, (long)standing, source, recorded, condition);
        if (version >= 0 && !IsChallenged(target))
        {
            SetChallenged(target);
            Turn(target);
            UncloseBy(target);
        }

        return version;
    }

    /// <summary>How a source stands at a day, as known after an act.</summary>
    /// <param name="source">An act, or a prospective act; the latter falls with what it rests on.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="known">As known after this act.</param>
    /// <param name="readings">The readings of silences that conditions ask for.</param>
    public SourceStanding StandingOf(int source, Day day, int known, IReadings readings) =>
        Standing(source, day, known, ReadContext.Of(readings), -1);

    /// <summary>The timeline of the standing of a source, or -1 if it was never challenged.</summary>
    public int StandingLine(int source) => LineOf(StandingKey(source));

    /// <summary>The source whose standing a timeline holds, if it is one.</summary>
    public bool IsStanding(int line, out int source)
    {
        var key = KeyOf(line);
        source = key.Relation == ProspectiveStanding ? ~key.Subject : key.Subject;
        return key.Relation is ActStanding or ProspectiveStanding;
    }

    /// <summary>The key under which the standing of a source is kept, for the log of reads.</summary>
    public static FactKey StandingKey(int source) =>
        source >= 0 ? FactKey.Of(ActStanding, source) : FactKey.Of(ProspectiveStanding, ~source);

    internal SourceStanding Standing(int source, Day day, int known, in ReadContext context, long floor)
    {
        if (source < 0 && day < _prospective[~source].Arrives && ClockAt(known) < _prospective[~source].Arrives)
            return SourceStanding.Void;
        var worst = SourceStanding.Stands;
        for (var at = Turns(source, context); at != NoSource && OrderOf(at) > floor; at = at < 0 ? Turns(_prospective[~at].Parent, context) : NoSource)
        {
            var own = context.Supposed?.Of(at, day) ?? SourceStanding.Stands;
            if (own == SourceStanding.Stands && IsChallenged(at))
                own = Stated(at, day, known, context);
            if (own == SourceStanding.Void)
                return own;
            if (own > worst)
                worst = own;
        }

        return worst;
    }

    /// <summary>The nearest source, itself or one that it follows, on whose own standing that of a source may turn.</summary>
    private int Turns(int source, in ReadContext context) => context.Supposed is null ? ChallengedAt(source) : source;

    private int ChallengedAt(int source) => source < 0 ? _prospective[~source].Challenged : IsChallenged(source) ? source : NoSource;

    private SourceStanding Stated(int source, Day day, int known, in ReadContext context)
    {
        var line = _table.Find(StandingKey(source).Bits);
        if (line < 0)
            return SourceStanding.Stands;
        if (context.Memo is null)
            return Stated(line, source, day, known, context);
        if (context.Memo.TryStated(source, day, known, out var standing))
            return standing;
        if (context.Depth >= ReadContext.Deep)
            StateLatestFirst(source, day, known, context);
        standing = Stated(line, source, day, known, context);
        context.Memo.NoteStated(source, day, known, standing);
        return standing;
    }

    private SourceStanding Stated(int line, int source, Day day, int known, in ReadContext context)
    {
        var version = Find(line, day, known, context.Deeper(), OrderOf(source));
        return version >= 0 ? (SourceStanding)_versions[version].Value
            : version == Open ? SourceStanding.Open
            : SourceStanding.Stands;
    }

    /// <summary>
    /// Works out the standing of every source on which that of this one may turn. Statements are by later sources, so from the latest down
    /// each finds what it needs already known, and no chain of annulments is too long.
    /// </summary>
    private void StateLatestFirst(int source, Day day, int known, in ReadContext context)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(source);
        while (open.TryPop(out var target))
        {
            var line = _table.Find(StandingKey(target).Bits);
            if (line < 0)
                continue;
            for (var i = NewestKnown(line, known); i >= 0; i = _versions[i].Previous)
            {
                for (var by = ChallengedAt(_versions[i].Source); by != NoSource && OrderOf(by) > OrderOf(target);)
                {
                    if (needed.Add(by))
                        open.Push(by);
                    by = by < 0 ? ChallengedAt(_prospective[~by].Parent) : NoSource;
                }
            }
        }

        foreach (var each in needed.OrderByDescending(OrderOf))
        {
            if (!context.Memo!.TryStated(each, day, known, out _))
            {
                var standing = Stated(_table.Find(StandingKey(each).Bits), each, day, known, context);
                context.Memo.NoteStated(each, day, known, standing);
            }
        }
    }

    /// <summary>
    /// The order in which sources came. A statement about a source is always by a later one, so standing never depends on itself.
    /// </summary>
    private long OrderOf(int source) =>
        source >= 0 ? (long)source << 32 : ((long)_prospective[~source].Recorded << 32) | (uint)-source;

    private static int BitOf(int source) => source >= 0 ? source << 1 : (~source << 1) | 1;

    private bool IsChallenged(int source)
    {
        var bit = BitOf(source);
        var words = _challenged;
        var word = bit >> 6;
        return word < words.Length && (words[word] & (1UL << (bit & 63))) != 0;
    }

    private void SetChallenged(int source)
    {
        var bit = BitOf(source);
        if (bit >> 6 >= _challenged.Length || _challengedIsShared)
        {
            var larger = new ulong[bit >> 6 < _challenged.Length ? _challenged.Length : Math.Max((bit >> 6) + 1, 2 * _challenged.Length)];
            Array.Copy(_challenged, larger, _challenged.Length);
            Volatile.Write(ref _challenged, larger);
            _challengedIsShared = false;
        }

        _challenged[bit >> 6] |= 1UL << (bit & 63);
    }

    /// <summary>What follows a source that was not challenged before turns on it from now on, unless something nearer was challenged.</summary>
    private void Turn(int target)
    {
        var open = new Stack<int>();
        if (target < 0)
            _prospective.Own(~target).Challenged = target;
        foreach (var child in PreparedBy(target))
            open.Push(~child);
        while (open.TryPop(out var index))
        {
            if (_prospective[index].Challenged == ~index)
                continue;
            _prospective.Own(index).Challenged = target;
            for (var child = _prospective[index].FirstChild; child >= 0; child = _prospective[child].NextSibling)
                open.Push(child);
        }
    }
}
