using System.CommandLine;
using System.Globalization;
using System.Text;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;
using NodaTime;

namespace Foedus.Cli.Verbs;

/// <summary>Makes a ledger of a journal, or adds to one what its journal has more.</summary>
internal sealed class ImportVerb : Hosting.Verb
{
    private const int BatchLength = 1024;

    private readonly Argument<string> path = new("PATH");
    private readonly Argument<string> ledger = new("LEDGER");
    private readonly Option<string?> name = new("--name");
    private readonly Option<string?> visibility = new("--visibility");
    private readonly Option<string[]> under = new("--under") { AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> attempt = new("--attempt");
    private readonly Option<string?> sign = Signing.Option();
    private readonly Option<bool> json = Options.Json();

    public override string Name => "import";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(ledger);
        foreach (var option in (Option[])[name, visibility, under, attempt, sign, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = given.GetValue(ledger)!;
        if (!LedgerAddress.IsMeant(file) && !LedgerFiles.IsLedger(file))
            throw new UsageProblem(Text.Of("LedgerName", file), Text.Of("LedgerNameHint", file + LedgerFiles.Extension));
        var key = given.GetValue(sign) is { } signer ? Signing.Key(signer) : null;
        var input = FederationFiles.Read(given.GetValue(path));
        if (input.Ledger is not null)
            throw new UsageProblem(Text.Of("ImportFromLedger", input.Path), Text.Of("ImportFromLedgerHint"));
        var names = given.GetValue(under);
        var history = History.Of(input, i => AssumptionChoice.Of(i, names is not { Length: > 0 }, names));
        var acts = history.Acts.Where(a => !a.Journal.IsRehearsal).ToList();
        if (acts.Count == 0)
            throw new UsageProblem(Text.Of("NoJournalToImport", input.Path));
        var open = acts.Where(a => a.Judgment.Verdict == Verdict.Undetermined).Select(a => a.Act.Number.ToString(CultureInfo.InvariantCulture)).ToList();
        if (open.Count > 0 && !given.GetValue(attempt))
            throw new UsageProblem(Text.Of("ImportUndetermined", string.Join(", ", open)), Text.Of("ImportUndeterminedHint"));
        using var log = new ActLog(OpenOrCreate(file, given.GetValue(name), input), SystemClock.Instance);
        var (added, attempts) = Import(log, history, acts, Table(given.GetValue(visibility)));
        Keep(log, file);
        var checkpoint = key is null ? null : Signing.Sign(log, key).Note;
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("ledger", log.Federation.Text).Field("added", added).Field("attempts", attempts).Field("there", acts.Count - added)
                .Field("entries", (int)log.Head.Size).Field("root", log.Head.Root.ToString()).Field("checkpoint", checkpoint);
        }
        else
        {
            terminal.Page.Put(LedgerAddress.WithoutSecrets(file), Tone.Strong).Line(": " + Text.Count("ActsImported", added) + (attempts > 0 ? Text.Of("OfThemAttempts", attempts) : "")
                + (acts.Count > added ? Text.Of("ThereBefore", acts.Count - added) : ""));
            terminal.Page.Line(Text.Of("LedgerStands", log.Federation.Text, log.Head.Size, log.Head.Root));
        }

        return ExitCode.Fine;
    });

    // So that the ledger opens quickly from now on; where its charter does not lie beside it, nobody can rule on its acts.
    private static void Keep(ActLog log, string file)
    {
        if (!LedgerFiles.IsLedger(file) || FederationFiles.Read(file) is not { Federation.Editions.IsEmpty: false } beside)
            return;
        LedgerState.Open(log.Store, file, beside, log.Head.Size).Keep();
    }

    private static ILedgerStore OpenOrCreate(string file, string? name, FederationInput input)
    {
        FederationId? given = null;
        if (name is not null && !FederationId.TryParse(name, out given))
            throw new UsageProblem(Text.Of("BadLedgerName", name), Text.Of("BadLedgerNameHint"));
        return LedgerFiles.OpenOrCreate(file, given ?? FederationId.FromTitle(input.Federation.Title));
    }

