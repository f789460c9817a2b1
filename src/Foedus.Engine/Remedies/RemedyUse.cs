using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Remedies;

/// <summary>The duties that arise from using a remedy.</summary>
internal static class RemedyUse
{
    /// <summary>The duties that arise from using it.</summary>
    public static void Duties(Judgement j, Remedy remedy)
    {
        foreach (var duty in remedy.Duties)
            Clock.Duties.Arises(j, duty, j.Act.Object);
    }
}
