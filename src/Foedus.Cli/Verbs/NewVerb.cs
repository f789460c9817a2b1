using System.CommandLine;
using System.Globalization;
using System.Text;
using Foedus.Charter.Formatting;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Begins a federation: a charter that checks clean, with units, figures, cases, a journal and an assumption. Overwrites nothing.</summary>
internal sealed class NewVerb : Verb
{
    private static readonly string[] Kinds = ["union", "club", "league"];
    private static readonly string[] Parts = ["federation.charter", "units.csv", "figures.csv", "federation.cases", "federation.journal", "secretary.assumptions"];

    private readonly Argument<string> folder = new("NAME");
    private readonly Option<string?> kind = new("--kind");
    private readonly Option<int?> year = new("--year");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "new";

    public override void Declare(Command command)
    {
        command.Arguments.Add(folder);
        command.Options.Add(kind);
        command.Options.Add(year);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var path = (given.GetValue(folder) ?? "").Replace('\\', '/').TrimEnd('/');
        var name = Path.GetFileName(path);
        if (name.Length == 0 || name is "." or ".." || name.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '_' or ' ' or '\'')))
            throw new UsageProblem(Texts.Text.Of("NewBadName", name), Texts.Text.Of("NewBadNameHint"));
        var sort = given.GetValue(kind) ?? "league";
        if (!Kinds.Contains(sort, StringComparer.Ordinal))
            throw new UsageProblem(Texts.Text.Of("NewBadKind", sort), Spelling.Nearest(sort, Kinds) is { } near ? Texts.Text.Of("DidYouMean", near) : Texts.Text.Of("NewKinds", string.Join(", ", Kinds)));
        var first = given.GetValue(year) ?? DateTime.Now.Year;
        if (first is < 1000 or > 9998)
            throw new UsageProblem(Texts.Text.Of("BadValue", year.Name, first), Texts.Text.Of("SeeHelp", Name));
        var files = Parts.Select(p => (Path: $"{path}/{p.Replace("federation", Slug(name), StringComparison.Ordinal)}", Text: Filled(sort, p, Title(name), first))).ToList();
        Write(path, files);
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("folder", path).Field("kind", sort).Field("title", Title(name)).Field("files", files.Select(f => f.Path));
        }
        else
        {
            Tell(terminal.Page, path, Title(name), files.Select(f => f.Path));
        }

        return ExitCode.Fine;
    }

    private static void Tell(Page page, string path, string title, IEnumerable<string> files)
    {
        page.Put(title, Tone.Strong).Line(Texts.Text.Of("NewBegun"));
        foreach (var file in files)
            page.Put("  ").Line(file, Tone.Place);
        var argument = path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
        page.Line().Line(Texts.Text.Of("NewNext"));
        foreach (var verb in (string[])["check", "test", "run", "silences", "read"])
            page.Put("  ").Line($"foedus {verb} {argument}");
    }

    private static void Write(string path, List<(string Path, string Text)> files)
    {
        try
        {
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
                throw new UsageProblem(Texts.Text.Of("NewExists", path), Texts.Text.Of("NewExistsHint"));
            Directory.CreateDirectory(path);
            foreach (var (file, text) in files)
            {
                using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageProblem(Texts.Text.Of("NewNotWritten", path, failure.Message.ReplaceLineEndings(" ").TrimEnd('.')), Texts.Text.Of("UnreadableHint"));
        }
    }

    private static string Filled(string sort, string part, string title, int year)
    {
        using var stream = typeof(NewVerb).Assembly.GetManifestResourceStream($"Starter.{sort}.{part}")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd()
            .Replace("{{TITLE}}", title, StringComparison.Ordinal)
            .Replace("{{YEAR}}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{{LAST}}", (year - 1).ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return part.EndsWith(".csv", StringComparison.Ordinal) ? text : CharterFormatter.Format(SyntaxTree.Parse(SourceText.From(part, text)));
    }

    /// <summary>The name of the files: small letters, parted by hyphens.</summary>
    private static string Slug(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');

    /// <summary>The title of the charter: the name with blanks and a capital.</summary>
    private static string Title(string name)
    {
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
