using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Verbs;

/// <summary>Whoever a remedy was brought before, or decides on a suspension, upholds the act: the remedy ends, and a suspension that it caused with it.</summary>
internal sealed class UpholdsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var it = j.Act.Object;
        var open = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (Attack.IsPending(j, remedy, it) || Suspends(j, remedy, it))
                open.Add(remedy);
        }

        if (open.Count > 0)
            j.Try(open, remedy => Uphold(j, remedy, it));
        else if (!OutsideCompetence(j, it))
            j.Refuse(null, LegalActs.IsAnnulled(j, it) ? GroundKind.WasAnnulled : GroundKind.NoRemedyOpen, LegalActs.IsAnnulled(j, it) ? j.ObjectName : j.ActorName, j.ObjectName);
    }

    /// <summary>Whether a remedy has suspended the act until somebody decides.</summary>
    private static bool Suspends(Judgement j, Remedy remedy, int it) =>
        remedy.Until is { } until && until.Fillers.Any(u => u.Decides is not null) && Suspensions(j, remedy, it).Count > 0;

    private static List<Link> Suspensions(Judgement j, Remedy remedy, int it)
    {
        var brought = j.Roll.Find(ThingKind.Remedy, remedy.Name, it);
        return brought < 0 ? [] : j.View.Objects(Relations.SuspendedIn, it).ToList().FindAll(l => l.Value == brought + 1L);
    }

    private static void Uphold(Judgement j, Remedy remedy, int it)
    {
        if (Attack.IsPending(j, remedy, it))
        {
            if (remedy.Effect is { } slot && j.AskLimit(slot, out var effect) && effect.DecidedBy is { } decider)
                j.MayAct(decider, slot.By);
            else if (remedy.To is { } to)
                j.MayAct(to);
            Attack.Over(j, remedy, it);
            return;
        }

        if (!j.Ask(remedy.Until!, out var until) || until.Decides is not { } who)
            return;
        j.MayAct(who, remedy.Until!.By);
        foreach (var link in Suspensions(j, remedy, it))
            j.Unlink(Relations.SuspendedIn, it, link.Thing);
    }

    /// <summary>An act outside the competence of which somebody decides what it is.</summary>
    private static bool OutsideCompetence(Judgement j, int it)
    {
        if (!j.View.TryValue(Relations.OutsideCompetence, it, out var packed) || Competences.Unpack(packed) != EffectKind.Decided)
            return false;
        var slot = j.Book.Edition.Competences.Find(c => c.ActingOutside is { IsSaid: true, Said.DecidedBy: not null })?.ActingOutside;
        if (slot is null || !j.Ask(slot, out var effect) || effect?.DecidedBy is not { } decider)
            return false;
        j.MayAct(decider, slot.By);
        j.End(Relations.OutsideCompetence, it);
        return true;
    }
}
