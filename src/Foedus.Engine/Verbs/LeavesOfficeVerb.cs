using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Somebody resigns from an office or a seat, or is recalled by whom a provision lets do it.</summary>
internal sealed class LeavesOfficeVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var resigns = j.Act.Verb == Verb.Resigns;
        var person = resigns && !j.Act.By.Contains(j.Act.Object) ? j.Actor : j.Act.Object;
        var post = j.Act.Other;
        var posts = j.BodyOf(post) is { } body ? Posts.Parts(j, body).ToList() : [post];
        foreach (var one in posts)
        {
            if (j.Mandates.Held(one, person) is { } mandate)
            {
                Leave(j, mandate, resigns);
                return;
            }
        }

        foreach (var one in posts)
        {
            if (j.Mandates.Waiting(one).Any(m => m.Holder == person))
            {
                Withdraw(j, one, person, resigns);
                return;
            }
        }

        foreach (var one in posts)
        {
            if (ComingMandates.Of(j, one, person) is { } from && ComingMandates.At(j, from).Mandates.Held(one, person) is { } coming)
            {
                if (MayLeave(j, coming, resigns))
                    ComingMandates.Drop(j, one, person, from);
                return;
            }
        }

        j.Refuse(null, GroundKind.NotHeld, j.Roll.NameOf(person), j.Roll.NameOf(post), new Need("that " + j.Roll.NameOf(person) + " is in office"));
    }

    private static void Leave(Judgement j, in Mandate mandate, bool resigns)
    {
        if (MayLeave(j, mandate, resigns))
            MandateWriter.End(j, mandate);
    }

    private static bool MayLeave(Judgement j, in Mandate mandate, bool resigns)
    {
        if (!resigns)
            return Recalled(j, mandate);
        j.OwnRight(null, "it is " + j.Roll.NameOf(mandate.Post));
        return true;
    }

    /// <summary>Only a provision removes: a term at somebody's pleasure, or a line that says who removes; and the vote, where one is told.</summary>
    private static bool Recalled(Judgement j, in Mandate mandate)
    {
        var post = mandate.Post;
        var grants = new List<(Removal Removal, Provision By)>();
        if (j.Mandates.TermOf(post) is { } term && term.Fillers.Any(t => t.AtPleasureOf is not null) && j.Ask(term, out var said) && said.AtPleasureOf is { } pleasure)
            grants.Add((new Removal(new Who(false, [pleasure]) { Words = pleasure.Words }, null), term.By));
        if (Posts.RemovalOf(j, post) is { } removed && j.Ask(removed, out var removal))
            grants.Add((removal, removed.By));
        if (grants.Count == 0)
        {
            j.NoProvision("recall from " + j.Roll.NameOf(post));
            return true;
        }

        var recalled = true;
        j.Try(grants, g => recalled = j.MayAct(g.Removal.By, g.By) == Truth.No || ElectionVote.Recalls(j, post, g.Removal.Rule, g.By));
        return recalled;
    }

    /// <summary>A choice that still waits for being confirmed is given up, or taken back by who made it.</summary>
    private static void Withdraw(Judgement j, int post, int person, bool resigns)
    {
        var chosenBy = resigns ? null : j.OfficeOf(post) is { } office ? ElectiveLine.Of(post, office).Chosen : j.BodyOf(post)?.Body.Chosen;
        if (resigns)
        {
            j.OwnRight(null, "it is " + j.Roll.NameOf(post));
        }
        else
        {
            if (chosenBy is null)
                j.NoProvision("take the choice back");
            else if (j.Ask(chosenBy, out var choosing) && j.MayAct(choosing.By, chosenBy.By, shares: true) != Truth.No && !ElectionVote.Recalls(j, post, null, chosenBy.By))
                return;
        }

        j.Unlink(Relations.Choice, post, person);
        if (ComingMandates.Of(j, post, person) is not null)
            j.Unlink(Relations.BeginsOn, post, person);
    }
}
