using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <summary>
/// A matter comes before somebody by the procedure's own lines that say who opens it, on what condition, and where it then begins. The same
/// lines serve who introduces a matter, who demands that a procedure be opened, who applies and who gives notice.
/// </summary>
internal static class Openings
{
    /// <summary>Opens one of the procedures that could be meant, by the first of its lines that gives the power.</summary>
    public static void Open(Judgement j, int matter, IReadOnlyList<Procedure> procedures, bool onDemandOnly = false)
    {
        var lines = new List<(Procedure Procedure, Slot<Opening> Line)>();
        foreach (var procedure in procedures)
        {
            foreach (var line in Lines(j, procedure, matter, onDemandOnly))
                lines.Add((procedure, line));
        }

        if (lines.Count > 0)
            j.Try(lines, l => Open(j, matter, l.Procedure, l.Line));
        else
            Wanted(j, matter, procedures, onDemandOnly);
    }

    /// <summary>No line may give the power: what each of them waits for.</summary>
    private static void Wanted(Judgement j, int matter, IReadOnlyList<Procedure> procedures, bool onDemandOnly)
    {
        // Every line has a condition, and none of them holds: each says what is wanted.
        foreach (var line in procedures.SelectMany(p => p.Opened).Where(l => !onDemandOnly || l.Fillers.Any(f => f.OnDemand)))
        {
            if (j.Ask(line, out var opening) && opening.When is { } when)
                j.Holds(when, matter, line.By);
        }

        if (j.Standing == Truth.Yes)
            j.Note(Truth.Open, procedures[0].By, GroundKind.NotOpenedBy, procedures[0].Name, "nobody that the text names", new Need("who opens " + procedures[0].Name));
    }

    /// <summary>A procedure that is opened on demand is demanded by its name, or by that of the stage, end or kind of matter that is meant.</summary>
    public static void OnDemand(Judgement j)
    {
        var procedures = j.Book.Edition.Procedures.FindAll(p => IsDemanded(j, p));
        if (procedures.Count == 0)
        {
            j.NoProvision("demand " + (j.Act.Sort ?? "it"));
            return;
        }

        if (j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            j.Refuse(null, GroundKind.AlreadyExists, j.ObjectName);
            return;
        }

        Describe(j, j.Act.Object);
        Open(j, j.Act.Object, procedures, onDemandOnly: true);
    }

    /// <summary>What was said of a matter when it was put before, and what it was answered then, is nothing to it that is put again.</summary>
    public static void Forget(Judgement j, int matter)
    {
        foreach (var relation in (ReadOnlySpan<int>)[
            Relations.Sort, Relations.Topic, Relations.Maker, Relations.Concerns, Relations.Target, Relations.SaysDay, Relations.AppliesAs, Relations.TextName, Relations.TextVisit])
        {
            if (j.View.Look(relation, matter).Holds)
                j.End(relation, matter);
        }

        foreach (var relation in (ReadOnlySpan<int>)[Relations.ConcernsToo, Relations.Into, Relations.Amends, Relations.Rejected])
        {
            foreach (var link in j.View.Objects(relation, matter).ToList())
                j.Unlink(relation, matter, link.Thing);
        }

        j.Write(Relations.Put, matter, j.Today.Number);
    }

    /// <summary>What the matter is and touches, who put it, and which unit it concerns.</summary>
    public static void Describe(Judgement j, int matter)
    {
        if (j.Act.Sort is { } sort)
            j.Write(Relations.Sort, matter, j.Roll.Word(sort));
        if (j.Act.Topic is { } topic)
            j.Write(Relations.Topic, matter, j.Roll.Word(topic));
        if (j.Actor >= 0)
            j.Write(Relations.Maker, matter, j.Actor);
        if (j.Act.Unit >= 0)
            j.Write(Relations.Concerns, matter, j.Act.Unit);
        Concerns(j, matter);
        if (j.Act.Verb == Acts.Verb.Introduces && j.Act.Other >= 0)
            j.Write(Relations.Target, matter, j.Act.Other);
        if (j.Act.Verb == Acts.Verb.Introduces && j.Act.Day is { } says)
            j.Write(Relations.SaysDay, matter, says.Number);
        foreach (var article in j.Act.Articles)
            j.Link(Relations.Amends, matter, j.Roll.Word(article));
    }

