using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Members or holders of an office are elected or appointed, by whom the charter says and no more than it says.</summary>
internal sealed class ElectsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        switch (j.Act.Verb)
        {
            case Verb.ElectsNumber:
                Number(j);
                break;
            case Verb.Elects:
                Member(j);
                break;
            default:
                Office(j);
                break;
        }
    }

    private static void Number(Judgement j)
    {
        if (j.BodyOf(j.Act.Object) is not { Body: var body } at)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        Chooses(j, Choosings(body), body.Name);
        var seats = j.TotalSeats(at);
        if (j.Act.Count < seats.Least || (seats.Most is { } most && j.Act.Count > most))
            j.Refuse(SeatsBy(body), GroundKind.NumberDiffers, body.Name, new object?[] { seats.Most ?? seats.Least, j.Act.Count });
        else if (seats.Total is { } total)
            j.Cite(SeatsBy(body), GroundKind.NumberOf, body.Name, total);
        j.Write(Relations.Elected, j.Act.Object, j.Act.Count);
    }

    /// <summary>Where the number of seats is said.</summary>
    private static Provision SeatsBy(Body body) => body.Seats.Count > 0 ? body.Seats[0].Formula.By : body.By;

    private static void Member(Judgement j)
    {
        if (j.BodyOf(j.Act.Other) is not { Body: var body } at)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(j.Act.Other));
            return;
        }

        Chooses(j, Choosings(body), body.Name);
        foreach (var slot in body.ApartFrom)
        {
            if (!j.Ask(slot, out var apart))
                continue;
            foreach (var party in apart.Who.Parties)
            {
                if (party.Body is not { } other || other == body || !j.View.Holds(Relations.Seat, j.Book.ThingOf(other), j.Act.Object))
                    continue;
                if (apart.LeaveBy is { } leave)
                    j.Note(Truth.Open, slot.By, GroundKind.ApartFrom, other.Name, body.Name, new Need("leave of " + leave.Words, leave.Words));
                else
                    j.Refuse(slot.By, GroundKind.ApartFrom, other.Name, body.Name);
            }
        }

        var held = j.View.Objects(Relations.Seat, j.Act.Other).Count();
        if (j.TotalSeats(at).Most is { } most && held >= most)
            j.Refuse(SeatsBy(body), GroundKind.NumberOf, body.Name, most, new Need("a vacant seat in " + body.Name));
        j.Link(Relations.Seat, j.Act.Other, j.Act.Object, Math.Max(0, j.Act.Unit) + 1L);
    }

    private static void Office(Judgement j)
    {
        var thing = j.Roll[j.Act.Other];
        var owner = j.Book.BodyOf(thing.Of);
        var office = j.Book.Offices.FirstOrDefault(o => string.Equals(o.Name, thing.Name, StringComparison.Ordinal) && (owner is null || o.Of is null || o.Of == owner))
            ?? j.Book.Offices.FirstOrDefault(o => string.Equals(o.Name, thing.Name, StringComparison.Ordinal));
        if (office is null)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(j.Act.Other));
            return;
        }

        var chosen = office.Chosen is { } own ? [own] : office.Of is { } body ? Choosings(body) : ImmutableArray<Slot<Choosing>>.Empty;
        Chooses(j, chosen, office.ToString());
        Places(j, office);
        j.Link(Relations.Holder, j.Act.Other, j.Act.Object);
    }

    private static void Places(Judgement j, Office office)
    {
        var held = j.View.Objects(Relations.Holder, j.Act.Other).ToList();
        if (held.Exists(h => h.Thing == j.Act.Object))
            j.Refuse(office.By, GroundKind.AlreadyExists, j.ObjectName + " as " + office.Name);
        var number = NumberOf(j, office);
        if (number is { } places && held.Count >= places)
            j.Refuse(office.Number?.By ?? office.By, GroundKind.OfficeFull, held.Count, new object?[] { places, office.Name }, new Need("a vacancy in the office of " + office.Name));
    }

    /// <summary>How many may hold an office: as the charter says, or one; null if it is not said.</summary>
    internal static int? NumberOf(Inquiry inquiry, Office office)
    {
        if (office.Number is not { } slot)
            return 1;
        if (!inquiry.Ask(slot, out var number))
            return null;
        var count = number.Count ?? (number.AsManyAs is { } kind ? inquiry.View.Objects(Relations.OfKind, inquiry.Roll.Word(kind.Name)).Count() : 1);
        inquiry.Cite(slot.By, GroundKind.OfficeNumber, office.Name, count);
        return count;
    }

    /// <summary>The lines that say who chooses a body: its own, or those of its groups of seats.</summary>
    private static ImmutableArray<Slot<Choosing>> Choosings(Body body) =>
        body.Chosen is { } own ? [own] : [.. body.Seats.Where(g => g.Chosen is not null).Select(g => g.Chosen!)];

    private static void Chooses(Judgement j, ImmutableArray<Slot<Choosing>> lines, string what)
    {
        if (lines.IsEmpty)
        {
            j.NoProvision("choose " + what);
            return;
        }

        j.Try(lines, slot =>
        {
            if (!j.Ask(slot, out var choosing))
                return;
            j.MayDo(
                choosing.By, slot.By, GroundKind.Elects, GroundKind.NotElects, what, new object?[] { choosing.By.Words, j.ActorName },
                "an election by " + choosing.By.Words, shares: true);
        });
    }
}
