using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Mandates;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <summary>
/// An office or a body of which nobody is on record acts by its name, on the word of the record. The ruling says so, so that nobody takes it
/// for known who acted.
/// </summary>
internal static class UnfilledPlaces
{
    /// <summary>Notes of each of those who act that nobody was ever recorded as its holder or member.</summary>
    public static void Note(Judgement j)
    {
        foreach (var doer in j.Act.By)
        {
            if (doer < 0)
                continue;
            if (j.Roll[doer].Kind == ThingKind.Office && j.OfficeOf(doer) is not null)
            {
                if (!j.Mandates.WasEverHeld(doer))
                    j.Inform(Truth.Yes, null, GroundKind.NoHolderOnRecord, j.Roll.NameOf(doer));
            }
            else if (j.Roll[doer].Kind == ThingKind.Body && j.BodyOf(doer) is { } body && IsChosen(body) && !WasEverHeld(j, body))
            {
                j.Inform(Truth.Yes, null, GroundKind.NoMemberOnRecord, j.Roll.NameOf(doer));
            }
        }
    }

    private static bool WasEverHeld(Judgement j, BodyAt body)
    {
        foreach (var post in Posts.Parts(j, body))
        {
            if (j.Mandates.WasEverHeld(post))
                return true;
        }

        return false;
    }

    /// <summary>Whether a body has members of its own to whom mandates are given.</summary>
    private static bool IsChosen(BodyAt body) => IsChosen(body.Body) || body.Body.Chambers.Exists(IsChosen);

    private static bool IsChosen(Body body)
    {
        foreach (var group in body.Seats)
        {
            if (!group.Formula.IsSaid || group.Formula.Said is not (SeatFormula.ExOfficio or SeatFormula.OnePerOffice))
                return true;
        }

        return false;
    }
}
