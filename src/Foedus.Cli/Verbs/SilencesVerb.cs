using System.CommandLine;
using System.Globalization;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Lists what the charter leaves unsaid, and what turns on it.</summary>
internal sealed class SilencesVerb : Verb
{
    private readonly Argument<string?> path = Options.Path();
    private readonly Option<bool> unsaid = new("--unsaid");
    private readonly Option<bool> material = new("--material");
    private readonly HistoryOptions options = new();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "silences";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Options.Add(unsaid);
        command.Options.Add(material);
        options.Declare(command);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var history = options.Read(given, given.GetValue(path));
        var account = new SilenceAccount(history, options.Day(given, history), given.GetValue(options.Edition));
        var shown = account.Entries
            .Where(e => !given.GetValue(unsaid) || !e.Silence.Acknowledged)
            .Where(e => !given.GetValue(material) || e.IsMaterial)
            .ToList();
        if (given.GetValue(json))
            Write(account, shown, terminal.Results);
        else
            Write(account, shown, terminal.Page);
        return ExitCode.Fine;
    }

    private static void Write(SilenceAccount account, List<SilenceAccount.Entry> shown, Page page)
    {
        var all = account.Entries;
        page.Put(account.History.Input.Title, Tone.Strong).Line(": " + Text.Count("PlacesOpen", all.Count)
            + string.Format(CultureInfo.InvariantCulture, Text.Of("SilenceCounts"), all.Count(e => e.IsMaterial), all.Count(e => e.Settled is not null), all.Count(e => e.Assumptions.Count > 0), all.Count(e => !e.Silence.Acknowledged)));
        foreach (var part in shown.GroupBy(e => e.IsMaterial))
        {
            page.Line().Line(Text.Of(part.Key ? "MaterialHead" : "ImmaterialHead"), Tone.Strong);
            foreach (var group in part.GroupBy(e => (e.Silence.By.Citation, e.Construct, Only(account, e))))
            {
                page.Put("  ").Put(group.Key.Citation + group.Key.Item3, Tone.Strong).Line(group.Key.Construct.Length > 0 ? "  " + group.Key.Construct : "");
                foreach (var entry in group)
                    Entry(page, entry);
            }
        }
    }

    /// <summary>The editions in which a silence stands, if it does not stand in all of them.</summary>
    private static string Only(SilenceAccount account, SilenceAccount.Entry entry) =>
        entry.Editions.Count == 0 || entry.Editions.Count == account.History.Input.Federation.Editions.Length ? "" : Text.Of("InEdition", string.Join(", ", entry.Editions));

    private static void Entry(Page page, SilenceAccount.Entry entry)
    {
        var silence = entry.Silence;
        page.Put("    ").Put(silence.Address, Tone.Open).Put(" ").Put(SilenceWords.Readings(silence));
        page.Line(silence.Acknowledged ? "" : Text.Of("UnsaidMark"), Tone.Open);
        if (silence.LeftTo is { } who)
            page.Put("      ").Line(Text.Of("LeftToWho", who.Words));
        if (entry.Settled is { } reading)
            page.Put("      ").Line(Text.Of("SettledAs", SilenceWords.ReadingOf(silence, reading)) + (entry.SettledBy is { } act ? Text.Of("ByAct", act.Act.Number) : ""));
        foreach (var assumption in entry.Assumptions)
            page.Put("      ").Line(Text.Of("AssumedShort", assumption.Name, SilenceWords.ReadingOf(silence, assumption.Reading), assumption.Owner));
        var turns = new List<string>();
        if (entry.Acts.Count > 0)
            turns.Add(Text.Count("ActsTurn", entry.Acts.Count) + " " + string.Join(", ", entry.Acts));
        if (entry.Bodies.Count > 0)
            turns.Add(Text.Of("SeatsTurn", string.Join(", ", entry.Bodies)));
        if (entry.Cases > 0)
            turns.Add(Text.Count("CasesTurn", entry.Cases));
        if (turns.Count > 0)
            page.Put("      ").Line(Text.Of("OnIt", string.Join("; ", turns)));
    }

    private static void Write(SilenceAccount account, List<SilenceAccount.Entry> shown, Stream results)
    {
        using var output = new Json(results, "silences");
        output.Field("federation", account.History.Input.Federation.Title).Field("path", account.History.Input.Path);
        output.Field("open", account.Entries.Count).Field("material", account.Entries.Count(e => e.IsMaterial));
        output.List("silences", shown, e =>
        {
            output.Silence(e.Silence);
            output.Field("construct", e.Construct).Field("editions", e.Editions.Select(n => n.ToString(CultureInfo.InvariantCulture))).Field("material", e.IsMaterial);
            output.Field("settled", e.Settled is { } reading ? SilenceWords.ReadingOf(e.Silence, reading) : null).Field("settledByAct", e.SettledBy?.Act.Number);
            output.Field("acts", e.Acts.Select(n => n.ToString(CultureInfo.InvariantCulture))).Field("bodies", e.Bodies).Field("cases", e.Cases);
            output.List("assumptions", e.Assumptions, a => RunJson.Assumption(output, a));
        });
    }
}
