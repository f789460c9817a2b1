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
        var again = IsLostEdition(j, matter);
        if (!again && j.View.Look(Relations.Stage, matter).Holds)
        {
            j.Refuse(null, GroundKind.AlreadyExists, j.ObjectName);
            return;
        }

        if (j.Act.Verb == Acts.Verb.Introduces && j.Act.Other == matter)
        {
            j.Refuse(null, GroundKind.AgainstItself, j.ObjectName);
            return;
        }

        if (again)
            Openings.Forget(j, matter);
        Openings.Describe(j, matter);
        var procedures = Meant(j);
        if (procedures.Count > 0)
        {
            IsForIt(j, procedures);
            Openings.Open(j, matter, procedures);
        }
        else if (j.Act.Sort is null or "motion")
        {
            Motion(j);
        }
        else
        {
            j.Refuse(null, GroundKind.NoProcedure, j.Act.Sort);
        }
    }

    /// <summary>An edition has but one name: where it was lost, or fell before it was decided, it may be put again under it.</summary>
    private static bool IsLostEdition(Judgement j, int matter)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value) || Enactment.EditionOf(j, matter) is null)
            return false;
        var at = j.Book.InPlaceOf(value);
        return at.Stage is null ? at.End?.Becomes is null : Membership.PendingMatters.Of(j, matter).IsOver;
    }

    /// <summary>A plain motion opens nothing; whoever has a place in the charter may put one.</summary>
    private static void Motion(Judgement j)
    {
        if (j.Act.By.All(j.Parties.HasAPlace))
            j.OwnRight(null, "a motion may be put by bodies, their members and offices");
        else
            j.NoProvision("put a motion");
    }

    /// <summary>The procedures that could be meant: the one named, or those for, or ending in, acts of the sort.</summary>
    internal static List<Procedure> Meant(Judgement j)
    {
        if (j.Act is { Verb: Acts.Verb.Introduces, Text: { } name })
            return j.Book.Procedure(name) is { } named ? [named] : [];
        if (j.Act.Sort is not { } sort)
            return j.Book.Edition.Procedures.Count == 1 ? [j.Book.Edition.Procedures[0]] : [];
        var forSort = new List<Procedure>();
        foreach (var procedure in j.Book.Edition.Procedures)
        {
            if (IsFor(procedure, sort))
                forSort.Add(procedure);
        }

        return forSort.Count > 0 ? forSort : Becoming(j, sort);
    }

    /// <summary>The procedures that say nothing of what they are for, and end in acts of a sort.</summary>
    private static List<Procedure> Becoming(Judgement j, string sort) =>
        j.Book.Edition.Procedures.FindAll(p => p.Kinds.IsEmpty && p.Ends.Exists(e => string.Equals(e.Becomes, sort, StringComparison.Ordinal)));

    private static bool IsFor(Procedure procedure, string sort) => procedure.Kinds.Contains(sort, StringComparer.Ordinal);

    /// <summary>A procedure that says what it is for does not serve for another sort of matter.</summary>
    private static void IsForIt(Judgement j, List<Procedure> procedures)
    {
        if (j.Act.Sort is not { } sort)
            return;
        foreach (var procedure in procedures)
        {
            if (procedure.Kinds.IsEmpty || IsFor(procedure, sort))
                return;
        }

        if (procedures.Count > 0)
            j.Refuse(procedures[0].By, GroundKind.ForAnotherSort, procedures[0].Name, new object?[] { string.Join(" or ", procedures[0].Kinds), sort });
    }
}
