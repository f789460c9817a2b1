using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>Why a unit has the seats that it has in a body: "Ukraine in Committee".</summary>
public sealed record SeatExplanation : Report
{
    private SeatExplanation(History history, SeatReport report, int unit)
        : base("explain")
    {
        History = history;
        Report = report;
        Unit = unit;
        Answer = report.Of(unit, history.Assumptions.Set);
    }

    internal History History { get; }

    public SeatReport Report { get; }

    /// <summary>The number of the unit on the roll.</summary>
    public int Unit { get; }

    /// <summary>Its seats under the assumptions that are used.</summary>
    public SeatAnswer Answer { get; }

    /// <summary>Finds the unit and the body; null if the words are not of that shape.</summary>
    internal static SeatExplanation? Find(History history, Rulebook book, Day day, string words)
    {
        if (words.Split(" in ") is not [var name, var of] || book.Body(of.Trim()) is not { EachOf: null } body)
            return null;
        var unit = ThingFinder.Find(history, book, name.Trim());
        return history.Books.Roll[unit].Kind == ThingKind.Unit ? new SeatExplanation(history, SeatInquiry.Of(history.State, book, day, body), unit) : null;
    }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path).Field("sort", "seats");
        output.Field("name", Sentence.Of("UnitInBody", History.Books.Roll.NameOf(Unit), Report.Body.Name));
        output.Field("date", Report.Day.ToString()).Field("edition", Report.Book.Edition.Number).Field("seats", StandingWords.Of(Answer));
        output.List("turnsOn", Answer.Turns, output.Silence);
        output.Field("makesNoDifference", Answer.Independent.Select(s => s.Address));
        output.List("needs", Answer.Needs, n => output.Field("what", n.Text).Field("from", n.From));
        output.List("assumptions", Answer.Assuming, a => RunJson.Assumption(output, a));
    }
}
