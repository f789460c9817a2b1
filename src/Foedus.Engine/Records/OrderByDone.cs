using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>
/// What was done last shows, not what was recorded last: what is entered late holds until something that was done after it, and is on record
/// already, takes its place. What the calendar brings comes before the acts of its day, and is judged anew where the late entry bears on it.
/// </summary>
internal static class OrderByDone
{
    /// <summary>The end of a fact that is written by something done on a day.</summary>
    /// <param name="state">The state, with the act that is being recorded.</param>
    /// <param name="key">The timeline.</param>
    /// <param name="from">The first day of the fact.</param>
    /// <param name="until">Its end as it would be.</param>
    /// <param name="done">The day on which it is done.</param>
    /// <param name="byAct">Whether an act does it, or the calendar.</param>
    public static Day End(State state, FactKey key, Day from, Day until, Day done, bool byAct)
    {
        var store = state.Store;
        if (byAct ? done >= store.LatestDone : done > store.LatestDone)
            return until;
        for (var at = store.NewestKnown(store.LineOf(key), int.MaxValue); at >= 0; at = store[at].Previous)
        {
            ref readonly var fact = ref store[at];
            if (fact.From < from || fact.From >= until || !fact.Condition.IsAlways)
                continue;
            var (day, act) = DoneOf(state, fact.Source);
            if (act && (day > done || (day == done && !byAct))
                && store.StandingOf(fact.Source, fact.From, int.MaxValue, Assumptions.None) is SourceStanding.Stands or SourceStanding.Voidable)
            {
                until = fact.From;
            }
        }

        return until;
    }

    private static (Day Day, bool ByAct) DoneOf(State state, int source)
    {
        while (source < 0)
        {
            var prepared = state.Store.ProspectiveOf(source);
            if (prepared.Tag != Judging.Effect.ProductTag)
                return (prepared.Due, false);
            source = prepared.Parent;
        }

        return (source > 0 && state.IsRuled(source) ? state.DigestOf(source).Done : Day.Min, true);
    }
}
