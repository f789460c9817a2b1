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
        var account = new SilenceAccount(history, options.Day(given, history), given.GetValue(options.Edition)).Showing(given.GetValue(unsaid), given.GetValue(material));
        if (given.GetValue(json))
            account.WriteJson(terminal.Results);
        else
            Write(account, terminal.Page);
        return ExitCode.Fine;
    }

    private static void Write(SilenceAccount account, Page page)
    {
        page.Put(account.Title, Tone.Strong).Line(": " + Text.Count("PlacesOpen", account.Entries.Count)
            + Text.Of("SilenceCounts", account.Material, account.Settled, account.Assumed, account.Unsaid));
        foreach (var part in account.Shown.GroupBy(e => e.IsMaterial))
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
        entry.Editions.Count == 0 || entry.Editions.Count == account.Editions ? "" : Text.Of("InEdition", string.Join(", ", entry.Editions));

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
}
