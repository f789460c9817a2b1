using Foedus.Charter.Model;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Standing;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes how things stand, a section for each sort of thing; what there is nothing of is left out.</summary>
internal static class StandingPage
{
    private const int Columns = 6;
    private static readonly char[] Digits = [.. "0123456789"];

    public static void Write(Page page, HowThingsStand stand)
    {
        page.Line(Text.Of("StandingHead", stand.Day, stand.Book.Edition.Number), Tone.Strong);
        Bodies(page, stand);
        Offices(page, stand);
        Matters(page, stand);
        Instruments(page, stand);
        Duties(page, stand);
        Units(page, stand);
    }

    /// <summary>Writes assumptions that were used.</summary>
    public static void Assumptions(Page page, IEnumerable<Assumption> used)
    {
        var all = used.DistinctBy(a => (a.Name, a.Silence.Id)).ToList();
        if (all.Count == 0)
            return;
        page.Line().Line(Text.Of("AssumptionsUsed"), Tone.Strong);
        var table = new Table("", "", "") { Indent = 2 };
        foreach (var first in all.DistinctBy(a => a.Name).OrderBy(a => a.Name.TrimEnd(Digits), StringComparer.Ordinal).ThenBy(a => a.Name.Length).ThenBy(a => a.Name, StringComparer.Ordinal))
        {
            table.Row(first.Name, $"{first.Silence.Address} = {SilenceWords.ReadingOf(first.Silence, first.Reading)}", first.Owner);
        }

        page.Table(table);
    }

    /// <summary>Writes silences on which something turns, with their readings and how much turns on each.</summary>
    public static void Silences(Page page, IReadOnlyList<(Silence Silence, int Results)> turns)
    {
        if (turns.Count == 0)
            return;
        page.Line().Line(Text.Of("SilencesThatMatter"), Tone.Strong);
        var table = new Table("", "", "") { Indent = 2 };
        foreach (var (silence, results) in turns)
            table.Row(silence.Address, SilenceWords.Readings(silence), Text.Count("ResultsTurn", results));
        page.Table(table);
    }

    private static void Bodies(Page page, HowThingsStand stand)
    {
        page.Line(Text.Of("Bodies"), Tone.Strong);
        var table = new Table("", "", "", "") { Indent = 2 };
        foreach (var (body, seats, filled) in stand.Bodies)
        {
            var turn = !seats.Turns.IsEmpty ? Text.Of("TurnsOn", Listed([.. seats.Turns.Select(s => s.Address)]))
                : seats.Seats is null && seats.Needs is [var need, .. var others] ? Text.Of("Needs", need) + (others.Length > 0 ? Text.Of("AndMore", others.Length) : "")
                : "";
            table.Row(body.ChamberOf is { } of ? $"{body.Name} of {of.Name}" : body.Name, Seats(seats), filled is { } number ? Text.Count("MembersOf", number) : "", turn);
        }

        page.Table(table);
    }

    /// <summary>How many seats: a number, the numbers that are possible, or that it cannot be told.</summary>
    public static string Seats(Engine.Seats.SeatAnswer seats) =>
        seats.Seats is { } exact ? Text.Of(exact == Counting.Ratio.One ? "OneSeat" : "SeatsNumber", exact.ToMixedString())
        : seats.Values is [{ Most: null, Least.IsZero: true }] ? Text.Of("SeatsOpen")
        : Text.Of("SeatsNumber", StandingWords.Of(seats));

    private static void Offices(Page page, HowThingsStand stand)
    {
        if (stand.Offices.Count == 0)
            return;
        var table = new Table("", "") { Indent = 2 };
        foreach (var (office, holders) in stand.Offices.Where(o => o.Holders.Count > 0))
            table.Row(office.ToString(), string.Join(", ", holders));
        var vacant = stand.Offices.Count(o => o.Holders.Count == 0);
        page.Line(Text.Of("Offices"), Tone.Strong).Table(table);
        if (vacant > 0)
            page.Put("  ").Line(Text.Count(vacant == stand.Offices.Count ? "NoHolders" : "OtherNoHolders", vacant), Tone.Faint);
    }

