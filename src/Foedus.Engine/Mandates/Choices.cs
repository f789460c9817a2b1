using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// A choice that has to be confirmed is no mandate before it is; and leave, which lets one person hold what is otherwise kept apart.
/// </summary>
internal static class Choices
{
    /// <summary>
    /// Those who act approve or reject a person: they confirm a choice or let it fall, or give leave. False if the act is about nobody who was chosen.
    /// </summary>
    public static bool Answer(Judgement j, bool approved)
    {
        var person = j.Act.Object;
        if (person < 0 || j.Roll[person].Kind is not (ThingKind.Person or ThingKind.Unit))
            return false;
        var waiting = Posts(j).SelectMany(p => j.Mandates.Waiting(p.Post).Where(m => m.Holder == person).Select(m => (p.Line, m))).ToList();
        if (waiting.Count > 0)
        {
            j.Try(waiting, w => Confirm(j, w.Line, w.m, approved));
            return true;
        }

        if (j.Roll[person].Kind == ThingKind.Unit)
            return false;
        if (approved)
            Leave(j, person);
        else
            j.Refuse(null, GroundKind.NothingToConfirm, j.ObjectName);
        return true;
    }

    /// <summary>Whether a choice of a person waits for being confirmed.</summary>
    public static bool Waits(Inquiry q, int person)
    {
        foreach (var _ in q.View.Subjects(Relations.Choice, person))
            return true;
        return false;
    }

    private static void Confirm(Judgement j, ElectiveLine line, Mandate choice, bool approved)
    {
        if (line.Chosen is not { } slot || !j.Ask(slot, out var choosing))
            return;
        if (choosing.ConfirmedBy is not { } confirmer)
        {
            j.NoProvision("confirm " + j.ObjectName + " as " + line.Name);
            return;
        }

        if (j.MayAct(confirmer, slot.By) == Truth.No)
            return;
        if (j.Act.By.All(d => IsOfItsOwn(j, d, choice)))
        {
            j.Refuse(slot.By, GroundKind.OwnChoice, j.ActorName, j.ObjectName);
            return;
        }

        j.Unlink(Relations.Choice, choice.Post, choice.Holder);
        j.Cite(slot.By, approved ? GroundKind.Confirmed : GroundKind.NotConfirmed, j.ObjectName, line.Name);
        var from = ComingMandates.Of(j, choice.Post, choice.Holder) ?? j.Today;
        if (approved)
            MandateWriter.Begin(j, choice with { From = from, Since = from });
        else if (from > j.Today)
            j.Unlink(Relations.BeginsOn, choice.Post, choice.Holder);
    }

    /// <summary>Whether those who confirm are the one who was chosen, or the very office for which somebody is chosen and which nobody has held.</summary>
    private static bool IsOfItsOwn(Judgement j, int doer, Mandate choice)
    {
        if (doer == choice.Holder)
            return true;
        if (j.Roll[doer].Kind != ThingKind.Office)
            return false;
        var holders = j.Mandates.Of(doer).Select(m => m.Holder).ToList();
        return holders.Count == 0 ? doer == choice.Post : holders.TrueForAll(h => h == choice.Holder);
    }

    private static void Leave(Judgement j, int person)
    {
        var clauses = j.Book.Edition.Bodies.SelectMany(b => b.ApartFrom).SelectMany(s => s.Fillers.Where(f => f.LeaveBy is not null).Select(f => (Slot: s, f.LeaveBy))).ToList();
        if (clauses.Count == 0)
        {
            j.Refuse(null, GroundKind.NothingToConfirm, j.ObjectName);
            return;
        }

        if (j.Try(clauses, c => j.MayAct(c.LeaveBy!, c.Slot.By)) != Truth.Yes)
            return;
        j.Link(Relations.Leave, person, j.Actor);
    }

    /// <summary>All the places whose choices have to be confirmed.</summary>
    private static IEnumerable<(int Post, ElectiveLine Line)> Posts(Judgement j)
    {
        foreach (var link in j.View.Subjects(Relations.Choice, j.Act.Object).ToList())
        {
            var post = link.Thing;
            if (j.OfficeOf(post) is { } office)
            {
                yield return (post, ElectiveLine.Of(post, office));
            }
            else if (j.BodyOf(post) is { } body)
            {
                var line = (int)((link.Value >> 3) & 255);
                foreach (var one in ElectiveLine.Of(j, body).Where(l => l.Post == post && l.Number == line))
                    yield return (post, one);
            }
        }
    }
}
