using System.CommandLine;
using Foedus.Charter.Formatting;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Writes files the way all files are written.</summary>
internal sealed class FmtVerb : Verb
{
    private readonly Argument<string[]> paths = new("FILES") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> check = new("--check");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "fmt";

    public override void Declare(Command command)
    {
        command.Arguments.Add(paths);
        command.Options.Add(check);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var only = given.GetValue(check);
        var files = Files(given.GetValue(paths) ?? []);
        // All are read before the first is written, so that a file that cannot be read leaves the others alone.
        var formatted = files.Select(Format).ToList();
        if (!only)
        {
            foreach (var file in formatted.Where(f => f.Changed))
                Save(file);
        }

        var changed = formatted.Count(f => f.Changed);
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, "fmt");
            output.Field("written", !only);
            output.List("files", formatted, f => output.Field("path", f.Source.Path).Field("changed", f.Changed).Field("readable", f.Readable));
        }
        else
        {
            Write(formatted, changed, only, terminal.Page);
        }

        return only && changed > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(List<Formatted> formatted, int changed, bool only, Page page)
    {
        foreach (var file in formatted)
        {
            if (!file.Readable)
                page.Put(file.Source.Path, Tone.Place).Put(" ").Line(Text.Of("FmtNoText"), Tone.Open);
            else if (file.Changed)
                page.Put(file.Source.Path, Tone.Place).Put(" ").Line(Text.Of(only ? "FmtWouldChange" : "FmtChanged"));
        }

        page.Line(Text.Count(only ? "FmtChecked" : "FmtWritten", formatted.Count) + (changed > 0 ? Text.Count("FmtOfThem", changed) : Text.Of("FmtAllRight")));
    }

    private static List<string> Files(string[] given)
    {
        var files = new List<string>();
        foreach (var path in given.Length == 0 ? ["."] : given)
        {
            if (Directory.Exists(path))
                files.AddRange(FederationFiles.Listed(path.Length > 1 ? path.TrimEnd('/') : path).Where(f => !f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)));
            else if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                throw new UsageProblem(Text.Of("FmtTable", path), Text.Of("SeeHelp", "fmt"));
            else
                files.Add(path);
        }

        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    private static Formatted Format(string path)
    {
        var source = FederationFiles.Text(path);
        var tree = SyntaxTree.Parse(source);
        var text = CharterFormatter.Format(tree);
        return new Formatted(source, text, !string.Equals(text, source.Content, StringComparison.Ordinal), tree.Frame.IsWhole);
    }

    // Written beside the file and then put in its place, so that no fault in between leaves half a charter.
    private static void Save(Formatted file)
    {
        var path = file.Source.Path;
        var beside = path + ".foedus-new";
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            File.WriteAllBytes(beside, Utf8Transcoder.Encode(file.Text));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new UsageProblem(Text.Of("FmtNotWritten", path, failure.Message.ReplaceLineEndings(" ").TrimEnd('.')), Text.Of("UnreadableHint"));
        }
    }

    private sealed record Formatted(SourceText Source, string Text, bool Changed, bool Readable);
}
