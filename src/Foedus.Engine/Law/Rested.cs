using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Law;

/// <summary>The acts that rested on something that falls, and what becomes of them.</summary>
internal static class Rested
{
    public static void Follow(Judgement j, Remedy remedy, int source, SourceStanding standing)
    {
        if (remedy.LaterActs is { } later && j.AskLimit(later, out var fate))
            j.Cite(later.By, GroundKind.Fate, "later acts", fate == LaterActs.Stand ? "stand" : fate == LaterActs.FallWithIt ? "fall with it" : "may be challenged");
    }
}
