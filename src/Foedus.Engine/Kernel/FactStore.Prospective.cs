namespace Foedus.Engine.Kernel;

/// <content>Prospective acts: what the clock has prepared, and what an act makes under a source of its own.</content>
public sealed partial class FactStore
{
    private readonly Slab<Prepared> _prospective;
    private readonly Slab<ClockStep> _clock;

    /// <summary>How many prospective acts were written; their sources are -1, -2 and so on.</summary>
    public int Prospective => _prospective.Count;

    /// <summary>A prospective act by its source.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that number.</exception>
    public ProspectiveAct ProspectiveOf(int source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(~source, nameof(source));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(~source, _prospective.Count, nameof(source));
        ref readonly var act = ref _prospective[~source];
        return new ProspectiveAct(source, act.Parent, act.Recorded, act.Due, act.Tag);
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
    /// <param name="due">First day on which it has effect; it does not come before its parent has.</param>
    /// <param name="recorded">Number of the act being recorded.</param>
    /// <param name="tag">The caller's own number.</param>
    /// <returns>Its source, negative; <see cref="NoSource"/> if the parent is that, and nothing was written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The parent was never prepared, or <paramref name="recorded"/> goes back.</exception>
    public int Prepare(int parent, Day due, int recorded, int tag = 0)
    {
        if (parent == NoSource)
            return NoSource;
        ArgumentOutOfRangeException.ThrowIfLessThan(parent, -_prospective.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(recorded, Math.Max(0, _recorded));
        _recorded = recorded;
        var index = _prospective.Count;
        if (parent >= 0 && recorded != parent)
            _latePrepared.Add(parent, index);
        _prospective.Add(new Prepared
        {
            Parent = parent,
            Recorded = recorded,
            Due = due,
            Tag = tag,
            Arrives = parent < 0 ? Day.Later(due, _prospective[~parent].Arrives) : due,
            Challenged = ChallengedAt(parent),
            FirstChild = None,
            LastChild = None,
            NextSibling = None,
            FirstVersion = _versions.Count,
            EndVersion = _versions.Count,
        });
        if (parent < 0)
            Follows(index, ref _prospective.Own(~parent));
        return ~index;
    }

    private void Follows(int index, ref Prepared parent)
    {
        if (parent.LastChild < 0)
            parent.FirstChild = index;
        else
            _prospective.Own(parent.LastChild).NextSibling = index;
        parent.LastChild = index;
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
