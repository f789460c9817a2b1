using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A matter is put: it begins at the first stage of its procedure, or at the one that whoever opens it may choose.</summary>
internal sealed class IntroducesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var matter = j.Act.Object;
        if (j.View.Look(Relations.Stage, matter).Holds)
        {
            j.Refuse(null, GroundKind.AlreadyExists, j.ObjectName);
            return;
        }

        Describe(j, matter);
        var procedures = Meant(j);
        if (procedures.Count > 0)
        {
            var openings = procedures.SelectMany(p => Openings(j, p, matter).Select(o => (Procedure: p, Opening: o))).ToList();
            if (openings.Count == 0)
                j.Note(Truth.Open, procedures[0].By, GroundKind.NotOpenedBy, procedures[0].Name, "nobody that the text names", new Need("who opens " + procedures[0].Name));
            else
                j.Try(openings, o => Open(j, matter, o.Procedure, o.Opening));
            return;
        }

        if (j.Act.Sort is null or "motion")
            j.Note(Truth.Yes, null, GroundKind.Recorded);
        else
            j.Refuse(null, GroundKind.NoProcedure, j.Act.Sort);
    }

    /// <summary>What the matter is and touches, who put it, and which unit it concerns.</summary>
    internal static void Describe(Judgement j, int matter)
    {
        if (j.Act.Sort is { } sort)
            j.Write(Relations.Sort, matter, j.Roll.Word(sort));
        if (j.Act.Topic is { } topic)
            j.Write(Relations.Topic, matter, j.Roll.Word(topic));
        if (j.Actor >= 0)
            j.Write(Relations.Maker, matter, j.Actor);
        if (j.Act.Unit >= 0)
            j.Write(Relations.Concerns, matter, j.Act.Unit);
        if (j.Act.Verb == Acts.Verb.Introduces && j.Act.Other >= 0)
            j.Write(Relations.Target, matter, j.Act.Other);
        if (j.Act.Verb == Acts.Verb.Introduces && j.Act.Day is { } says)
            j.Write(Relations.SaysDay, matter, says.Number);
        foreach (var article in j.Act.Articles)
            j.Link(Relations.Amends, matter, j.Roll.Word(article));
    }

    /// <summary>The procedures that could be meant: the one named, or those for, or ending in, acts of the sort.</summary>
    internal static List<Procedure> Meant(Judgement j)
    {
        if (j.Act.Text is { } name)
            return j.Book.Procedure(name) is { } named ? [named] : [];
        if (j.Act.Sort is not { } sort)
            return j.Book.Edition.Procedures.Count == 1 ? [j.Book.Edition.Procedures[0]] : [];
        var forSort = j.Book.Edition.Procedures.FindAll(p => p.Kinds.Contains(sort, StringComparer.Ordinal));
        return forSort.Count > 0
            ? forSort
            : j.Book.Edition.Procedures.FindAll(p => p.Kinds.IsEmpty && p.Ends.Exists(e => string.Equals(e.Becomes, sort, StringComparison.Ordinal)));
    }

    /// <summary>The lines that say who opens it; one whose condition holds prevails over those without.</summary>
    private static List<Slot<Opening>> Openings(Judgement j, Procedure procedure, int matter)
    {
        var special = procedure.Opened.FindAll(o => o.Fillers.Any(f => f.When is { } when && HoldsOfAct(j, when)));
        return special.Count > 0 ? special : procedure.Opened.FindAll(o => o.Fillers.IsEmpty || o.Fillers.Any(f => f.When is null));
    }

    /// <summary>The matter is not yet recorded, so that its topic and sort are read from the act.</summary>
    private static bool HoldsOfAct(Judgement j, Condition condition)
    {
        foreach (var test in condition.Tests)
        {
            var holds = test is FactTest.MatterIs matter
                ? string.Equals(matter.Matter, j.Act.Topic, StringComparison.Ordinal) || string.Equals(matter.Matter, j.Act.Sort, StringComparison.Ordinal)
                : j.Holds(new Condition(false, [test]), j.Act.Object) == Truth.Yes;
            if ((holds != test.Not) == condition.Any)
                return condition.Any;
        }

        return !condition.Any;
    }

    private static void Open(Judgement j, int matter, Procedure procedure, Slot<Opening> slot)
    {
        if (!j.Ask(slot, out var opening))
            return;
        if (opening.OnDemand)
        {
            j.Gather(opening.By, slot.By, procedure.Name);
        }
        else
        {
            j.MayDo(opening.By, slot.By, GroundKind.Opened, GroundKind.NotOpenedBy, procedure.Name, opening.By.Words, "put by " + opening.By.Words);
        }

        var first = opening.At ?? procedure.Stages.FirstOrDefault();
        if (first is null)
            return;
        j.Write(Relations.Text, matter, 1);
        Transition.To(j, matter, j.Book, new Way(null, null, first, null));
    }
}
