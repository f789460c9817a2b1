using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Membership;

/// <summary>Whether a change can be at all: of units that are there, into something that they can be put into.</summary>
internal static class ChangeShape
{
    public static void Check(Judgement j, UnitChange change, Provision by)
    {
        if (change.What == ChangeWords.Admission)
        {
            if (change.Units.Any(u => change.As is { } asked ? j.View.Holds(Relations.OfKind, j.Roll.Word(asked.Name), u) : j.View.Look(Relations.Kind, u).Holds))
                j.Refuse(by, GroundKind.IsMember, Changes.Names(j, change));
            return;
        }

        foreach (var unit in change.Units)
        {
            // Whoever has left may still have a successor.
            if (!j.View.Look(Relations.Kind, unit).Holds && !(change.What == ChangeWords.Succession && j.View.Look(Relations.Gone, unit).Holds))
                j.Refuse(by, GroundKind.NotAMember, j.Roll.NameOf(unit), j.Today);
        }

        switch (change.What)
        {
            case ChangeWords.Merger:
                Merger(j, change, by);
                break;
            case ChangeWords.Split:
                Split(j, change, by);
                break;
            case ChangeWords.Boundary:
                Parent(j, change, by);
                break;
            case ChangeWords.Tie:
                Tie(j, change, by);
                break;
            case ChangeWords.Kind:
                Kind(j, change, by);
                break;
            case ChangeWords.Succession when change.Into.Any(change.Units.Contains):
                j.Refuse(by, GroundKind.IntoItself, Changes.Names(j, change));
                break;
            case ChangeWords.Suspension when j.View.Look(Relations.MembershipSuspended, change.Units[0]).Holds:
                j.Refuse(by, GroundKind.AlreadySuspended, Changes.Names(j, change));
                break;
        }
    }

    private static void Merger(Judgement j, UnitChange change, Provision by)
    {
        var units = change.Units.Distinct().ToList();
        if (units.Count < 2 || units.Count < change.Units.Length)
            j.Refuse(by, GroundKind.MergerOfOne, Changes.Names(j, change), null, new Need("another unit that merges"));
        if (units.Select(u => j.View.TryValue(Relations.Kind, u, out var kind) ? kind : -1).Where(k => k >= 0).Distinct().Count() > 1)
            j.Refuse(by, GroundKind.DifferentKinds, Changes.Names(j, change));
        foreach (var into in change.Into)
        {
            if (!units.Contains(into) && j.View.Look(Relations.Kind, into).Holds)
                j.Refuse(by, GroundKind.IsMember, j.Roll.NameOf(into));
        }
    }

    private static void Split(Judgement j, UnitChange change, Provision by)
    {
        if (change.Into.Distinct().Count() < 2)
            j.Refuse(by, GroundKind.SplitIntoOne, Changes.Names(j, change), null, new Need("another part"));
        foreach (var part in change.Into)
        {
            if (!change.Units.Contains(part) && j.View.Look(Relations.Kind, part).Holds)
                j.Refuse(by, GroundKind.IsMember, j.Roll.NameOf(part));
        }
    }

    private static void Parent(Judgement j, UnitChange change, Provision by)
    {
        var unit = change.Units[0];
        if (change.Parent == unit)
        {
            j.Refuse(by, GroundKind.IntoItself, j.Roll.NameOf(unit));
            return;
        }

        if (Changes.KindBefore(j, change.Units) is { } kind)
            Within(j, kind, change);
    }

    /// <summary>Within which unit one lies that joins; where its kind lies within another and nothing says in which one, that is told.</summary>
    public static void Joins(Judgement j, UnitKind kind, UnitChange change, Provision by)
    {
        if (change.Parent >= 0)
        {
            Within(j, kind, change);
        }
        else if (!kind.Parents.IsEmpty && !j.View.Look(Relations.Within, change.Units[0]).Holds)
        {
            var parents = string.Join(" or ", kind.Parents.Select(k => k.Name));
            j.Inform(Truth.No, by, GroundKind.ParentUnsaid, Changes.Names(j, change), parents, new Need("in which " + parents));
        }
    }

    private static void Within(Judgement j, UnitKind kind, UnitChange change)
    {
        if (kind.Parents.IsEmpty)
            j.Refuse(kind.By, GroundKind.NoParentKind, Changes.Names(j, change), kind.Name);
        else if (!kind.Parents.Any(within => j.View.Holds(Relations.OfKind, j.Roll.Word(within.Name), change.Parent)))
            j.Refuse(kind.By, GroundKind.WrongParent, j.Roll.NameOf(change.Parent), new object?[] { kind.Name, string.Join(" or a ", kind.Parents.Select(k => k.Name)) });
    }

    private static void Tie(Judgement j, UnitChange change, Provision by)
    {
        if (Changes.KindBefore(j, change.Units) is not { } kind)
            return;
        var ties = j.Book.Edition.UnitRules.Where(r => r.Kind == kind).SelectMany(r => r.Links).ToList();
        if (!ties.Contains(change.Tie ?? "", StringComparer.Ordinal))
            j.Refuse(by, GroundKind.NotATie, change.Tie, new object?[] { kind.Name, ties.Count == 0 ? "none is listed" : string.Join(", ", ties) });
    }

    private static void Kind(Judgement j, UnitChange change, Provision by)
    {
        if (change.As is null)
            j.Refuse(by, GroundKind.KindUnsaid, Changes.Names(j, change));
        else if (j.View.Holds(Relations.OfKind, j.Roll.Word(change.As.Name), change.Units[0]))
            j.Refuse(by, GroundKind.IsOfKind, Changes.Names(j, change), change.As.Name);
    }
}