    /// <summary>Which units it concerns beside the first, what is to come of them, and what they are to be.</summary>
    public static void Concerns(Judgement j, int matter)
    {
        if (j.Act.Verb is not (Acts.Verb.Introduces or Acts.Verb.GivesNotice))
            return;
        foreach (var unit in j.Act.Things)
            j.Link(Relations.ConcernsToo, matter, unit);
        foreach (var unit in j.Act.Into)
            j.Link(Relations.Into, matter, unit);
        if (j.Act.Standing is { } standing)
            j.Write(Relations.AppliesAs, matter, j.Roll.Word(standing));
        if (j.Act is { Sort: ChangeWords.Admission, Unit: >= 0 and var joining })
            Joins(j, joining, j.Act.Into is [var parent] ? parent : -1, j.Act.Standing);
    }

    /// <summary>As what a unit asks to join, and within which unit; what is said last holds.</summary>
    public static void Joins(Judgement j, int unit, int parent, string? kind)
    {
        if (kind is not null)
            j.Write(Relations.AppliesAs, unit, j.Roll.Word(kind));
        foreach (var earlier in j.View.Objects(Relations.AppliesIn, unit).ToList())
            j.Unlink(Relations.AppliesIn, unit, earlier.Thing);
        if (parent >= 0)
            j.Link(Relations.AppliesIn, unit, parent);
    }

    /// <summary>The matter begins at a stage of a procedure, with its first text.</summary>
    public static void Begin(Judgement j, int matter, Stage? at)
    {
        if (at is null)
            return;
        j.Write(Relations.Text, matter, 1);
        Transition.To(j, matter, j.Book, new Way(null, null, at, null));
    }

    private static bool IsDemanded(Judgement j, Procedure procedure)
    {
        if (!procedure.Opened.Exists(o => o.Fillers.Any(f => f.OnDemand)))
            return false;
        if (j.Act.Sort is not { } word)
            return true;
        return Is(procedure.Name) || procedure.Kinds.Any(Is) || procedure.Ends.Exists(e => Is(e.Name))
            || procedure.Opened.Exists(o => o.Fillers.Any(f => f.OnDemand && Is((f.At ?? procedure.Stages.FirstOrDefault())?.Name)));

        bool Is(string? name) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The lines that may give the power: one whose condition holds prevails over the line of the same form without one; one whose condition
    /// fails gives nothing.
    /// </summary>
    private static List<Slot<Opening>> Lines(Judgement j, Procedure procedure, int matter, bool onDemandOnly)
    {
        var (special, plain) = (new List<Slot<Opening>>(), new List<Slot<Opening>>());
        foreach (var line in procedure.Opened)
        {
            if (onDemandOnly && !line.Fillers.IsEmpty && !IsOnDemand(line))
                continue;
            if (line.Fillers.IsEmpty || line.Fillers.Any(f => f.When is null))
                plain.Add(line);
            else if (MayHold(j, line, matter))
                special.Add(line);
        }

        if (special.Count == 0)
            return plain;
        special.AddRange(plain.Where(p => !special.Exists(s => IsOnDemand(s) == IsOnDemand(p) && Holds(j, s, matter))).ToList());
        return special;
    }

    /// <summary>Whether one of the conditions of a line holds, or may.</summary>
    private static bool MayHold(Judgement j, Slot<Opening> line, int matter)
    {
        foreach (var opening in line.Fillers)
        {
            if (j.Holds(opening.When!, matter) != Truth.No)
                return true;
        }

        return false;
    }

    /// <summary>Whether every condition of a line holds.</summary>
    private static bool Holds(Judgement j, Slot<Opening> line, int matter)
    {
        foreach (var opening in line.Fillers)
        {
            if (j.Holds(opening.When!, matter) != Truth.Yes)
                return false;
        }

        return true;
    }

    private static bool IsOnDemand(Slot<Opening> line) => line.Fillers.Any(f => f.OnDemand);

    private static void Open(Judgement j, int matter, Procedure procedure, Slot<Opening> line)
    {
        if (!j.Ask(line, out var opening))
            return;
        if (opening.When is { } when)
            j.Holds(when, matter, line.By);
        if (opening.OnDemand)
            j.Gather(opening.By, line.By, procedure.Name);
        else
            j.MayDo(opening.By, line.By, GroundKind.Opened, GroundKind.NotOpenedBy, procedure.Name, opening.By.Words, "put by " + opening.By.Words);
        if (j.Act.Verb == Acts.Verb.Introduces)
            Remedies.Bringing.ByProcedure(j, procedure, j.Act.Other);
        Begin(j, matter, opening.At ?? procedure.Stages.FirstOrDefault());
    }
}
