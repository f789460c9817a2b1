namespace Foedus.Engine.Kernel;

/// <content>Prospective acts: what the clock has prepared.</content>
public sealed partial class FactStore
{
    /// <summary>How many steps of a chain are written ahead; a longer one unrolls when the last is reached.</summary>
    public const int ChainBound = 8;

    private readonly Slab<ProspectiveAct> _prospective;
    private readonly Slab<ClockStep> _clock;

    /// <summary>How many prospective acts were written; their sources are -1, -2 and so on.</summary>
    public int Prospective => _prospective.Count;

    /// <summary>A prospective act by its source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that number.</exception>
    public ProspectiveAct ProspectiveOf(int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(~source, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(~source, _prospective.Count, nameof(source));
        return _prospective[~source];
    }

    /// <summary>
    /// Says that an act was done on a day. What the clock has prepared with effect from before its due day (void from the start, unless
    /// confirmed) shows only to a view at or after that day, or to one that knows of an act done then.
    /// </summary>
    public void Done(int act, Day day)
    {
        if (_clock.Count == 0 || _clock[_clock.Count - 1].Day < day)
            _clock.Add(new ClockStep(act, day));
    }

    /// <summary>Writes a prospective act; its facts follow by <see cref="Append"/> with the source returned.</summary>
    /// <param name="parent">The act that writes it, or the prospective act that it follows in a chain.</param>
    /// <param name="due">First day on which it has effect.</param>
    /// <param name="recorded">Number of the act being recorded.</param>
    /// <param name="tag">The caller's own number.</param>
    /// <param name="guard">A guard to be decided on the due day; 0 is none.</param>
    /// <param name="unrolls">True if the chain goes on after this step.</param>
    /// <returns>
    /// Its source, negative; <see cref="NoSource"/> if the chain is already <see cref="ChainBound"/> long or has no source, and nothing was
    /// written.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The parent was never prepared, or <paramref name="recorded"/> goes back.</exception>
    public int Prepare(int parent, Day due, int recorded, int tag = 0, int guard = 0, bool unrolls = false)
    {
        if (parent == NoSource)
            return NoSource;
        ArgumentOutOfRangeException.ThrowIfLessThan(parent, -_prospective.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(recorded, Math.Max(0, _recorded));
        var depth = 0;
        if (parent < 0)
        {
            ref readonly var before = ref _prospective[~parent];

            // A chain that was cut and has been reached goes on from there, as a new run of steps.
            depth = before.Unrolls && (recorded > before.Recorded || before.Due <= LatestDone) ? 0 : before.Depth + 1;
        }

        if (depth >= ChainBound)
            return NoSource;
        _recorded = recorded;
        if (recorded != BirthOf(parent))
            _latePrepared.Add(parent, _prospective.Count);
        var source = ~_prospective.Count;
        _prospective.Add(new ProspectiveAct(source, parent, recorded, due, tag, guard, depth, unrolls));
        return source;
    }

    /// <summary>
    /// Overlays a prospective act by an answer that was done in time: as now known it never comes. What it would have changed, and every
    /// later step of its chain, falls with it; if the answer falls, they stand again.
    /// </summary>
    /// <param name="prospective">The source of the prospective act.</param>
    /// <param name="done">When the answer was done.</param>
    /// <param name="source">The answer.</param>
    /// <param name="recorded">Number of the act being recorded.</param>
    /// <param name="condition">The readings in which the answer is one.</param>
    /// <returns>False if the answer came on the due day or later, or is not later in the ledger, and nothing was written.</returns>
    public bool Overlay(int prospective, Day done, int source, int recorded, Condition condition = default) =>
        done < ProspectiveOf(prospective).Due
        && State(prospective, SourceStanding.Void, Day.Min, Day.Max, source, recorded, condition) >= 0;

    /// <summary>The prospective acts due in a span that stand on their due day, by due day and then in the order in which they were written.</summary>
    /// <param name="from">First due day.</param>
    /// <param name="until">First due day that is too late.</param>
    /// <param name="known">As known after this act.</param>
    /// <param name="readings">The readings of silences that conditions ask for.</param>
    public IReadOnlyList<ProspectiveAct> Calendar(Day from, Day until, int known, IReadings readings)
    {
        var list = new List<ProspectiveAct>();
        var context = ReadContext.Of(readings, Guards);
        for (var i = 0; i < _prospective.Count && _prospective[i].Recorded <= known; i++)
        {
            ref readonly var act = ref _prospective[i];
            if (from <= act.Due && act.Due < until
                && Standing(act.Source, act.Due, known, context, -1) is SourceStanding.Stands or SourceStanding.Voidable)
            {
                list.Add(act);
            }
        }

        list.Sort(static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : b.Source.CompareTo(a.Source));
        return list;
    }

    /// <summary>Whether a prospective act has come and its guard holds; void until then.</summary>
    private SourceStanding Arrived(in ProspectiveAct act, Day day, int known, in ReadContext context)
    {
        var index = ~act.Source;
        if (!context.Sees(act.Due, index) || (day < act.Due && ClockAt(known) < act.Due))
            return SourceStanding.Void;
        if (act.Guard == 0 || context.Guards is null)
            return SourceStanding.Stands;
        return Guarded(in act, known, context) switch
        {
            GuardAnswer.Holds => SourceStanding.Stands,
            GuardAnswer.Fails => SourceStanding.Void,
            _ => SourceStanding.Open,
        };
    }

    private GuardAnswer Guarded(in ProspectiveAct act, int known, in ReadContext context)
    {
        var index = ~act.Source;
        if (context.Memo is not null && context.Memo.TryGuard(index, known, out var answer))
            return answer;
        var before = context.Before(act.Due, index);
        if (before.Depth > ReadContext.Deep)
            DecideEarliestFirst(in act, known, before.Memo!, context);
        answer = before.Guards!.Decide(act.Guard, act, new View(this, act.Due, known, before));
        before.Memo!.NoteGuard(index, known, answer);
        return answer;
    }

    /// <summary>
    /// Decides every guard that comes before this one, by due day. A guard sees only what comes before it, so each finds what it needs already
    /// known, and no chain of guards is too long.
    /// </summary>
    private void DecideEarliestFirst(in ProspectiveAct act, int known, ReadMemo memo, in ReadContext context)
    {
        var earlier = new List<ProspectiveAct>();
        for (var i = 0; i < _prospective.Count && _prospective[i].Recorded <= known; i++)
        {
            ref readonly var other = ref _prospective[i];
            var precedes = other.Due < act.Due || (other.Due == act.Due && i < ~act.Source);
            if (other.Guard != 0 && precedes && !memo.TryGuard(i, known, out _))
                earlier.Add(other);
        }

        earlier.Sort(static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : b.Source.CompareTo(a.Source));
        foreach (var other in earlier)
        {
            var view = new View(this, other.Due, known, context.Before(other.Due, ~other.Source));
            memo.NoteGuard(~other.Source, known, context.Guards!.Decide(other.Guard, other, view));
        }
    }

    /// <summary>The latest day on which an act was done.</summary>
    public Day LatestDone => _clock.Count == 0 ? Day.Min : _clock[_clock.Count - 1].Day;

    /// <summary>The latest day on which an act was done, among those known.</summary>
    private Day ClockAt(int known)
    {
        int low = 0, high = _clock.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_clock[middle].Act <= known)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? Day.Min : _clock[low - 1].Day;
    }

    private readonly record struct ClockStep(int Act, Day Day);
}
