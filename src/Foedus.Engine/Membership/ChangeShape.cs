using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Membership;

/// <summary>Whether a change can be at all: of units that are there, into something that they can be put into.</summary>
internal static class ChangeShape
{
    public static void Check(Judgement j, UnitChange change, Provision by)
    {
        foreach (var unit in change.Units.AddRange(change.Into).Distinct())
            HasItsOwnName(j, unit, by);
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
            case ChangeWords.Suspension:
                foreach (var unit in change.Units.Where(u => j.View.Look(Relations.MembershipSuspended, u).Holds))
                    j.Refuse(by, GroundKind.AlreadySuspended, j.Roll.NameOf(unit));
                break;
        }
    }

    /// <summary>A unit that comes into being goes by no name that a body or an office has: nobody could tell which of them acts.</summary>
    private static void HasItsOwnName(Judgement j, int unit, Provision by)
    {
        var name = j.Roll[unit].Name;
        if (j.View.Look(Relations.Kind, unit).Holds || j.View.Look(Relations.Gone, unit).Holds)
            return;
        var taken = j.Book.Edition.Bodies.Exists(b => b.EachOf is null && string.Equals(b.Name, name, StringComparison.Ordinal)) ? "a body"
            : j.Book.Offices.Any(o => o.Of?.EachOf is null && string.Equals(o.Name, name, StringComparison.Ordinal)) ? "an office" : null;
        if (taken is not null)
            j.Refuse(by, GroundKind.NameTaken, name, taken, new Need("a name of its own"));
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
        foreach (var unit in change.Units)
        {
            if (change.Parent == unit)
                j.Refuse(by, GroundKind.IntoItself, j.Roll.NameOf(unit));
            else if (Changes.KindBefore(j, [unit]) is { } kind)
                Within(j, kind, change);
        }
    }

    /// <summary>Within which unit one lies that joins; where its kind lies within another and nothing says in which one, that is told.</summary>
    public static void Joins(Judgement j, UnitKind kind, UnitChange change, Provision by)
    {
        if (change.Parent >= 0)
        {
            Within(j, kind, change);
        }
        else if (!kind.Parents.IsEmpty && change.Units.Any(u => !j.View.Look(Relations.Within, u).Holds))
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
        foreach (var unit in change.Units)
            Tie(j, change, unit, by);
    }

    private static void Tie(Judgement j, UnitChange change, int unit, Provision by)
    {
        if (Changes.KindBefore(j, [unit]) is not { } kind)
            return;
        var ties = j.Book.Edition.UnitRules.Where(r => r.Kind == kind).SelectMany(r => r.Links).ToList();
        if (!ties.Contains(change.Tie ?? "", StringComparer.Ordinal))
            j.Refuse(by, GroundKind.NotATie, change.Tie, new object?[] { kind.Name, ties.Count == 0 ? "none is listed" : string.Join(", ", ties) });
    }

    private static void Kind(Judgement j, UnitChange change, Provision by)
    {
        if (change.As is null)
            j.Refuse(by, GroundKind.KindUnsaid, Changes.Names(j, change));
        foreach (var unit in change.Units)
        {
            if (change.As is { } kind && j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), unit))
                j.Refuse(by, GroundKind.IsOfKind, j.Roll.NameOf(unit), kind.Name);
        }
    }
}
