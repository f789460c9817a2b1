using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>An applicant applies for admission; where a procedure is laid down, its case begins at the first stage under the applicant's name.</summary>
internal sealed class AppliesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        if (j.Actor < 0)
            return;
        if (Applicant(j, what) is not { } applicant)
        {
            j.Refuse(null, GroundKind.NoApplicant, j.ActorName);
            return;
        }

        var change = new UnitChange(what, [applicant]) { Task = "apply for " + what, As = j.Book.Kind(j.Act.Text), Parent = j.Act.Other };
        var all = ChangeRules.For(j.Book, change);
        var rule = all.Find(r => ChangeRules.Concerns(j, r, change) != Truth.No);
        if (rule is null)
        {
            if (all.Count == 0)
                j.NoProvision(change.Task);
            foreach (var other in all)
                j.Refuse(other.By, GroundKind.ChangeOfOthers, what, new object?[] { other.Of.Words, j.ActorName });
            return;
        }

        MatterChange.SaysNoMore(j, MatterChange.Of(change.As, what, [applicant], [], j.Act.Text) with { Task = change.Task }, j.Act.Other >= 0, j.Act.Text is not null, rule.By);
        if (what == ChangeWords.Admission)
        {
            var kind = ChangeRules.KindOf(j, rule, change);
            if (kind is null ? j.View.Look(Relations.Kind, applicant).Holds : j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), applicant))
                j.Refuse(rule.By, GroundKind.IsMember, j.ActorName);
            if (kind is not null)
            {
                Openings.Joins(j, applicant, change.Parent, kind.Name);
                ChangeShape.Joins(j, kind, change, rule.By);
            }
            else
            {
                j.Refuse(rule.By, GroundKind.KindUnsaid, j.ActorName, null, new Need("as what " + j.ActorName + " applies"));
            }
        }

        else if (j.Act.Text is { } standing)
        {
            j.Write(Relations.AppliesAs, applicant, j.Roll.Word(standing));
        }

        j.OwnRight(rule.By, "it applies for itself");
        j.Write(Relations.Change, applicant, j.Roll.Word(what));
        j.Write(Relations.Concerns, applicant, applicant);
        foreach (var slot in rule.DoneBy)
        {
            if (slot is { IsSaid: true, Said.Procedure: { Stages.Count: > 0 } procedure })
            {
                j.Cite(slot.By, GroundKind.Opened, procedure.Name, j.ActorName);
                Openings.Open(j, applicant, [procedure]);
                return;
            }
        }
    }

    /// <summary>
    /// Who applies: a unit, or for admission somebody outside. A body, an office and a person with a place in the federation are none; somebody
    /// of whom the record only tells a name may be a unit to come.
    /// </summary>
    private static int? Applicant(Judgement j, string what)
    {
        var thing = j.Roll[j.Actor];
        return thing.Kind switch
        {
            ThingKind.Unit => j.Actor,
            ThingKind.Outside when thing.Of < 0 && what == ChangeWords.Admission => j.Actor,
            ThingKind.Person when j.Roll.Find(ThingKind.Unit, thing.Name) is var unit and >= 0 && !j.Mandates.HeldBy(j.Actor).Any() && !Mandates.Choices.Waits(j, j.Actor) => unit,
            _ => null,
        };
    }
}
