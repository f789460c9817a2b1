using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// From which unit somebody was chosen for a place that is not that unit's own ("chosen by Congress, from any town", "from any town of that county"):
/// the one that the election names, else the one for which the person has seats on that day. What becomes of its seats or offices becomes of the place.
/// </summary>
internal static class Origins
{
    /// <summary>Records it with the choice; one that is not told takes an earlier one away.</summary>
    public static void Write(Judgement j, ElectiveLine line, in Mandate mandate)
    {
        if ((!line.AsksOrigin && mandate.Unit < 0) || j.Roll[mandate.Holder].Kind == ThingKind.Unit)
            return;
        if (Told(j, line, mandate) is >= 0 and var unit && unit != mandate.Unit)
            j.Link(Relations.Origin, line.Post, mandate.Holder, unit, mandate.From);
        else if (Of(j, line.Post, mandate.Holder) >= 0)
            j.Unlink(Relations.Origin, line.Post, mandate.Holder, mandate.From);
    }

    /// <summary>The unit from which the holder of a place was chosen, or -1.</summary>
    public static int Of(Inquiry q, int post, int person) =>
        person >= 0 && q.View.TryValue(Relations.Origin, post, person, out var unit) ? (int)unit : -1;

    private static int Told(Judgement j, ElectiveLine line, in Mandate mandate)
    {
        if (line.Each is null && j.Act.Unit >= 0)
            return j.Act.Unit;
        if (line.Each is not null && !line.AsksUnits)
            return -1;
        var home = -1;
        foreach (var other in j.Mandates.HeldBy(mandate.Holder))
        {
            if (j.Mandates.SitsFor(other) is not (>= 0 and var unit) || unit == home)
                continue;
            if (home >= 0)
                return -1;
            home = unit;
        }

        return home;
    }
}
