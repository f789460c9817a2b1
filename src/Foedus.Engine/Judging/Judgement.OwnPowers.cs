using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Powers that need no clause: over what is one's own, and to carry out what was decided.</content>
public sealed partial class Judgement
{
    /// <summary>Notes that whoever acts disposes of what is its own only.</summary>
    /// <param name="by">The provision that bears on it, if one does.</param>
    /// <param name="why">Why it is its own: "it put M".</param>
    public void OwnRight(Provision? by, string why) => Note(Truth.Yes, by, GroundKind.OwnRight, ActorName, why);

    /// <summary>Notes that what is done carries out what was decided before.</summary>
    public void Execution(Provision? by, string why) => Note(Truth.Yes, by, GroundKind.Execution, ActorName, why);

    /// <summary>
    /// True of a founding act: done on or before the day of the first edition, by somebody of whom that edition knows. No earlier charter could
    /// have let it.
    /// </summary>
    public bool IsFounding => Today <= Book.All[0].From && Act.By.All(Parties.HasAPlace);

    /// <summary>What was put and is before nobody any more cannot be answered as if it had never been put; it is noted as a reason against the act.</summary>
    public void NotTakenBack(int matter)
    {
        if (matter >= 0 && View.Look(Relations.Text, matter).Holds && !View.Look(Relations.Stage, matter).Holds)
            Refuse(null, GroundKind.TakenBack, Roll.NameOf(matter));
    }

    /// <summary>Whether something was put before anybody as a matter or a text: introduced, demanded, or voted on before.</summary>
    public bool IsPut(int matter) =>
        matter >= 0 && Roll[matter].Kind is ThingKind.Matter or ThingKind.Text
        && (View.Look(Relations.Maker, matter).Holds || View.Look(Relations.Sort, matter).Holds || View.Look(Relations.Text, matter).Holds
            || View.Objects(Relations.Answer, matter).Count() > 0 || View.Objects(Relations.DemandOn, matter).Count() > 0);

    /// <summary>Those who made an instrument or put a matter: everybody who did the act that made it.</summary>
    public IReadOnlyList<int> MakersOf(int thing)
    {
        if (View.TryValue(Relations.MadeBy, thing, out var sequence) && sequence >= 1 && sequence <= State.Known && State.ActOf((int)sequence) is { Verb: Verb.Issues } made && made.Object == thing)
            return made.By;
        return View.TryValue(Relations.Maker, thing, out var maker) ? [(int)maker] : [];
    }

    /// <summary>Whether those who act are, or stand for, those who made an instrument or put a matter.</summary>
    public Truth AreMakersOf(int thing) => Parties.StandForAll(Act.By, MakersOf(thing));

    /// <summary>
    /// Whether those who act had a hand in it, so that they may publish it or hand it on: who made or opened it, and everybody before whom
    /// a stage of its procedure is.
    /// </summary>
    public Truth HadAHandIn(int thing)
    {
        var all = Truth.Yes;
        foreach (var doer in Act.By)
            all = all.And(HadAHandIn(doer, thing));
        return all;
    }

    private Truth HadAHandIn(int doer, int thing)
    {
        var truth = Truth.No;
        foreach (var maker in MakersOf(thing))
            truth = truth.Or(Parties.StandsFor(doer, maker));
        if (truth == Truth.Yes || !View.TryValue(Relations.Stage, thing, out var value))
            return truth;
        foreach (var stage in Book.InPlaceOf(value).Procedure.Stages)
        {
            foreach (var hearing in stage.Before?.Fillers ?? [])
                truth = truth.Or(IsOneOf(doer, hearing.Before));
        }

        foreach (var opening in Book.InPlaceOf(value).Procedure.Opened.SelectMany(o => o.Fillers))
            truth = truth.Or(IsOneOf(doer, opening.By));
        return truth;
    }

    /// <summary>Notes why another act cannot be any more, whoever does it: its place is filled, or what it would bring about is there already.</summary>
    public bool MeetsBar(Act other)
    {
        var bars = Instead(other).Grounds.Where(g => g.Met == Truth.No && !g.Informs && Bars(g.Message)).ToList();
        Restore(bars);
        return bars.Count > 0;
    }

    private static bool Bars(GroundKind kind) => kind is GroundKind.OfficeFull or GroundKind.SeatsFilled or GroundKind.OfNoUnit or GroundKind.NumberOf or GroundKind.SeatsLeft
        or GroundKind.HoldsAlready or GroundKind.IsMember or GroundKind.NotAMember or GroundKind.AlreadyExists or GroundKind.AlreadySuspended or GroundKind.SeatsTooMany;

    private Judgement Instead(Act other)
    {
        var judged = new Judgement(State, Book, other with { By = Act.By, Done = Act.Done }, Readings);
        Verbs.VerbTable.Of(other.Verb).Judge(judged);
        return judged;
    }

    /// <summary>
    /// Whether those who act could have done another act: whether its verb gives them the power, whatever else stood in its way. What it would
    /// have written is not taken over.
    /// </summary>
    public bool CouldDo(Act other)
    {
        var judged = Instead(other);
        var row = Verbs.VerbTable.RowOf(other.Verb);
        return Verbs.PowerOf.IsGiven(row, judged.Grounds) && !Verbs.PowerOf.IsDenied(judged.Grounds);
    }
}
