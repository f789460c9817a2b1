using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Bodies;

/// <summary>
/// Units of which nobody has said within which unit they stand, though their kind stands within another: a club that was admitted, and no
/// act named its region. They may stand beneath any unit above their kind, so what hangs on that is open, and it is named.
/// </summary>
internal static class Unplaced
{
    /// <summary>The unit, itself or one above it, of which nothing says where it stands; -1 if all is said.</summary>
    public static int Of(Inquiry inquiry, int unit) => Of(inquiry, unit, out _);

    /// <summary>Whether a unit may stand beneath another, for all that is known, without that being certain.</summary>
    public static bool MayLie(Inquiry inquiry, int above, int unit) =>
        above >= 0 && unit != above && Of(inquiry, unit, out var kind) >= 0
        && inquiry.View.TryValue(Relations.Kind, above, out var word) && IsAbove(kind!, inquiry.Roll.WordOf(word));

    /// <summary>Whether a unit may stand beneath some unit of a kind, without that being certain.</summary>
    public static bool MayLie(Inquiry inquiry, UnitKind above, int unit) =>
        UnitsBeneath.Above(inquiry, unit, above) < 0 && Of(inquiry, unit, out var kind) >= 0 && IsAbove(kind!, above.Name);

    /// <summary>The units of a kind that may stand beneath a unit, or may not.</summary>
    public static IEnumerable<int> UnitsOf(Inquiry inquiry, UnitKind kind, int beneath)
    {
        if (beneath < 0)
            yield break;
        foreach (var link in inquiry.View.Objects(Relations.OfKind, inquiry.Roll.Word(kind.Name)))
        {
            if (MayLie(inquiry, beneath, link.Thing))
                yield return link.Thing;
        }
    }

    /// <summary>The reason that keeps open what hangs on where a unit stands, with what has to be told.</summary>
    public static Ground Reason(Inquiry inquiry, int unit)
    {
        var at = Of(inquiry, unit, out var kind);
        var parents = string.Join(" or ", kind!.Parents.Select(k => k.Name));
        var name = inquiry.Roll.NameOf(at);
        return new Ground(Truth.Open, kind.By, GroundKind.ParentUnsaid, name, parents, new Need("in which " + parents + " " + name + " lies"));
    }

    /// <summary>None of them, or all: seats that are there only if a unit stands beneath another.</summary>
    public static SeatRange Perhaps(SeatRange seats) => seats with { Least = Ratio.Zero };

    private static int Of(Inquiry inquiry, int unit, out UnitKind? kind)
    {
        var at = unit;
        for (var depth = 0; depth < UnitsBeneath.DeepestTier; depth++)
        {
            var parent = UnitsBeneath.ParentOf(inquiry, at);
            if (parent < 0)
                break;
            at = parent;
        }

        var word = inquiry.View.TryValue(Relations.Kind, at, out var now) || inquiry.View.TryValue(Relations.AppliesAs, at, out now) ? now : -1;
        kind = word < 0 ? null : inquiry.Book.Kind(inquiry.Roll.WordOf(word));
        return kind is { Parents.IsEmpty: false } ? at : -1;
    }

    private static bool IsAbove(UnitKind kind, string above) => kind.Above().Any(k => string.Equals(k.Name, above, StringComparison.Ordinal));
}
