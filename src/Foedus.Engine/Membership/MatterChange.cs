using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Membership;

/// <summary>The change that a matter is about, as its introduction, application or notice has said it: which units, into what, as what.</summary>
internal static class MatterChange
{
    /// <summary>The change, or null with the reason noted.</summary>
    public static UnitChange? Of(Judgement j, int matter, string becomes, Provision by)
    {
        var unit = j.View.TryValue(Relations.Concerns, matter, out var concerned) ? (int)concerned
            : j.Roll[matter].Kind == ThingKind.Unit ? matter : -1;

        // A matter may go by the name of whom it is about.
        if (unit < 0)
        {
            unit = becomes == ChangeWords.Admission
                ? j.Roll.Add(ThingKind.Unit, j.Roll[matter].Name)
                : j.Roll.Find(ThingKind.Unit, j.Roll[matter].Name);
        }

        if (unit < 0)
        {
            j.Refuse(by, GroundKind.NoUnitOfChange, j.Roll.NameOf(matter), becomes, new Need("which unit " + j.Roll.NameOf(matter) + " concerns"));
            return null;
        }

        var standing = j.View.TryValue(Relations.AppliesAs, matter, out var word) ? j.Roll.WordOf(word) : null;
        var change = Of(j.Book.Kind(standing), becomes, [unit, .. Linked(j, Relations.ConcernsToo, matter)], Linked(j, Relations.Into, matter), standing);
        return IsWhole(j, change, matter, by) ? change : null;
    }

    /// <summary>A change from what an act or a matter says of it.</summary>
    public static UnitChange Of(UnitKind? kind, string word, ImmutableArray<int> units, ImmutableArray<int> into, string? standing)
    {
        var what = word switch
        {
            ChangeWords.Transfer or ChangeWords.Parent => ChangeWords.Boundary,
            ChangeWords.Standing => kind is null ? ChangeWords.Tie : ChangeWords.Kind,
            _ => word,
        };
        return new UnitChange(what, units)
        {
            Task = word,
            Into = what is ChangeWords.Merger or ChangeWords.Split or ChangeWords.Succession ? into : [],
            Parent = what is ChangeWords.Boundary or ChangeWords.Admission && into is [var parent] ? parent : -1,
            As = what is ChangeWords.Kind or ChangeWords.Admission ? kind : null,
            Tie = what == ChangeWords.Tie ? standing : null,
        };
    }

    /// <summary>Whether all is said that a change of its sort needs: into what units merge or are put, as what one goes on.</summary>
    public static bool IsWhole(Judgement j, UnitChange change, int matter, Provision? by)
    {
        var missing = change.What switch
        {
            ChangeWords.Merger or ChangeWords.Succession when change.Into.Length != 1 => "into which one unit",
            ChangeWords.Split when change.Into.IsEmpty => "into which units",
            ChangeWords.Boundary when change.Parent < 0 => "into which one unit",
            ChangeWords.Tie when change.Tie is null => "as what",
            ChangeWords.Kind when change.As is null => "as what",
            _ => null,
        };
        if (missing is null)
            return true;
        j.Refuse(by, GroundKind.ChangeIncomplete, j.Roll.NameOf(matter), new object?[] { change.Task, missing }, new Need(missing + " (" + j.Roll.NameOf(matter) + ")"));
        return false;
    }

    /// <summary>Refuses what is said of a change that cannot have it: into what a unit leaves, as what it is suspended. It would do nothing.</summary>
    public static void SaysNoMore(Judgement j, UnitChange change, bool into, bool standing, Provision? by)
    {
        if (into && change.What is not (ChangeWords.Merger or ChangeWords.Split or ChangeWords.Succession or ChangeWords.Boundary or ChangeWords.Admission))
            j.Refuse(by, GroundKind.SaidForNothing, change.What, "another unit");
        if (standing && change.What is not (ChangeWords.Kind or ChangeWords.Tie or ChangeWords.Admission))
            j.Refuse(by, GroundKind.SaidForNothing, change.What, "another standing");
    }

    private static ImmutableArray<int> Linked(Judgement j, int relation, int matter)
    {
        var units = ImmutableArray.CreateBuilder<int>();
        foreach (var link in j.View.Objects(relation, matter))
            units.Add(link.Thing);
        return units.DrainToImmutable();
    }
}
