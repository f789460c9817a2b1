using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Standing;

/// <summary>Looks behind what shows: what was written on a timeline whether or not the act that wrote it still stands.</summary>
internal static class Versions
{
    /// <summary>
    /// The newest version that covers the day of an inquiry and whose condition is true on its path, though its source may have fallen; -1 if
    /// there is none.
    /// </summary>
    public static int Written(Inquiry inquiry, FactKey key)
    {
        var store = inquiry.State.Store;
        for (var at = store.NewestKnown(store.LineOf(key), inquiry.View.Known); at >= 0; at = store[at].Previous)
        {
            if (!store[at].Covers(inquiry.Today) || store.Conditions.Decide(store[at].Condition, inquiry.Readings) != 1)
                continue;

            // What the clock had prepared and what never came was not written at all; what an act made was, though it may have fallen since.
            var source = store[at].Source;
            while (source < 0 && store.ProspectiveOf(source).Tag == Judging.Effect.ProductTag)
                source = store.ProspectiveOf(source).Parent;
            if (source >= 0 || inquiry.View.StandingOf(source) != SourceStanding.Void)
                return at;
        }

        return -1;
    }
}
