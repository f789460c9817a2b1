using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Membership;

/// <summary>Writes a change: who is a member, of what kind and within which unit from its day, and by which provision it came about.</summary>
internal static class ChangeRecord
{
    public static void Write(Judgement j, Change rule, UnitChange change, Day day, ChangeWay way)
    {
        var product = Product.Of(j);
        var packed = ChangeRules.Pack(j.Book, rule);
        foreach (var thing in change.Units.AddRange(change.Into).Distinct())
            Name(j, product, thing, rule.What, day, way);
        if (way is ChangeWay.ByEnd { Matter: var matter } && !change.Units.Contains(matter))
            Name(j, product, matter, rule.What, day, way);
        switch (change.What)
        {
            case ChangeWords.Admission or ChangeWords.Suspension or ChangeWords.Boundary or ChangeWords.Tie or ChangeWords.Kind:
                foreach (var unit in change.Units.Distinct())
                    OfOne(j, product, change, unit, packed, day);
                break;
            default:
                Goes(j, product, change, packed, day, rule);
                break;
        }
    }

    /// <summary>What happens to one of the units, to each by itself.</summary>
    private static void OfOne(Judgement j, in Product product, UnitChange change, int unit, long packed, Day day)
    {
        switch (change.What)
        {
            case ChangeWords.Admission:
                Changes.Admit(j, product, unit, change.As, day);
                product.Write(Relations.Joined, unit, packed, day);
                Anew(j, product, unit, day);
                if (change.Parent >= 0)
                    product.Write(Relations.Within, unit, change.Parent, day);
                break;
            case ChangeWords.Suspension:
                product.Write(Relations.MembershipSuspended, unit, packed, day);
                product.Link(Relations.Changed, Roll.Federation, unit, 1, day);
                break;
            case ChangeWords.Boundary:
                product.Write(Relations.Within, unit, change.Parent, day);
                break;
            case ChangeWords.Tie:
                product.Write(Relations.Member, unit, j.Roll.Word(change.Tie ?? ""), day);
                break;
            default:
                Changes.Admit(j, product, unit, change.As, day);
                break;
        }
    }

    /// <summary>The change stands under the name of its matter and of its units, so that a remedy may be brought against it.</summary>
    private static void Name(Judgement j, in Product product, int thing, string what, Day day, ChangeWay way)
    {
        product.Write(Relations.MadeBy, thing, 1);
        product.Write(Relations.Sort, thing, j.Roll.Word(what));
        product.Write(Relations.Maker, thing, way is ChangeWay.ByEnd end ? Procedures.Enactment.Maker(j, end.Matter, end.Procedure, null) : j.Actor);
        product.Write(Relations.InForce, thing, 1, day);
    }

    /// <summary>Units go, by themselves or into others.</summary>
    private static void Goes(Judgement j, in Product product, UnitChange change, long packed, Day day, Change rule)
    {
        var kind = Changes.KindBefore(j, change.Units);
        var within = j.View.TryValue(Relations.Within, change.Units[0], out var parent) ? (int)parent : -1;
        foreach (var unit in change.Units)
        {
            if (!change.Into.Contains(unit))
                Leave(j, product, unit, packed, day);
            foreach (var into in change.Into.Where(i => i != unit))
                product.Link(Relations.Successor, unit, into, 1, day);
        }

        foreach (var into in change.Into)
        {
            if (!j.View.Look(Relations.Kind, into).Holds && kind is not null)
            {
                Changes.Admit(j, product, into, kind, day);
                product.Write(Relations.Joined, into, packed, day);
                Anew(j, product, into, day);
                if (within >= 0)
                    product.Write(Relations.Within, into, within, day);
            }
        }

        if (change.Into.Length == 1)
            Children(j, product, change, day, rule);
    }

    /// <summary>
    /// A unit that had gone is there again, as any new one is: it is gone no more, nobody is in its place, and what its going ended of its
    /// seats does not come back.
    /// </summary>
    private static void Anew(Judgement j, in Product product, int unit, Day day)
    {
        if (!j.View.Look(Relations.Gone, unit).Holds)
            return;
        var over = Fates.Of(j, unit, Charter.Model.FateOf.Seats).IsOver;
        product.End(Relations.Gone, unit, day);
        if (j.View.Look(Relations.MembershipSuspended, unit).Holds)
            product.End(Relations.MembershipSuspended, unit, day);
        foreach (var successor in Fates.Successors(j, unit))
            product.Unlink(Relations.Successor, unit, successor, day);
        for (var post = 0; over && post < j.Roll.Count; post++)
        {
            if (j.Roll[post].Kind != ThingKind.Body)
                continue;
            if (j.View.Holds(Relations.Delegation, post, unit))
                product.Unlink(Relations.Delegation, post, unit, day);
            if (j.View.Holds(Relations.UnitFilled, post, unit))
                product.Unlink(Relations.UnitFilled, post, unit, day);
            foreach (var link in j.View.Objects(Relations.Mandate, post).ToList())
            {
                if (Mandates.Mandate.OfPerson(post, link.Thing, link.Value, day).Unit == unit)
                    product.Unlink(Relations.Mandate, post, link.Thing, day);
            }
        }
    }

    private static void Leave(Judgement j, in Product product, int unit, long packed, Day day)
    {
        if (j.View.TryValue(Relations.Kind, unit, out var kind))
        {
            product.Unlink(Relations.OfKind, (int)kind, unit, day);
            product.Write(Relations.FormerKind, unit, kind);
        }

        product.End(Relations.Kind, unit, day);
        product.End(Relations.Member, unit, day);
        product.Write(Relations.Gone, unit, packed, day);
        product.Link(Relations.Changed, Roll.Federation, unit, 1, day);
    }

    /// <summary>Units within those that go stand from then on within the successor, where everything else passes to it.</summary>
    private static void Children(Judgement j, in Product product, UnitChange change, Day day, Change rule)
    {
        if (rule.Fates.GetValueOrDefault(FateOf.EverythingElse) is not { IsSaid: true, Said: FateWords.Passes })
            return;
        for (var unit = 0; unit < j.Roll.Count; unit++)
        {
            if (j.Roll[unit].Kind == ThingKind.Unit && j.View.TryValue(Relations.Within, unit, out var parent) && change.Units.Contains((int)parent)
                && parent != change.Into[0])
            {
                product.Write(Relations.Within, unit, change.Into[0], day);
            }
        }
    }
}
