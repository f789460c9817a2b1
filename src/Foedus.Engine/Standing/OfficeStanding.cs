using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>How many hold an office, who does, of what class it is and to whom it answers.</summary>
public static class OfficeStanding
{
    /// <summary>How many hold the office, as at a day; -1 if that cannot be told.</summary>
    public static Answer<int> Number(State state, Office office, Day day, AssumptionSet assumptions, Rulebook? book = null) =>
        StandingQuestion.Ask(state, StandingQuestion.BookAt(state, day, book), day, assumptions, q => Number(q, office), -1);

    /// <summary>The office of a name in an edition: of a body of the federation rather than of every unit's.</summary>
    public static Office? Named(Rulebook book, string name)
    {
        Office? found = null;
        foreach (var office in book.Offices)
        {
            if (!string.Equals(office.Name, name, StringComparison.Ordinal))
                continue;
            if (office.Of?.EachOf is null)
                return office;
            found ??= office;
        }

        return found;
    }

    /// <summary>Who holds the office, as at a day, in the order of election.</summary>
    public static ImmutableArray<int> Holders(State state, int office, Day day, Rulebook? book = null) =>
        [.. new Inquiry(state, StandingQuestion.BookAt(state, day, book), day, new Readings()).HoldersOf(office).Select(h => h.Thing)];

    /// <summary>The class of an office or unit in a sorting, as at a day; null if it has none.</summary>
    public static string? Class(State state, int thing, string sorting, Day day) =>
        state.At(day).TryValue(Relations.Class, thing, state.Roll.Word(sorting), out var word) ? state.Roll.WordOf(word) : null;

    /// <summary>To whom it answers and by whom it is guided, in the words of the charter, each with its provision.</summary>
    public static ImmutableArray<(string Who, bool Guides, Provision By)> Superiors(Office office)
    {
        var superiors = ImmutableArray.CreateBuilder<(string, bool, Provision)>();
        foreach (var (who, by) in office.AnswersTo)
            superiors.Add((who.Words, false, by));
        if (office.GuidedBy is { } guided)
            superiors.Add((guided.Who?.Words ?? "the same office of " + guided.SameOfficeOf?.Name, true, guided.By));
        return superiors.ToImmutable();
    }

    private static int Number(Inquiry q, Office office)
    {
        if (office.Number is not { } slot)
        {
            q.Cite(office.By, GroundKind.OfficeNumber, office.Name, 1);
            return 1;
        }

        if (!q.Ask(slot, out var number))
            return -1;
        var count = number.Count ?? (number.AsManyAs is { } kind ? q.View.Objects(Relations.OfKind, q.Roll.Word(kind.Name)).Count() : 1);
        q.Cite(slot.By, GroundKind.OfficeNumber, office.Name, count);
        return count;
    }
}
