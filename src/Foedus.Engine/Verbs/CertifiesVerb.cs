using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Credentials are accepted: so many seats for each unit, never more than it has, by whom it belongs to: who chooses them, or the body itself.
/// </summary>
internal sealed class CertifiesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Act.Object) is not { } at)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var seats = j.Seats(at);
        var lines = ElectiveLine.Of(j, at);
        foreach (var (unit, count) in j.Act.Shares)
        {
            MayCertify(j, at, lines, unit);
            Fits(j, at.Body, seats, unit, count);
        }

        foreach (var twice in j.Act.Shares.GroupBy(s => s.Unit).Where(g => g.Skip(1).Any()))
            j.Refuse(at.Body.By, GroundKind.NamedTwice, j.Roll.NameOf(twice.Key), null, new Need("one number for " + j.Roll.NameOf(twice.Key)));
        var taken = new Reserves(j, at).Weigh(j.Act.Shares);
        for (var i = 0; i < taken.Length; i++)
            MandateWriter.Begin(j, new Mandate(j.Act.Object, -1, j.Act.Shares[i].Unit, LineOf(j, lines, j.Act.Shares[i].Unit), MandateBy.Certification, taken[i], j.Today, j.Today));
    }

    /// <summary>Who chooses the members of a unit certifies them; a body verifies its own.</summary>
    private static void MayCertify(Judgement j, BodyAt body, IEnumerable<ElectiveLine> lines, int unit)
    {
        if (j.IsFounding)
        {
            j.Note(Truth.Yes, null, GroundKind.Founding);
            return;
        }

        if ((body.Body.Certified ?? body.Body.ChamberOf?.Certified) is { } slot)
        {
            if (j.Ask(slot, out var who))
                Note(j, Choosers.Are(j, who, unit), who, slot.By, unit);
            return;
        }

        if (j.Act.By.All(d => j.BodyOf(d) is { } doer && doer.Unit == body.Unit && (doer.Body == body.Body || body.Body.ChamberOf == doer.Body)))
        {
            j.OwnRight(body.Body.By, body.Name + " verifies the mandates of its members");
            return;
        }

        // The lines on which the unit has seats; each says who chooses.
        var own = lines.Where(l => l.Each is { } kind && j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), unit)).ToList();
        var choosers = (own.Count > 0 ? own : lines).Select(l => l.Chosen).OfType<Slot<Choosing>>().Distinct().ToList();
        if (choosers.Count == 0)
            j.NoProvision("certify for " + body.Name);
        else
            j.Try(choosers, c => Chooser(j, c, unit));
    }

    private static void Chooser(Judgement j, Slot<Choosing> slot, int unit)
    {
        if (j.Ask(slot, out var choosing))
            Note(j, Choosers.Are(j, choosing.By, unit), choosing.By, slot.By, unit);
    }

    private static void Note(Judgement j, Truth met, Who who, Provision by, int unit)
    {
        if (met == Truth.Yes)
            j.Cite(by, GroundKind.Power, j.ActorName);
        else if (met == Truth.No)
            j.Refuse(by, GroundKind.NotCertifier, j.Roll.NameOf(unit), new object?[] { who.Words, j.ActorName }, new Need(who.Words, who.Words));
        else
            j.Note(met, by, GroundKind.PowerOpen, who.Words, j.ActorName, new Need("whether " + j.ActorName + " is " + who.Words));
    }

    private static int LineOf(Judgement j, IEnumerable<ElectiveLine> lines, int unit)
    {
        var own = lines.Where(l => l.Each is { } kind && j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), unit)).ToList();
        return own.Count == 1 ? own[0].Number : Mandate.NoLine;
    }

    private static void Fits(Judgement j, Body body, SeatCount seats, int unit, int count)
    {
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
        var named = j.Mandates.Of(j.Act.Object).Count(m => m.Unit == unit);
        if (count < named)
            j.Refuse(by, GroundKind.FewerThanNamed, name, new object?[] { named, body.Name, count });
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
                foreach (var above in LineCount.KindOf(formula)?.Above() ?? [])
                {
                    if (j.View.Holds(Relations.OfKind, j.Roll.Word(above.Name), unit))
                        return group.Formula.By;
                }
            }
        }

        return null;
    }

    private static string Fewer(Ratio count) => count.ToString() + (count == Ratio.One ? " seat fewer" : " seats fewer");
}
