using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Bodies;

/// <summary>The sessions that a body has begun.</summary>
internal static class Sessions
{
    /// <summary>Whether a body has begun a session after a day and by the day of the question.</summary>
    public static bool HasBegunSince(Inquiry q, BodyAt body, Day day)
    {
        var thing = q.Book.All.FindThing(body);
        if (thing < 0)
            return false;
        var store = q.State.Store;
        for (var at = store.NewestKnown(store.LineOf(FactKey.Of(Relations.Sitting, thing, 0)), q.View.Known); at >= 0; at = store[at].Previous)
        {
            if (store[at].Value == 1 && day < store[at].From && store[at].From <= q.Today
                && q.View.StandingOf(store[at].Source) is SourceStanding.Stands or SourceStanding.Voidable)
            {
                return true;
            }
        }

        return false;
    }
}