    private static void Matters(Page page, HowThingsStand stand)
    {
        if (stand.Matters.Count == 0)
            return;
        page.Line(Text.Of("Matters"), Tone.Strong);
        var table = new Table("", "", "") { Indent = 2 };
        foreach (var matter in stand.Matters)
        {
            var more = new List<string>();
            if (matter.Due is { } due)
                more.Add(Text.Of("Until", due));
            if (matter.WaitsFor.Count > 0)
                more.Add(Text.Of("WaitsFor", string.Join(", ", matter.WaitsFor)));
            if (!matter.Place.Turns.IsEmpty)
                more.Add(Text.Of("TurnsOn", Listed([.. matter.Place.Turns.Select(s => s.Address)])));
            table.Row(matter.Name, StandingWords.Of(matter.Place, StandingWords.Of) + Cited(matter.Place.Value.Place?.By, matter.Place.Assuming), string.Join("; ", more));
        }

        page.Table(table);
    }

    private static void Instruments(Page page, HowThingsStand stand)
    {
        if (stand.Instruments.Count == 0)
            return;
        page.Line(Text.Of("LegalActs"), Tone.Strong);
        var table = new Table("", "", "", "") { Indent = 2 };
        foreach (var act in stand.Instruments)
        {
            var more = act.SuspendedIn.Where(u => u.Length > 0).ToList() is { Count: > 0 } units ? Text.Of("SuspendedIn", string.Join(", ", units)) : "";
            if (act.Remedies.Count > 0)
                more = (more.Length > 0 ? more + "; " : "") + Text.Of("RemedyOpen", string.Join(", ", act.Remedies));
            if (!act.Stands.Turns.IsEmpty)
                more = (more.Length > 0 ? more + "; " : "") + Text.Of("TurnsOn", Listed([.. act.Stands.Turns.Select(s => s.Address)]));
            table.Row(act.Name, act.Sort, StandingWords.Of(act.Stands, StandingWords.Of) + Cited(act.Stands.Grounds.Select(g => g.By).FirstOrDefault(b => b is not null), act.Stands.Assuming), more);
        }

        page.Table(table);
    }

    private static void Duties(Page page, HowThingsStand stand)
    {
        if (stand.Duties.Count == 0)
            return;
        page.Line(Text.Of("Duties"), Tone.Strong);
        var table = new Table("", "", "", "") { Indent = 2 };
        foreach (var duty in stand.Duties)
        {
            table.Row(
                duty.About.Length > 0 ? Text.Of("DutyAbout", duty.Name, duty.About) : duty.Name,
                StandingWords.Of(duty.Stands) + Cited(duty.By, []),
                duty.On.Length > 0 ? Text.Of("DutyOn", duty.On) : "",
                duty is { Stands: DutyStands.Open, Due: { } due } ? Text.Of("Until", due) : "");
        }

        page.Table(table);
    }

    private static void Units(Page page, HowThingsStand stand)
    {
        if (stand.Units.Count == 0)
            return;
        page.Line(Text.Of("UnitsHead"), Tone.Strong);
        var table = new Table("", "") { Indent = 2 };
        foreach (var unit in stand.Units)
            table.Row(unit.Name, Text.Of(unit.IsApplicant ? "HasApplied" : unit.IsMember ? "GaveNotice" : "HasLeft", unit.Change));
        page.Table(table);
    }

    private static string Cited(Provision? by, IReadOnlyList<Assumption> assuming)
    {
        var names = assuming.Select(a => a.Name).Distinct(StringComparer.Ordinal).ToList();
        var parts = new List<string>();
        if (by is not null)
            parts.Add(by.Citation);
        if (names.Count > 0)
            parts.Add(Text.Of("AssumingNames", string.Join(", ", names)));
        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count <= Columns ? string.Join(", ", names) : string.Join(", ", names.Take(Columns)) + Text.Of("AndMore", names.Count - Columns);
}
