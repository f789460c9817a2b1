using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Mandates;

/// <summary>The offices and bodies that a phrase of the charter means, as things, of which something may be on record.</summary>
internal static class Posts
{
    /// <summary>
    /// The offices and bodies (chamber by chamber) that a party means, spoken of at a unit; those that nothing has named yet are left out.
    /// </summary>
    public static IEnumerable<int> Of(Inquiry inquiry, Party party, int unit) => party.Kind switch
    {
        PartyKind.Office when party.Office is { } office => Offices(inquiry, party, office, unit),
        PartyKind.Body when party.Body is not null => Bodies(inquiry, party, unit).SelectMany(b => Parts(inquiry, b)),
        PartyKind.Member when party.Of is { Body: not null } of => Bodies(inquiry, of, unit).SelectMany(b => Parts(inquiry, b)),
        _ => [],
    };

    /// <summary>The bodies that a party means, spoken of at a unit: that of the unit, or of one above it; else those of all units.</summary>
    public static IEnumerable<BodyAt> Bodies(Inquiry inquiry, Party party, int unit)
    {
        if (party.Body is not { } body)
            return [];
        return At(inquiry, body, party.Of, unit).Select(u => new BodyAt(body, u));
    }

    /// <summary>Who removes from an office or body before the term ends; null if nothing says it.</summary>
    public static Slot<Removal>? RemovalOf(Inquiry inquiry, int post) =>
        inquiry.OfficeOf(post) is { } office ? office.Removed
        : inquiry.BodyOf(post)?.Body is { } body ? body.Removed ?? body.ChamberOf?.Removed : null;

    private static IEnumerable<int> Offices(Inquiry inquiry, Party party, Office office, int unit)
    {
        if (office.Of is not { EachOf: not null } body)
            return inquiry.Book.FindThing(office) is var one and >= 0 ? [one] : [];
        var of = party.Of is { Kind: PartyKind.Body } owner ? owner.Of : party.Of;
        return At(inquiry, body, of, unit).Select(u => inquiry.Book.FindThing(office, u)).Where(t => t >= 0);
    }

    private static IEnumerable<int> At(Inquiry inquiry, Body body, Party? of, int unit)
    {
        if (body.EachOf is not { } kind)
            return [-1];
        if (of is not { Kind: PartyKind.NamedUnit } && of is not { Which: Which.Any or Which.Every or Which.Each or Which.All }
            && UnitsBeneath.Above(inquiry, unit, kind) is var mine and >= 0)
        {
            return [mine];
        }

        return inquiry.UnitsOf(kind, unit).Where(u => of is null || inquiry.IsUnit(u, of) == Truth.Yes);
    }

    /// <summary>The body as a thing, and its chambers.</summary>
    public static IEnumerable<int> Parts(Inquiry inquiry, BodyAt body)
    {
        if (inquiry.Book.All.FindThing(body) is var whole and >= 0)
            yield return whole;
        foreach (var chamber in body.Body.Chambers)
        {
            if (inquiry.Book.All.FindThing(body.Chamber(chamber)) is var thing and >= 0)
                yield return thing;
        }
    }
}
