using System.CommandLine;
using Foedus.Charter.Diagnostics;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Opening;

namespace Foedus.Cli.Verbs;

/// <summary>Reads a federation and shows what is wrong with it.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string?> path = Options.Path();
    private readonly Option<bool> strict = new("--strict");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "check";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Options.Add(strict);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var input = FederationFiles.Read(given.GetValue(path));
        var found = FederationProblems.Of(input);
        if (given.GetValue(json))
            found.WriteJson(terminal.Results);
        else
            Write(input, found, terminal.Page);
        return found.Errors > 0 || (given.GetValue(strict) && found.Warnings > 0) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(FederationInput input, FederationProblems found, Page page)
    {
        foreach (var diagnostic in found.All)
        {
            DiagnosticPage.Write(page, diagnostic);
            page.Line();
        }

        page.Put(input.Title, Tone.Strong).Put(": ");
        var tone = found.Errors > 0 ? Tone.Bad : found.Warnings > 0 ? Tone.Open : Tone.Good;
        page.Put(found.All.Count == 0 ? Text.Of("NothingWrong") : string.Join(", ", Counts(found)), tone).Line(".");
        Silences(input, found, page);
    }

    private static IEnumerable<string> Counts(FederationProblems found)
    {
        if (found.Errors > 0)
            yield return Text.Count("Errors", found.Errors);
        if (found.Warnings > 0)
            yield return Text.Count("Warnings", found.Warnings);
        if (found.Notes > 0)
            yield return Text.Count("Notes", found.Notes);
    }

    private static void Silences(FederationInput input, FederationProblems found, Page page)
    {
        if (found.Open == 0)
            return;
        page.Put(Text.Count("PlacesOpen", found.Open));
        if (found.Unsaid > 0)
            page.Put(Text.Count("PlacesUnsaid", found.Unsaid), Tone.Open);
        page.Line(Text.Of("SeeSilences", input.Argument));
    }
}
