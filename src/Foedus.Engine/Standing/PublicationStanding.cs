using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>In which languages a legal act has still to be published.</summary>
public static class PublicationStanding
{
    /// <summary>The languages that it lacks as at a day, in the order of the charter, parted by ", "; empty if it lacks none.</summary>
    public static Answer<string> Of(State state, int instrument, Day day, AssumptionSet assumptions, Rulebook? book = null) =>
        StandingQuestion.Ask(
            state,
            StandingQuestion.BookAt(state, day, book),
            day,
            assumptions,
            q =>
            {
                if (!q.View.TryValue(Relations.Sort, instrument, out var sort) || q.Book.Instrument(q.Roll.WordOf(sort)) is not { } kind)
                    return "";
                var missing = string.Join(", ", Missing(q, instrument, kind));
                if (kind.Published is { } published)
                    q.Cite(published.By, missing.Length > 0 ? GroundKind.LanguageMissing : GroundKind.Languages, missing);
                return missing;
            },
            Open);

    /// <summary>Whether it was published at all as at a day.</summary>
    public static Answer<bool?> IsPublished(State state, int instrument, Day day, AssumptionSet assumptions, Rulebook? book = null)
    {
        var answer = StandingQuestion.Ask(
            state,
            StandingQuestion.BookAt(state, day, book),
            day,
            assumptions,
            q => q.View.Objects(Relations.Published, instrument).Count() > 0 ? 1 : 0,
            -1);
        return new Answer<bool?>(
            answer.IsDetermined, Shown(answer.Value), [.. answer.Possible.Select(Shown)], answer.Grounds, answer.Assuming, answer.Turns, answer.Needs);
    }

    internal static List<string> Missing(Inquiry q, int instrument, InstrumentKind kind)
    {
        if (kind.Published is not { } slot || !q.Ask(slot, out var languages))
            return [];
        return [.. languages.Where(l => !q.View.Holds(Relations.Published, instrument, q.Roll.Word(l)))];
    }

    /// <summary>The languages that are used in a unit, as its row in the table of units says; empty if it says none.</summary>
    internal static ImmutableArray<string> LanguagesOf(Inquiry q, int unit)
    {
        var name = q.Roll[unit].Name;
        var day = q.Today.ToLocalDate();
        foreach (var row in q.State.Books.Federation.Register.Units)
        {
            if (string.Equals(row.Name, name, StringComparison.Ordinal) && (row.From is not { } from || from <= day) && (row.Until is not { } until || day < until))
                return row.Languages;
        }

        return [];
    }

    private const string Open = "?";

    private static bool? Shown(int value) => value < 0 ? null : value == 1;
}
