using Foedus.Charter.Model;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Law;

/// <summary>What becomes of a legal act that is attacked or that was made outside the competence, in words.</summary>
internal static class Falls
{
    public static string Words(RemedyEffect effect) => effect.Kind switch
    {
        EffectKind.VoidFromStart => "void from the start",
        EffectKind.VoidFromDay => "void from this day",
        EffectKind.Suspended => "suspended",
        EffectKind.MustAct => "to be acted upon",
        _ => "as " + effect.DecidedBy?.Words + " decides",
    };
}
