using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Verbs;

/// <summary>Credentials are accepted: so many seats for each unit, never more than it has.</summary>
internal sealed class CertifiesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Act.Object) is not { Body: var body } at)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var seats = j.Seats(at);
        foreach (var (unit, count) in j.Act.Shares)
        {
            Certifier(j, at, unit);
            var (least, most) = seats.Of(unit);
            var name = j.Roll.NameOf(unit);
            var by = seats.Shares.FirstOrDefault(s => s.Unit == unit)?.By ?? body.By;
            if (!seats.Shares.Any(s => s.Unit == unit) && SeatsLieBelow(j, body, unit) is { } below)
                j.Note(Truth.Open, below, GroundKind.SeatsOpen, name, body.Name, new Need("the seats of the units within " + name));
            else if (most is { } atMost && count > atMost)
                j.Refuse(by, GroundKind.SeatsTooMany, name, new object?[] { atMost, body.Name, count }, new Need(Fewer(count - atMost)));
            else if (count <= least || (most is { } sure && count <= sure && least == sure))
                j.Cite(by, GroundKind.SeatsCertified, name, new object?[] { most ?? least, body.Name });
            else
                Open(j, seats, unit, by);
            j.Link(Relations.Credentials, j.Act.Object, unit, count);
        }

        foreach (var reserve in body.Reserves.Concat(body.Seats.SelectMany(g => g.Reserves)).Distinct())
            Reserved(j, reserve);
    }

    /// <summary>A mandate is certified by who chooses the share of that unit.</summary>
    private static void Certifier(Judgement j, BodyAt body, int unit)
    {
        if (j.IsFounding)
        {
            j.Note(Truth.Yes, null, GroundKind.Founding);
            return;
        }

        var lines = body.Body.Chosen is { } own ? [own] : body.Body.Seats.Where(g => g.Chosen is not null).Select(g => g.Chosen!).ToList();
        if (lines.Count == 0)
        {
            j.NoProvision("certify members of " + body.Name);
            return;
        }

        j.Try(lines, slot =>
        {
            if (j.Ask(slot, out var choosing))
                j.MayAct(choosing.By, slot.By, shares: true, Anchor.At(unit));
        });
    }

    /// <summary>How many seats a unit has is not determined: for what reasons, and what is needed.</summary>
    private static void Open(Judgement j, SeatCount seats, int unit, Provision by)
    {
        var name = j.Roll.NameOf(unit);
        Need? need = new Need("the seats of " + name + " in " + seats.Body.Name);
        foreach (var opening in seats.OpenFor(unit))
        {
            var ground = opening.Ground;
            j.Note(ground.Met, ground.By, ground.Message, ground.First, ground.Second, ground.Need);
            need = null;
        }

        j.Note(Truth.Open, by, GroundKind.SeatsOpen, name, seats.Body.Name, need);
    }

    /// <summary>The group of seats that belongs to units within this one, town by town, so that its own number is a sum that has to be known.</summary>
    private static Provision? SeatsLieBelow(Judgement j, Body body, int unit)
    {
        foreach (var group in body.Seats)
        {
            foreach (var formula in group.Formula.Fillers)
            {
                var kind = formula switch
                {
                    SeatFormula.Norm norm => norm.Each,
                    SeatFormula.ByBands bands => bands.Each,
                    SeatFormula.PerUnit per => per.Each,
                    _ => null,
                };
                foreach (var above in kind?.Above() ?? [])
                {
                    if (j.View.Holds(Relations.OfKind, j.Roll.Word(above.Name), unit))
                        return group.Formula.By;
                }
            }
        }

        return null;
    }

    private static void Reserved(Judgement j, Reserve reserve)
    {
        foreach (var (_, seats) in j.Act.Shares)
        {
            if (reserve.WhenSeats is { } least && seats < least)
                continue;
            if (Asked(j, reserve, seats) is not { } asked)
                continue;
            var named = string.Equals(j.Act.Sort, reserve.For.Name, StringComparison.Ordinal);
            if (named && j.Act.Count >= asked)
            {
                j.Cite(reserve.By, GroundKind.ReserveMet, asked, reserve.For.Name);
                continue;
            }

            var need = new Need(string.Create(CultureInfo.InvariantCulture, $"{(named ? asked - j.Act.Count : asked)} {reserve.For.Name}"));
            if (!named)
                j.Note(Truth.Open, reserve.By, GroundKind.ReserveShort, asked, new object?[] { reserve.For.Name, "no figure" }, need);
            else if (j.Ask(reserve.IfShort, out var then) && then == IfShort.ListRefused)
                j.Refuse(reserve.By, GroundKind.ReserveShort, asked, new object?[] { reserve.For.Name, j.Act.Count }, need);
        }
    }

    /// <summary>How many are reserved in a list of so many seats.</summary>
    private static int? Asked(Judgement j, Reserve reserve, int seats)
    {
        if (reserve.Amount is { } amount)
        {
            var exact = amount.How == Comparison.All ? seats : amount.IsShare ? amount.Value * seats : amount.Value;
            return (int)Ratio.Min(exact.Ceiling(), seats).Floor();
        }

        var share = j.ShareOf(reserve.ShareOf!, j.Act.Shares[0].Unit);
        return share is { } s ? (int)(s * seats).Ceiling() : null;
    }

    private static string Fewer(Ratio count) => count.ToString() + (count == Ratio.One ? " seat fewer" : " seats fewer");
}
