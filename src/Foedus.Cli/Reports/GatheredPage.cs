using System.Globalization;
using Foedus.Charter.Reading;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Standing;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes what was gathered about a thing.</summary>
internal static class GatheredPage
{
    public static void Write(Page page, Gathered it)
    {
        page.Put(it.Name, Tone.Strong).Line(Text.Of("ThingHead", Text.Of(it.WasChosen ? "Thing." + it.Thing.Kind : "NobodyOnRecord"), it.Day, it.Book.Edition.Number));
        Standing(page, it);
        Places(page, it);
        Unit(page, it);
        if (it.Seats is { } seats)
        {
            page.Line().Line(Text.Of("SeatsHead"), Tone.Strong);
            page.Put("  ").Line(seats.Summary(it.History.Assumptions.Set));
            if (it.Holders.Count > 0)
                page.Put("  ").Line(Text.Of("InOffice", string.Join(", ", it.Holders)));
        }

        WayOn(page, it);
        Acts(page, it);
        Says(page, it);
        StandingPage.Assumptions(page, it.Used);
    }

    private static void Standing(Page page, Gathered it)
    {
        if (it.Stands is { } stands)
        {
            page.Put("  ").Line(StandingWords.Of(stands, StandingWords.Of), stands.IsDetermined ? Tones.Of(stands.Value) : Tone.Open);
            Reasons(page, stands);
        }

        if (it.Place is { } place)
        {
            page.Put("  ").Put(StandingWords.Of(place, StandingWords.Of), place.IsDetermined ? Tone.Plain : Tone.Open);
            if (it.Due is { IsDetermined: true, Value: { } due })
                page.Put(", " + Text.Of("Until", due));
            if (it.WaitsFor.Count > 0)
                page.Put(", " + Text.Of("WaitsFor", string.Join(", ", it.WaitsFor)));
            page.End();
            Reasons(page, place);
        }

        if (it.Office is not null)
            page.Put("  ").Line(it.Holders.Count == 0 ? Text.Of("NobodyHolds") : Text.Of("HeldBy", string.Join(", ", it.Holders)));
    }

    private static void Places(Page page, Gathered it)
    {
        if (it.Places.Count > 0)
            page.Put("  ").Line(Text.Of("Holds", string.Join(", ", it.Places)));
    }

    private static void Reasons<T>(Page page, Answer<T> answer)
    {
        var table = new Table("", "") { Indent = 4 };
        foreach (var (article, sentence) in answer.Grounds.Select(g => (g.By?.Citation ?? "", g.ToString())).Distinct())
            table.Row(article, sentence);
        page.Table(table);
        foreach (var silence in answer.Turns)
            page.Put("    ").Put(Text.Of("TurnsOn", silence.Address), Tone.Open).Put(" ").Line(SilenceWords.Readings(silence));
        foreach (var need in answer.Needs.Where(n => n.Silence is null))
            page.Put("    ").Line(Text.Of("StillNeeded", need));
    }

    private static void Unit(Page page, Gathered it)
    {
        var lives = new Table("", "", "", "") { Indent = 2 };
        foreach (var life in it.Lives)
            lives.Row(life.Kind, life.Within is { } within ? Text.Of("WithinUnit", within) : "", Span(life.From, life.Until), life.Link ?? "");
        page.Table(lives);
        if (it.Within.Length > 0)
            page.Put("  ").Line(Text.Count("UnitsWithin", it.Within.Length) + ": " + string.Join(", ", it.Within));
        if (it.Figures.Any())
        {
            page.Line().Line(Text.Of("FiguresHead"), Tone.Strong);
            var figures = new Table("", ">", "", "") { Indent = 2 };
            foreach (var figure in it.Figures.OrderBy(f => f.Measure, StringComparer.Ordinal).ThenBy(f => f.AsAt))
                figures.Row(figure.Measure, Bounds(figure), Text.Of("AsAt", Iso(figure.AsAt)), $"{Text.Of("Quality." + figure.Quality)} {figure.Place.File}:{figure.Place.Line.ToString(CultureInfo.InvariantCulture)}".Trim());
            page.Table(figures);
        }

        if (it.UnitSeats.Count > 0)
        {
            page.Line().Line(Text.Of("SeatsHead"), Tone.Strong);
            var seats = new Table("", "", "") { Indent = 2 };
            foreach (var (body, answer) in it.UnitSeats)
                seats.Row(body.Name, answer.ToString(), answer.Turns.IsEmpty ? "" : Text.Of("TurnsOn", string.Join(", ", answer.Turns.Select(s => s.Address))));
            page.Table(seats);
        }
    }

    // What may follow from where a matter stands.
    private static void WayOn(Page page, Gathered it)
    {
        if (it.Place is not { IsDetermined: true, Value.Place.Stage: { } stage })
            return;
        page.Line().Line(Text.Of("WayOn"), Tone.Strong);
        foreach (var exit in stage.Exits.Select(e => e.Provision).DistinctBy(p => p.Number))
            page.Put("  ").Put(exit.Citation + "  ", Tone.Faint).Line(SentencePrinter.Plain.Print(exit.Clause));
    }

    private static void Acts(Page page, Gathered it)
    {
        if (it.Acts.Count == 0)
            return;
        page.Line().Line(Text.Of("ActsHead"), Tone.Strong);
        HistoryPage.Write(page, it.History, it.Acts);
    }

    private static void Says(Page page, Gathered it)
    {
        if (it.Says.Count == 0)
            return;
        page.Line().Line(Text.Of("WordsOfTheCharter"), Tone.Strong);
        foreach (var (citation, sentences) in it.Says)
        {
            page.Put("  ").Line(citation, Tone.Strong);
            foreach (var sentence in sentences)
                page.Put("    ").Line(sentence);
        }
    }

    private static string Span(NodaTime.LocalDate? from, NodaTime.LocalDate? until) => (from, until) switch
    {
        (null, null) => Text.Of("Always"),
        ({ } f, null) => Text.Of("FromDay", Iso(f)),
        (null, { } u) => Text.Of("UntilDay", Iso(u)),
        ({ } f, { } u) => Text.Of("FromUntil", Iso(f), Iso(u)),
    };

    private static string Iso(NodaTime.LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Bounds(Charter.Registers.RegisteredFigure figure) => (figure.Low, figure.High) switch
    {
        (null, null) => Text.Of("NoFigure"),
        ({ } low, null) => Text.Of("AtLeastFigure", low.ToMixedString()),
        (null, { } high) => Text.Of("AtMostFigure", high.ToMixedString()),
        ({ } low, { } high) => low == high ? low.ToMixedString() : Text.Of("BetweenFigures", low.ToMixedString(), high.ToMixedString()),
    };
}