    private static VisibilityTable? Table(string? file)
    {
        if (file is null)
            return null;
        if (!File.Exists(file))
            throw new UsageProblem(Text.Of("NoSuchPath", file), Text.Of("NoSuchPathHint"));
        var table = VisibilityTable.Read(File.ReadAllText(file), out var problem)
            ?? throw new UsageProblem(Text.Of("BadVisibilityTable", file, problem), Text.Of("BadVisibilityTableHint"));
        return Known(table);
    }

    // A kind that is misspelt would leave open what was to be closed.
    private static VisibilityTable Known(VisibilityTable table)
    {
        var kinds = Enum.GetValues<Engine.Acts.Verb>().Select(VerbNames.Of).Order(StringComparer.Ordinal).ToList();
        foreach (var kind in table.Kinds)
        {
            if (!kinds.Exists(k => k == kind || k.StartsWith(kind + "-", StringComparison.Ordinal)))
                throw new UsageProblem(Text.Of("NoSuchKind", kind), Charter.Syntax.Spelling.Nearest(kind, kinds) is { } near ? Text.Of("DidYouMean", near) : Text.Of("NoSuchKindHint", string.Join(", ", kinds)));
        }

        return table;
    }

    private static (int Added, int Attempts) Import(ActLog log, History history, List<RuledAct> acts, VisibilityTable? table)
    {
        var drafts = new Drafts(history, log.Store);
        var batch = new List<ActDraft>();
        if (log.Head.Size == 0)
        {
            batch.Add(Own(JournalExport.OpeningKind, Heading(history, acts[0].Journal.Title), acts[0].Act.Done));
            drafts.Skip();
        }

        if (table is not null && table.Text != drafts.Visibility.Text)
        {
            batch.Add(Own(VisibilityTable.Kind, table.Text, acts[0].Act.Done));
            drafts.Skip();
            drafts.Visibility = table;
        }

        var (added, attempts) = (0, 0);
        foreach (var act in acts)
        {
            var key = KeyOf(act);
            if (log.Store.PositionOf(key) is not null)
                continue;
            if (drafts.IsTyped(act.Act.Number))
                throw new UsageProblem(Text.Of("NumberTaken", act.Act.Number), Text.Of("NumberTakenHint", drafts.NextNumber));
            var refused = act.Judgment.Verdict != Verdict.Accepted;
            batch.Add(drafts.Of(act, key, null, refused, []));
            added++;
            attempts += refused ? 1 : 0;
            if (batch.Count >= BatchLength)
                Flush(log, batch);
        }

        if (batch.Count > 0)
            Flush(log, batch);
        return (added, attempts);
    }

    // The heading of the journal, without the line that names the version of the forms.
    private static string Heading(History history, string title) =>
        new JournalPrinter(history.Books.Roll).Print(new JournalReading(title, false, [], []), history.Input.Federation.Title).Split('\n')[1];

    // The same journal imported again adds nothing; one that has grown adds what it has more.
    private static string KeyOf(RuledAct act) =>
        string.Create(CultureInfo.InvariantCulture, $"{Drafts.JournalKey}{Digest.Of(Encoding.UTF8.GetBytes(act.Journal.Title)).ToString()[..16]}/{act.Act.Number}");

    private static ActDraft Own(string kind, string text, Day day) => new(new ActRecord(day.ToLocalDate(), kind, text));

    private static void Flush(ActLog log, List<ActDraft> batch)
    {
        switch (log.Record(batch))
        {
            case RecordOutcome.Recorded:
                batch.Clear();
                return;
            case RecordOutcome.Unfit unfit:
                throw new UsageProblem(Text.Of("CannotBeRecorded", $"{batch[unfit.Draft].Act.Text.Split('\n')[0]}: {unfit.Reason}"));
            case RecordOutcome.KeyTaken taken:
                throw new UsageProblem(Text.Of("KeyTaken", taken.Key, taken.Position), Text.Of("KeyTakenHint"));
            default:
                throw new UsageProblem(Text.Of("KeyNotNamed"), Text.Of("ConflictHint"));
        }
    }
}
