using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>
/// Two or more federations that differ in one place alone, the acts of a case, and what is expected of each. Read from a file under
/// <c>tests/witnesses</c>; its README says how one is written.
/// </summary>
internal sealed class Witness
{
    private const string Head = "foedus 1\n";
    private static readonly string[] CaseLines = ["start", "given", "on", "expect", "assuming", "after act", "under edition"];
    private readonly ImmutableArray<string> _lines;
    private readonly string _base;

    private Witness(string title, string file, int line, string from, ImmutableArray<string> lines)
    {
        Title = title;
        Place = $"{file}:{line}";
        _base = from;
        _lines = lines;
        Count = Variants.CountIn(lines);
    }

    /// <summary>The folder of all witnesses.</summary>
    public static string Folder { get; } = Path.Combine(Cases.Examples.Folder(".."), "tests", "witnesses");

    /// <summary>What it is about.</summary>
    public string Title { get; }

    /// <summary>Where it is written.</summary>
    public string Place { get; }

    /// <summary>How many variants it has.</summary>
    public int Count { get; }

    /// <summary>The witnesses of a file.</summary>
    public static IEnumerable<Witness> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("witness ", StringComparison.Ordinal)).ToList();
        foreach (var (i, start) in starts.Index())
        {
            ImmutableArray<string> own = [.. lines[(start + 1)..(i + 1 < starts.Count ? starts[i + 1] : lines.Length)].Where(l => l.Trim() is { Length: > 0 } t && t[0] != '#')];
            var from = own.FirstOrDefault("").Trim();
            if (!from.StartsWith("base ", StringComparison.Ordinal))
                throw new FormatException($"{file}:{start + 1}: the first line of a witness names its base");
            yield return new Witness(lines[start][8..].Trim(), Path.GetFileName(file), start + 1, from[5..], own[1..]);
        }
    }

    /// <summary>The files of a variant. Its case has what every variant expects, so that it can be seen what does not hold here.</summary>
    public ImmutableArray<SourceText> Files(int variant)
    {
        var charter = Outline.Read(File.ReadLines(Path.Combine(Folder, "bases", _base + ".charter")));
        var title = charter.First(l => l.Text.StartsWith("charter ", StringComparison.Ordinal)).Text[8..];
        var files = ImmutableArray.CreateBuilder<SourceText>();
        var over = new List<Outline>();
        var (cases, assumptions, journal) = ("", "", "");
        foreach (var group in Groups())
        {
            var first = group[0].Trim();
            if (Expected.Is(first))
            {
                cases += string.Concat(Options(first).Where(Expected.IsClause).Select(e => "  " + e + "\n"));
                continue;
            }

            var lines = Outline.Read(Resolved(group, variant));
            if (first.StartsWith("file ", StringComparison.Ordinal))
                files.Add(SourceText.From(lines[0].Text[5..], Outline.Write(lines[0].Children)));
            else if (Array.Exists(CaseLines, w => first.StartsWith(w + " ", StringComparison.Ordinal) || first.StartsWith("{" + w + " ", StringComparison.Ordinal)))
                cases += Indented(lines);
            else if (first.StartsWith("assume ", StringComparison.Ordinal))
                assumptions += Outline.Write(lines);
            else if (first.StartsWith("act ", StringComparison.Ordinal))
                journal += Outline.Write(lines);
            else
                over.AddRange(lines);
        }

        if (File.Exists(Path.Combine(Folder, "bases", _base + ".csv")) && !files.Any(f => f.Path is "units.csv"))
            files.Add(SourceText.From("units.csv", File.ReadAllText(Path.Combine(Folder, "bases", _base + ".csv"))));
        Outline.Lay(charter, over);
        files.Add(SourceText.From("w.charter", Outline.Write(charter)));
        if (cases.Length > 0)
            files.Add(SourceText.From("w.cases", $"{Head}cases \"W\" of {title}\ncase \"W\"\n{cases}"));
        if (assumptions.Length > 0)
            files.Add(SourceText.From("w.assumptions", $"{Head}assumptions \"W\" of {title}\n{assumptions}"));
        if (journal.Length > 0)
            files.Add(SourceText.From("w.journal", $"{Head}journal \"W\" of {title}\n{journal}"));
        return files.ToImmutable();
    }

    /// <summary>The lines that expect something, as all variants have them together, in order.</summary>
    public ImmutableArray<Expected> Expectations() =>
        [.. _lines.Index().Where(l => Expected.Is(l.Item.Trim())).SelectMany(l => Options(l.Item.Trim()).Select(t => new Expected(l.Index, t)))];

    /// <summary>What a variant expects, line by line.</summary>
    public ImmutableArray<Expected> Expectations(int variant) =>
        [.. _lines.Index().Where(l => Expected.Is(l.Item.Trim())).Select(l => new Expected(l.Index, Variants.In(l.Item.Trim(), variant))).Where(e => e.Text.Length > 0)];

    private IEnumerable<string> Options(string line) =>
        Enumerable.Range(0, Count).Select(v => Variants.In(line, v)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    private static string Indented(List<Outline> lines) => string.Concat(Outline.Write(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => "  " + l + "\n"));

    /// <summary>The lines at the left, each with those beneath it.</summary>
    private IEnumerable<List<string>> Groups()
    {
        var indent = _lines.IsEmpty ? 0 : _lines.Min(Indent);
        var group = new List<string>();
        foreach (var line in _lines)
        {
            if (Indent(line) == indent && group.Count > 0)
            {
                yield return group;
                group = [];
            }

            group.Add(line);
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>Lines in a variant; a line that is empty there is left out with those beneath it.</summary>
    private static IEnumerable<string> Resolved(List<string> lines, int variant)
    {
        var left = int.MaxValue;
        foreach (var line in lines)
        {
            if (Indent(line) > left)
                continue;
            left = int.MaxValue;
            var text = Variants.In(line, variant);
            if (text.Trim().Length > 0)
                yield return text;
            else
                left = Indent(line);
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;
}
