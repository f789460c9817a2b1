using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Mandates that one person may not hold at once. A clause binds both sides, whichever mandate came first, and those that come with an office
/// as well as those of one's own.
/// </summary>
/// <param name="Clause">The clause.</param>
/// <param name="ApartFrom">What it says.</param>
/// <param name="Body">The body whose members it keeps apart.</param>
/// <param name="Other">What the person holds already, in words.</param>
internal sealed record Incompatibility(Slot<ApartFrom> Clause, ApartFrom ApartFrom, Body Body, string Other)
{
    /// <summary>What keeps a person who is to have a post apart from what the person holds already; null if nothing does.</summary>
    public static Incompatibility? Between(Inquiry inquiry, int post, int person)
    {
        if (!inquiry.Book.Edition.Bodies.Exists(b => b.ApartFrom.Count > 0 || b.Chambers.Exists(c => c.ApartFrom.Count > 0)))
            return null;
        var wanted = WithSeats(inquiry, post).ToList();
        foreach (var held in inquiry.Mandates.HeldBy(person).SelectMany(m => WithSeats(inquiry, m.Post)).Concat(ExOfficio(inquiry, person)).Distinct().ToList())
        {
            foreach (var want in wanted)
            {
                if (held != want && (Excludes(inquiry, want, held) ?? Excludes(inquiry, held, want)) is { } apart)
                    return apart with { Other = inquiry.Roll.NameOf(held) };
            }
        }

        return null;
    }

    /// <summary>The bodies in which somebody sits without having been chosen for them: a unit that they name, a member of another body.</summary>
    private static IEnumerable<int> ExOfficio(Inquiry inquiry, int person)
    {
        foreach (var body in inquiry.Book.Edition.Bodies)
        {
            if (body.EachOf is not null || !body.Seats.SelectMany(g => g.Formula.Fillers).Any(f => f is SeatFormula.ExOfficio))
                continue;
            if (inquiry.IsMember(person, new BodyAt(body), out _))
                yield return inquiry.Book.ThingOf(new BodyAt(body));
        }
    }

    /// <summary>Whether leave was given by whom the clause names.</summary>
    public bool HasLeave(Inquiry inquiry, int person)
    {
        if (ApartFrom.LeaveBy is not { } by)
            return false;
        foreach (var link in inquiry.View.Objects(Relations.Leave, person).ToList())
        {
            if (inquiry.Parties.IsOneOf(link.Thing, by, Foedus.Engine.Parties.Anchor.None) == Truth.Yes)
                return true;
        }

        return false;
    }

    /// <summary>A post, and the bodies in which its holder sits because of it.</summary>
    private static IEnumerable<int> WithSeats(Inquiry inquiry, int post)
    {
        yield return post;
        var (office, own) = (inquiry.OfficeOf(post), inquiry.BodyOf(post)?.Body);
        foreach (var body in inquiry.Book.Edition.Bodies)
        {
            foreach (var at in SeatsWith(inquiry, body, office, own, post))
                yield return at;
        }
    }

    private static IEnumerable<int> SeatsWith(Inquiry inquiry, Body body, Office? office, Body? own, int post)
    {
        foreach (var formula in body.Seats.SelectMany(g => g.Formula.Fillers))
        {
            var comes = formula switch
            {
                SeatFormula.OnePerOffice => office is not null && office.Of == body,
                SeatFormula.ExOfficio officio when office is not null => officio.Who.Parties.Any(p => p.Kind == PartyKind.Office && p.Office == office),
                SeatFormula.ExOfficio officio when own is not null => officio.Who.Parties.Any(p => p.Quantity is null && IsOf(p, own)),
                _ => false,
            };
            if (!comes)
                continue;
            if (inquiry.BodyAt(body, inquiry.UnitOf(post)) is { } at && inquiry.Book.All.FindThing(at) is var thing and >= 0)
                yield return thing;
        }
    }

    private static bool IsOf(Party party, Body body) =>
        (party.Kind == PartyKind.Member ? party.Of?.Body : party.Kind == PartyKind.Body ? party.Body : null) is { } of && (of == body || body.ChamberOf == of);

    private static Incompatibility? Excludes(Inquiry inquiry, int post, int other)
    {
        if (inquiry.BodyOf(post) is not { Body: var body } at)
            return null;
        foreach (var slot in body.ApartFrom.Concat(body.ChamberOf?.ApartFrom ?? []))
        {
            var mark = inquiry.Marked();
            if (!slot.Fillers.Any(f => f.Who.Parties.Any(p => Means(inquiry, p, other, at))))
                continue;
            if (!inquiry.Ask(slot, out var apart))
                return null;
            if (apart.Who.Parties.Any(p => Means(inquiry, p, other, at)))
                return new Incompatibility(slot, apart, body, inquiry.Roll.NameOf(other));
            inquiry.ForgetSince(mark);
        }

        return null;
    }

    /// <summary>Whether a post is one that a party names: the office, or the body or a chamber of it.</summary>
    private static bool Means(Inquiry inquiry, Party party, int post, in BodyAt from)
    {
        if (party is { Kind: PartyKind.Office, Office: { } office })
            return inquiry.OfficeOf(post) == office && IsWhere(inquiry, party, inquiry.UnitOf(post), from);
        var named = party.Kind == PartyKind.Member ? party.Of?.Body : party.Body;
        if (named is null || inquiry.BodyOf(post) is not { } at || (at.Body != named && at.Body.ChamberOf != named))
            return false;

        // "apart from Parliament" said of a chamber of it means the other chambers.
        return at != from && IsWhere(inquiry, party.Kind == PartyKind.Member ? party.Of! : party, at.Unit, from);
    }

    private static bool IsWhere(Inquiry inquiry, Party party, int unit, in BodyAt from) =>
        unit < 0 || party.Of is null || (party.Of.Which == Which.That ? unit == from.Unit : inquiry.IsUnit(unit, party.Of) != Truth.No);
}
