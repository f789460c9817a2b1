namespace Foedus.Engine.Kernel;

/// <content>Reading one timeline as at a day, as known after an act.</content>
public sealed partial class FactStore
{
    private enum Seen
    {
        Shows,
        PassedOver,
        Masked,
        Open,
    }

    /// <summary>
    /// The version that holds on a timeline: the latest recorded, as known, that covers the day, whose source is not void and whose condition
    /// is true. If its source has ended or is suspended on that day, nothing holds.
    /// </summary>
    /// <param name="line">The timeline, or a negative number for one that does not exist.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="known">As known after this act.</param>
    /// <param name="readings">The readings of silences that conditions ask for.</param>
    /// <returns>
    /// The index of a version, which may state <see cref="FactVersion.Nothing"/>; <see cref="None"/>; or <see cref="Open"/>, only when
    /// <paramref name="readings"/> leaves a silence open.
    /// </returns>
    public int At(int line, Day day, int known, IReadings readings) =>
        line < 0 ? None : Find(line, day, known, ReadContext.Of(readings), -1);

    /// <summary>The newest version of a timeline recorded with the act or before it, wherever it holds; or <see cref="None"/>.</summary>
    public int NewestKnown(int line, int known) => line < 0 ? None : Known(_lines[line].Head, known);

    internal int Find(int line, Day day, int known, in ReadContext context, long floor)
    {
        ref readonly var timeline = ref _lines[line];
        var i = Known(Volatile.Read(in timeline.Head), known);
        if (timeline.Index >= 0)
            return FindIndexed(_indexes[timeline.Index], i, day, known, context, floor);
        var ordered = timeline.FirstRetroactive;
        while (i >= 0)
        {
            ref readonly var version = ref _versions[i];
            if (version.Covers(day))
            {
                var seen = Look(in version, day, known, context, floor);
                if (seen != Seen.PassedOver)
                    return Answer(seen, i);
                i = version.Previous;
            }
            else if (i < ordered && version.Until <= day)
            {
                // Down from here the spans are in order, and all are over.
                return None;
            }
            else
            {
                i = version.Below(day);
            }
        }

        return None;
    }

    private static int Answer(Seen seen, int version) => seen switch
    {
        Seen.Shows => version,
        Seen.Open => Open,
        _ => None,
    };

    private int Known(int head, int known)
    {
        var i = head;
        while (i >= 0)
        {
            ref readonly var version = ref _versions[i];
            if (version.Recorded <= known)
                break;
            i = version.Jump >= 0 && _versions[version.Jump].Recorded > known ? version.Jump : version.Previous;
        }

        return i;
    }

    private int FindIndexed(SpanIndex index, int newest, Day day, int known, in ReadContext context, long floor)
    {
        var depth = newest < 0 ? -1 : _versions[newest].Depth;
        while (true)
        {
            var i = index.Find(depth, day);
            if (i < 0)
                return None;
            ref readonly var version = ref _versions[i];
            var seen = Look(in version, day, known, context, floor);
            if (seen != Seen.PassedOver)
                return Answer(seen, i);
            depth = version.Depth - 1;
        }
    }

    private Seen Look(in FactVersion version, Day day, int known, in ReadContext context, long floor)
    {
        if (!version.Condition.IsAlways)
        {
            var holds = Conditions.Decide(version.Condition, context.Readings);
            if (holds != 1)
                return holds == 0 ? Seen.PassedOver : Seen.Open;
        }

        if (version.Source >= 0 && context.Supposed is null && !IsChallenged(version.Source))
            return Seen.Shows;
        return Standing(version.Source, day, known, context, floor) switch
        {
            SourceStanding.Stands or SourceStanding.Voidable => Seen.Shows,
            SourceStanding.Void => Seen.PassedOver,
            SourceStanding.Open => Seen.Open,
            _ => Seen.Masked,
        };
    }
}
