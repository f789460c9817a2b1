using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>Acts, rulings, assumptions and how things stand, for programs.</summary>
internal static class RunJson
{
    /// <summary>An act as recorded.</summary>
    public static void Act(Json output, ActPrinter printer, RuledAct act) => output
        .Field("number", act.Act.Number).Field("date", act.Act.Done.ToString()).Field("act", ActText.Whole(printer, act.Act))
        .Field("journal", act.Journal.Path).Field("rehearsed", act.Journal.IsRehearsal).Field("claimedBy", act.Entry.ClaimedBy);

    /// <summary>A ruling under the chosen assumptions.</summary>
    public static void Judgment(Json output, Judgment judgment)
    {
        output.Field("verdict", Word(judgment.Verdict)).Field("outcome", Word(judgment.Outcome));
        output.Field("articles", ActText.Articles(judgment)).Field("assuming", ActText.Assuming(judgment));
        output.List("reasons", judgment.Grounds, g => output.Field("article", g.By?.Citation).Field("met", Word(g.Met)).Field("text", g.ToString()));
        output.List("turnsOn", judgment.Turns, output.Silence);
        output.Field("makesNoDifference", judgment.Independent.Select(s => s.Address));
        output.List("needs", judgment.Needs, n => output.Field("what", n.Text).Field("from", n.From));
        output.List("ways", judgment.Ways, w =>
        {
            output.Field("verdict", Word(w.Then)).Field("outcome", Word(w.Outcome));
            output.List("if", w.If, r => output.Field("silence", r.Silence.Address).Field("reading", r.Reading));
        });
    }

    /// <summary>An assumption with its owner.</summary>
    public static void Assumption(Json output, Assumption assumption) => output
        .Field("name", assumption.Name).Field("silence", assumption.Silence.Address)
        .Field("reading", SilenceWords.ReadingOf(assumption.Silence, assumption.Reading)).Field("owner", assumption.Owner)
        .Field("because", assumption.Because).Field("file", assumption.Path);

    /// <summary>How things stand.</summary>
    public static void Standing(Json output, HowThingsStand stand)
    {
        output.Field("date", stand.Day.ToString()).Field("edition", stand.Book.Edition.Number).Field("known", stand.State.Known);
        output.List("bodies", stand.Bodies, b => output
            .Field("name", b.Body.Name).Field("chamberOf", b.Body.ChamberOf?.Name).Field("article", b.Body.By.Citation)
            .Field("seats", b.Seats.ToString()).Field("determined", b.Seats.Seats is not null).Field("filled", b.Filled)
            .Field("turnsOn", b.Seats.Turns.Select(s => s.Address)).Field("needs", b.Seats.Needs.Select(n => n.ToString())));
        output.List("offices", stand.Offices, o => output.Field("name", o.Office.ToString()).Field("article", o.Office.By.Citation).Field("holders", o.Holders));
        output.List("matters", stand.Matters, m => output
            .Field("name", m.Name).Field("place", StandingWords.Of(m.Place, StandingWords.Of)).Field("article", m.Place.Value.Place?.By.Citation)
            .Field("ended", m.Place is { IsDetermined: true, Value.IsEnd: true }).Field("due", DayOf(m.Due)).Field("waitsFor", m.WaitsFor)
            .Field("turnsOn", m.Place.Turns.Select(s => s.Address)));
        output.List("legalActs", stand.Instruments, i => output
            .Field("name", i.Name).Field("sort", i.Sort).Field("stands", StandingWords.Of(i.Stands, StandingWords.Of)).Field("determined", i.Stands.IsDetermined)
            .Field("suspendedIn", i.SuspendedIn).Field("remedies", i.Remedies).Field("turnsOn", i.Stands.Turns.Select(s => s.Address)));
        output.List("duties", stand.Duties, d => output
            .Field("name", d.Name).Field("about", d.About).Field("on", d.On).Field("stands", StandingWords.Of(d.Stands)).Field("due", DayOf(d.Due)).Field("article", d.By?.Citation));
        output.List("units", stand.Units, u => output.Field("name", u.Name).Field("change", u.Change).Field("member", u.IsMember));
    }

    /// <summary>A verdict as a word that never changes.</summary>
    public static string Word(Verdict verdict) => verdict switch { Verdict.Accepted => "accepted", Verdict.Refused => "refused", _ => "undetermined" };

    /// <summary>The outcome of a vote as a word that never changes; null if there was none.</summary>
    public static string? Word(Outcome outcome) => outcome switch
    {
        Outcome.Carried => "carried",
        Outcome.Lost => "lost",
        Outcome.Tied => "tied",
        Outcome.NoQuorum => "no quorum",
        _ => null,
    };

    private static string Word(Truth truth) => truth switch { Truth.Yes => "yes", Truth.No => "no", _ => "open" };

    private static string? DayOf(Day? day) => day?.ToString();
}
