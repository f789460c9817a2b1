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
        Standing(source, day, known, ReadContext.Of(readings, Guards), -1);

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
        var worst = SourceStanding.Stands;
        while (OrderOf(source) > floor)
        {
            var own = context.Supposed?.Of(source, day) ?? SourceStanding.Stands;
            var parent = int.MinValue;
            if (source < 0)
            {
                ref readonly var act = ref _prospective[~source];
                if (own == SourceStanding.Stands)
                    own = Arrived(in act, day, known, context);
                parent = act.Parent;
            }

            if (own == SourceStanding.Stands && IsChallenged(source))
                own = Stated(source, day, known, context);
            if (own == SourceStanding.Void)
                return own;
            if (own > worst)
                worst = own;
            if (parent == int.MinValue)
                break;
            source = parent;
        }

        return worst;
    }

    private SourceStanding Stated(int source, Day day, int known, in ReadContext context)
    {
        var line = _table.Find(StandingKey(source).Bits);
        if (line < 0)
            return SourceStanding.Stands;
        if (context.Memo is null)
            return Stated(line, source, day, known, context);
        if (context.Memo.TryStated(source, day, known, context, out var standing))
            return standing;
        if (context.Depth >= ReadContext.Deep)
            StateLatestFirst(source, day, known, context);
        standing = Stated(line, source, day, known, context);
        context.Memo.NoteStated(source, day, known, context, standing);
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
                for (var by = _versions[i].Source; OrderOf(by) > OrderOf(target); by = _prospective[~by].Parent)
                {
                    if (IsChallenged(by) && needed.Add(by))
                        open.Push(by);
                    if (by >= 0)
                        break;
                }
            }
        }

        foreach (var each in needed.OrderByDescending(OrderOf))
        {
            if (!context.Memo!.TryStated(each, day, known, context, out _))
            {
                var standing = Stated(_table.Find(StandingKey(each).Bits), each, day, known, context);
                context.Memo.NoteStated(each, day, known, context, standing);
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
}
