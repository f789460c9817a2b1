using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Parties;

/// <content>How many there are, and which of them are on record by name.</content>
public sealed partial class WhoReader
{
    /// <summary>The units of a kind that a phrase means, all of them where it names none.</summary>
    internal List<int> UnitsOf(UnitKind kind, Party? which, in Anchor anchor)
    {
        var found = new List<int>();
        if (which?.Kind == PartyKind.NamedUnit && Roll.Find(ThingKind.Unit, which.Name) is var named)
        {
            if (IsUnit(named, which, anchor) == Truth.Yes && IsOfKind(named, kind) == Truth.Yes)
                found.Add(named);
            return found;
        }

        foreach (var link in View.Objects(Relations.OfKind, Roll.Word(kind.Name)))
        {
            if (which is null || IsUnit(link.Thing, which, anchor) == Truth.Yes)
                found.Add(link.Thing);
        }

        return found;
    }

    /// <summary>How many things the set behind a phrase has.</summary>
    internal Many SizeOf(Party party, in Anchor anchor)
    {
        var whole = party with { Except = null };
        switch (party.Kind)
        {
            case PartyKind.NamedUnit:
                return Many.Exactly(1);
            case PartyKind.Unit when party.UnitKind is { } kind:
                return Units(kind, party, anchor);
            case PartyKind.Body:
                return party.Body?.EachOf is { } each ? Units(each, Owner(party), anchor) : Many.Exactly(1);
            case PartyKind.Office:
                return Less(Holders(party, anchor), whole, party, anchor);
            case PartyKind.Member when party.Of?.Body is { } body:
                return Less(Members(body, party.Of, anchor), whole, party, anchor);
            case PartyKind.Electors:
                return Electors(party, anchor);
            default:
                return Many.Unknown;
        }
    }

    /// <summary>The members of the set that are on record by name and may act.</summary>
    internal IEnumerable<int> NamedIn(Party party, Anchor anchor)
    {
        var all = AllNamedIn(party, anchor);
        return party.Kind is PartyKind.Unit or PartyKind.NamedUnit or PartyKind.Body && Fates.Any(inquiry) ? all.Where(t => !IsOut(inquiry.UnitOf(t))) : all;
    }

    /// <summary>The members of the set that are on record by name, and be their rights suspended: duties go on to lie on them.</summary>
    internal IEnumerable<int> AllNamedIn(Party party, Anchor anchor)
    {
        switch (party.Kind)
        {
            case PartyKind.NamedUnit:
                return Roll.Find(ThingKind.Unit, party.Name) is var unit and >= 0 ? [unit] : [];
            case PartyKind.Unit when party.UnitKind is { } kind:
                return UnitsOf(kind, party, anchor);
            case PartyKind.Body when party.Body is { } body:
                return body.EachOf is { } each
                    ? UnitsOf(each, Owner(party), anchor).Select(u => inquiry.Book.All.FindThing(new BodyAt(body, u))).Where(b => b >= 0)
                    : [inquiry.Book.ThingOf(body)];
            case PartyKind.Office:
                return OfficesOf(party, anchor);
            case PartyKind.Member when party.Of?.Body is { } body:
                return BodiesOf(body, party.Of, anchor).SelectMany(b => inquiry.MembersNamed(b)).Distinct().Where(p => Fit(p, party, anchor).Truth != Truth.No);
            default:
                return [];
        }
    }

    private Many Units(UnitKind kind, Party? which, in Anchor anchor)
    {
        var someOut = Fates.Any(inquiry);
        if (!someOut && which is null or { Of: null, Except: null, Concerned: false, Which: not Which.That, Kind: PartyKind.Unit } && (which?.UnitKind is null || which.UnitKind == kind))
            return Many.Exactly(View.Objects(Relations.OfKind, Roll.Word(kind.Name)).Count());
        var (least, most) = (0L, 0L);
        foreach (var link in View.Objects(Relations.OfKind, Roll.Word(kind.Name)))
        {
            var truth = someOut && IsOut(link.Thing) ? Truth.No : IsUnit(link.Thing, which, anchor);
            least += truth == Truth.Yes ? 1 : 0;
            most += truth == Truth.No ? 0 : 1;
        }

        return new Many(least, most);
    }

    private Many Holders(Party party, in Anchor anchor)
    {
        var sum = Many.None;
        foreach (var office in OfficesOf(party, anchor))
        {
            var held = inquiry.HoldersOf(office).Count;
            sum += Many.Exactly(held > 0 ? held : 1);
        }

        return sum == Many.None ? Many.Exactly(1) : sum;
    }

    private Many Members(Body body, Party of, in Anchor anchor)
    {
        var sum = Many.None;
        foreach (var unit in body.EachOf is { } kind ? UnitsOf(kind, Owner(of), anchor) : [-1])
        {
            var members = SeatCounter.MemberRange(inquiry, new BodyAt(body, unit));
            sum += new Many(Whole(members.Least), members.Most is { } most ? Whole(most) : null);
        }

        return sum;
    }

    private List<int> BodiesOf(Body body, Party of, in Anchor anchor)
    {
        var things = new List<int>();
        foreach (var unit in body.EachOf is { } kind ? UnitsOf(kind, Owner(of), anchor) : [-1])
        {
            if (inquiry.Book.All.FindThing(new BodyAt(body, unit)) is var thing and >= 0)
                things.Add(thing);
            foreach (var chamber in body.Chambers)
            {
                if (inquiry.Book.All.FindThing(new BodyAt(chamber, unit)) is var own and >= 0)
                    things.Add(own);
            }
        }

        return things;
    }

    /// <summary>What an exception takes away.</summary>
    private Many Less(Many all, Party whole, Party party, in Anchor anchor)
    {
        if (party.Except is not { } except)
            return all;
        var taken = Many.None;
        if (party.Kind == PartyKind.Member && except.Kind is PartyKind.Unit or PartyKind.NamedUnit && party.Of?.Body is { EachOf: null } body)
        {
            if (except.Which == Which.That && anchor.Unit < 0)
                return new Many(0, all.Most);
            foreach (var unit in AllNamedIn(except, anchor))
            {
                if (IsUnit(unit, except, anchor) == Truth.Yes)
                    taken += Delegation(body, unit);
            }
        }
        else if (except.Kind is PartyKind.Office or PartyKind.NamedUnit or PartyKind.Person or PartyKind.Outside or PartyKind.Body)
        {
            taken = Many.Exactly(1);
        }
        else
        {
            foreach (var one in NamedIn(whole, anchor))
            {
                if (Itself(one, [one], except, anchor).Truth == Truth.Yes)
                    taken += Many.Exactly(1);
            }
        }

        return new Many(Math.Max(0, all.Least - (taken.Most ?? all.Least)), all.Most is { } most ? Math.Max(0, most - taken.Least) : null);
    }

    /// <summary>The number of electors: the figure of a measure of that name, of the units meant or of all.</summary>
    private Many Electors(Party party, in Anchor anchor)
    {
        if (inquiry.Book.Measure("electors") is not { } measure)
            return Many.Unknown;
        var sum = Ratio.Zero;
        foreach (var unit in UnitsOf(measure.Kind, party.Of, anchor))
        {
            if (inquiry.FigureOf(unit, measure) is not { } figure)
                return Many.Unknown;
            sum += figure;
        }

        return sum.TryToInt64(out var whole) ? Many.Exactly(whole) : Many.Unknown;
    }
}
