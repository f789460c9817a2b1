using System.CommandLine;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Cases;
using Foedus.Engine.Rules;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Runs the cases of a federation.</summary>
internal sealed class TestVerb : Verb
{
    private readonly Argument<string?> path = Options.Path();
    private readonly Argument<string?> filter = new("FILTER") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> list = new("--list");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "test";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(filter);
        command.Options.Add(list);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var input = FederationFiles.Read(given.GetValue(path), acts: true);
        var words = given.GetValue(filter);
        var cases = input.Federation.Cases
            .Where(c => input.OnlyFile is null || !IsCases(input.OnlyFile) || string.Equals(c.Path, input.OnlyFile, StringComparison.Ordinal))
            .Where(c => words is null || c.Title.Contains(words, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (cases.Count == 0)
            throw new UsageProblem(words is null ? Text.Of("NoCases", input.Path) : Text.Of("NoCasesLike", input.Path, words), Text.Of(words is null ? "NoCasesHint" : "NoCasesLikeHint"));
        var results = input.Federation.Editions.IsEmpty ? [] : CaseRunner.Run(new Rulebooks(input.Federation), cases);
        var outside = OutsideCases(input);
        if (given.GetValue(json))
            Write(input, results, outside, terminal.Results);
        else
            Write(results, outside, given.GetValue(list), terminal.Page);
        return results.Length == cases.Count && outside.Count == 0 && results.All(r => r.Passed) ? ExitCode.Fine : ExitCode.Findings;
    }

    // What cannot be read in a file of cases and belongs to no case that was run: perhaps it was to be one.
    private static List<Diagnostic> OutsideCases(FederationInput input)
    {
        return [.. input.Federation.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && IsCases(d.Location.Source.Path)
            && (input.OnlyFile is null || !IsCases(input.OnlyFile) || input.Concerns(d))
            && !input.Federation.Cases.Any(c => ReferenceEquals(c.Clause.Tree.Source, d.Location.Source) && ReferenceEquals(TopAt(c.Clause.Tree, d), c.Clause)))];
    }

    private static ClauseSyntax? TopAt(SyntaxTree tree, Diagnostic diagnostic) =>
        tree.Clauses.LastOrDefault(c => c.Location.Span.Start <= diagnostic.Location.Span.Start);

    private static bool IsCases(string path) => path.EndsWith(".cases", StringComparison.OrdinalIgnoreCase);

    private static void Write(IReadOnlyList<CaseResult> results, IReadOnlyList<Diagnostic> outside, bool all, Page page)
    {
        foreach (var diagnostic in outside)
        {
            DiagnosticPage.Write(page, diagnostic);
            page.Line();
        }

        foreach (var result in results)
        {
            if (result.Passed && !all)
                continue;
            page.Put(Text.Of(result.Passed ? "CasePassed" : "CaseFailed"), result.Passed ? Tone.Good : Tone.Bad).Put("  ").Line(result.Case.Title, Tone.Strong);
            if (result.Passed)
                continue;
            foreach (var diagnostic in result.Diagnostics)
                DiagnosticPage.Write(page, diagnostic);
            page.Line();
        }

        var passed = results.Count(r => r.Passed);
        page.Put(Text.Count("Cases", results.Count)).Put(": ");
        if (passed == results.Count)
            page.Line(Text.Of("AllPassed"), Tone.Good);
        else
            page.Put(Text.Of("SomePassed", passed)).Put(", ").Line(Text.Of("SomeFailed", results.Count - passed), Tone.Bad);
    }

    private static void Write(FederationInput input, IReadOnlyList<CaseResult> results, IReadOnlyList<Diagnostic> outside, Stream stream)
    {
        using var output = new Json(stream, "test");
        output.Field("federation", input.Federation.Title).Field("path", input.Path);
        output.Field("cases", results.Count).Field("passed", results.Count(r => r.Passed)).Field("failed", results.Count(r => !r.Passed));
        output.Diagnostics("diagnostics", outside);
        output.List("results", results, result =>
        {
            output.Field("title", result.Case.Title).Field("file", result.Case.Path).Field("line", LineOf(result.Case)).Field("passed", result.Passed);
            output.List("expectations", result.Expectations, e => output
                .Field("line", e.Clause.Location.Position.Line).Field("expected", e.Expected).Field("found", e.Came).Field("passed", e.Passed).Field("reasons", e.Reasons));
            output.Diagnostics("diagnostics", result.Diagnostics);
        });
    }

    private static int LineOf(CaseText text) => text.Clause.Location.Position.Line;
}
