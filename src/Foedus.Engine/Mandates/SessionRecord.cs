using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>Records when sessions began and were over, on which the terms of members may hang ("until the next ordinary Congress").</summary>
internal static class SessionRecord
{
    public static void Opened(Judgement j, int body) =>
        j.Link(Relations.SessionOpened, body, j.State.Known + 1, j.Roll.Word(KindOf(j, body)));

    /// <summary>A session is over; one that adjourns to a day goes on.</summary>
    public static void Closed(Judgement j, int body)
    {
        if (j.Act.Day is null)
            j.Link(Relations.SessionClosed, body, j.State.Known + 1);
    }

    /// <summary>The kind of session that begins: the one convened last for this day or before; else the only kind that the body has.</summary>
    private static string KindOf(Judgement j, int body)
    {
        if (j.BodyOf(body) is not { Body.Sessions: var kinds })
            return "";
        var (kind, day) = (kinds.Count == 1 ? kinds[0].Kind : "", int.MinValue);
        foreach (var session in kinds)
        {
            if (j.Roll.Find(ThingKind.Session, session.Kind, body) is >= 0 and var thing && j.View.TryValue(Relations.Convened, thing, out var convened)
                && convened <= j.Today.Number && convened >= day)
            {
                (kind, day) = (session.Kind, (int)convened);
            }
        }

        return kind;
    }
}
