using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Deciding;

/// <summary>
/// The calls of a body, so far as a second call may hang on them. The first call is the earliest vote without a quorum since the last one that
/// had one: of the sittings of the body, whatever was voted on, or of one matter. The second call is the next after it, once its time has come,
/// and what is voted on the same day. A call with a quorum, be it the lower one, ends it; a fruitless one between does not move it.
/// </summary>
internal static class Calls
{
    private const long Fruitless = 1;
    private const long Quorate = 2;

    /// <summary>Keeps that a body voted, with a quorum or without.</summary>
    public static void Keep(Judgement j, int body, int matter, bool quorate)
    {
        j.Link(Relations.CallOfMatter, body, matter, quorate ? Quorate : Fruitless);
        j.Write(Relations.CallOfSitting, body, quorate ? Quorate : Fruitless);
    }

    /// <summary>The day of the first call of a matter; null if none waits for a second.</summary>
    public static Day? FirstOfMatter(Inquiry inquiry, int body, int matter) => First(inquiry, FactKey.Of(Relations.CallOfMatter, body, matter));

    /// <summary>The day of the first call of a sitting; null if none waits for a second.</summary>
    public static Day? FirstOfSitting(Inquiry inquiry, int body) => First(inquiry, FactKey.Of(Relations.CallOfSitting, body));

    private static Day? First(Inquiry inquiry, FactKey key)
    {
        var view = inquiry.View;
        view.Look(key);
        var calls = new List<(Day On, int Recorded, long How)>();
        for (var at = view.Store.NewestKnown(view.Store.LineOf(key), view.Known); at >= 0; at = view.Store[at].Previous)
        {
            ref readonly var version = ref view.Store[at];
            if (version.From <= view.At && view.Store.Conditions.Decide(version.Condition, view.Readings) == 1
                && view.StandingOf(version.Source) is SourceStanding.Stands or SourceStanding.Voidable)
            {
                calls.Add((version.From, version.Recorded, version.Value));
            }
        }

        Day? first = null;
        foreach (var (on, _, how) in calls.OrderBy(c => c.On).ThenBy(c => c.Recorded))
        {
            if (how != Quorate)
                first ??= on;
            else if (on < view.At)
                first = null;
        }

        return first;
    }
}
