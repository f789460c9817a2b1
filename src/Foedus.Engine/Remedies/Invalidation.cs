using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Remedies;

/// <summary>Writes that an act is void from the start or from now, and says what becomes of later acts.</summary>
internal static class Invalidation
{
    public static void Write(Judgement j, Remedy remedy)
    {
        if (remedy.Effect is not { } slot || !j.Ask(slot, out var effect))
            return;
        j.Cite(slot.By, GroundKind.Effect, j.ObjectName, Words(effect));
        if (j.View.TryValue(Relations.MadeBy, j.Act.Object, out var sequence))
        {
            if (effect.Kind == Charter.Model.EffectKind.VoidFromStart)
                j.Challenge((int)sequence, SourceStanding.Void, Day.Min, Day.Max);
            else
                j.Challenge((int)sequence, SourceStanding.Ended, j.Today, Day.Max);
        }

        if (remedy.LaterActs is { } later && j.Ask(later, out var fate))
            j.Cite(later.By, GroundKind.Fate, "later acts", fate == LaterActs.Stand ? "stand" : fate == LaterActs.FallWithIt ? "fall with it" : "may be challenged");
    }

    private static string Words(RemedyEffect effect) => effect.Kind switch
    {
        Charter.Model.EffectKind.VoidFromStart => "void from the start",
        Charter.Model.EffectKind.VoidFromDay => "void from this day",
        Charter.Model.EffectKind.Suspended => "suspended",
        Charter.Model.EffectKind.MustAct => "to be acted upon",
        _ => "as " + effect.DecidedBy?.Words + " decides",
    };
}
