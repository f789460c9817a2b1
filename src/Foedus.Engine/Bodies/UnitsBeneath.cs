using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Bodies;

/// <summary>The units of which the body of a unit is made up: those that stand beneath that unit, however deep, and the unit itself.</summary>
internal static class UnitsBeneath
{
    /// <summary>No tree of units is deeper than this.</summary>
    public const int DeepestTier = 16;

    /// <summary>Whether a unit is another or stands beneath it; every unit stands beneath the whole (-1).</summary>
    public static bool Has(Inquiry inquiry, int above, int unit)
    {
        if (above < 0 || unit == above)
            return true;
        for (var depth = 0; depth < DeepestTier && inquiry.View.TryValue(Relations.Within, unit, out var parent) && parent != unit; depth++)
        {
            unit = (int)parent;
            if (unit == above)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The unit within which another stands; of one that applies to join, the one in which it asks to lie. -1 if it stands in none, or none is told.
    /// </summary>
    public static int ParentOf(Inquiry inquiry, int unit)
    {
        if (inquiry.View.TryValue(Relations.Within, unit, out var parent))
            return parent == unit ? -1 : (int)parent;
        if (inquiry.View.Look(Relations.Kind, unit).Holds)
            return -1;
        foreach (var asked in inquiry.View.Objects(Relations.AppliesIn, unit))
            return asked.Thing;
        return -1;
    }

    /// <summary>The unit of a kind that a unit is or beneath which it stands; -1 if there is none.</summary>
    public static int Above(Inquiry inquiry, int unit, Foedus.Charter.Model.UnitKind kind)
    {
        var word = inquiry.Roll.Word(kind.Name);
        for (var depth = 0; depth <= DeepestTier && unit >= 0; depth++)
        {
            if (inquiry.View.Holds(Relations.OfKind, word, unit))
                return unit;
            if (!inquiry.View.TryValue(Relations.Within, unit, out var parent) || parent == unit)
                break;
            unit = (int)parent;
        }

        return -1;
    }
}
