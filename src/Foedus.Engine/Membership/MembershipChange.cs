using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Membership;

/// <summary>Writes a change of membership and says, subject by subject, what becomes of seats, offices, pending matters and the rest.</summary>
internal static class MembershipChange
{
    /// <summary>
    /// The provision about a change of a unit, or null. A unit that is joining is to become what the provision is about, and need not be it yet.
    /// </summary>
    public static Change? Of(Judgement j, string what, int unit, bool joining = false) =>
        j.Book.Edition.Changes.Find(c => string.Equals(c.What, what, StringComparison.Ordinal) && (joining || Concerns(j, c, unit)));

    /// <summary>The provision about a change of another kind of unit, to be named where this unit has no such right.</summary>
    public static Change? OfOthers(Judgement j, string what) =>
        j.Book.Edition.Changes.Find(c => string.Equals(c.What, what, StringComparison.Ordinal));

    private static bool Concerns(Judgement j, Change change, int unit)
    {
        foreach (var party in change.Of.Parties)
        {
            if (party.Kind is not (PartyKind.Unit or PartyKind.NamedUnit) || j.IsUnit(unit, party) == Truth.Yes
                || !j.View.Look(Relations.Kind, unit).Holds)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit ceases to be a member, or becomes one, from a day.</summary>
    public static void Write(Judgement j, string what, int unit, Day day)
    {
        var change = Of(j, what, unit);
        switch (what)
        {
            case "admission":
                Admit(j, unit, change?.Of.Parties.Select(p => p.UnitKind).FirstOrDefault(k => k is not null), day);
                break;
            case "secession" or "expulsion" or "dissolution":
                Leave(j, unit, day, change);
                break;
        }

        if (change is not null)
            Fates(j, change);
    }

    /// <summary>The unit is a member of a kind from a day.</summary>
    public static void Admit(Judgement j, int unit, UnitKind? kind, Day day)
    {
        j.Write(Relations.Member, unit, j.Roll.Word("member"), day);
        if (kind is null)
            return;
        var word = j.Roll.Word(kind.Name);
        if (j.View.TryValue(Relations.Kind, unit, out var before) && before != word)
            j.Unlink(Relations.OfKind, (int)before, unit, day);
        j.Write(Relations.Kind, unit, word, day);
        j.Link(Relations.OfKind, word, unit, 1, day);
    }

    /// <summary>The unit is no longer a member, nor of any kind, from a day.</summary>
    public static void Leave(Judgement j, int unit, Day day, Change? change = null)
    {
        if (j.View.TryValue(Relations.Kind, unit, out var kind))
            j.Unlink(Relations.OfKind, (int)kind, unit, day);
        j.End(Relations.Kind, unit, day);
        j.End(Relations.Member, unit, day);
        if (change?.Fates.GetValueOrDefault(FateOf.Seats) is { IsSaid: false, Fillers.IsEmpty: true } seats)
            j.Link(Relations.SeatsUnsaid, Things.Roll.Federation, unit, seats.Silence!.Id, day);
    }

    /// <summary>
    /// What becomes of each subject. What is unsaid does not undo the change; it is reported, and stays open where something later turns on it.
    /// </summary>
    public static void Fates(Judgement j, Change change)
    {
        foreach (var subject in Enum.GetValues<FateOf>())
        {
            if (!change.Fates.TryGetValue(subject, out var slot))
                continue;
            var words = subject switch
            {
                FateOf.PendingMatters => "pending matters",
                FateOf.EverythingElse => "everything else",
                _ => subject.ToString().ToLowerInvariant(),
            };
            if (slot.IsSaid)
                j.Cite(slot.By, GroundKind.Fate, words, slot.Said);
            else
                j.Inform(Truth.No, slot.By, GroundKind.FateUnsaid, words, null, new Need(slot.Silence!.Address, "", slot.Silence));
        }
    }
}
