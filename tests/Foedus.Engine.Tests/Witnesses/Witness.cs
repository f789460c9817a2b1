using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>
/// Two or more federations that differ in one place alone, the acts of a case, and what is expected of each. Read from a file under
/// <c>tests/witnesses</c>; its README says how one is written.
/// </summary>
internal sealed class Witness
{
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

    /// <summary>Its file and what it is about.</summary>
    public string Name => Place.Split(':')[0] + ": " + Title;

    /// <summary>Where it is written.</summary>
    public string Place { get; }

    /// <summary>How many variants it has.</summary>
    public int Count { get; }

    /// <summary>All witnesses.</summary>
    public static IEnumerable<Witness> All() => Directory.EnumerateFiles(Folder, "*.witness", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read);

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

    /// <summary>The text of a variant. Its case has what every variant expects, so that it can be seen what does not hold here.</summary>
    public WitnessText Text(int variant)
    {
        var text = new WitnessText(Outline.Read(File.ReadLines(Path.Combine(Folder, "bases", _base + ".charter"))));
        var over = new List<Outline>();
        foreach (var group in Groups())
        {
            var first = group[0].Trim();
            if (Expected.Is(first))
            {
                text.Case.AddRange(Options(first).Where(Expected.IsClause).Select(e => new Outline(e)));
                continue;
            }

            var lines = Outline.Read(Resolved(group, variant));
            if (first.StartsWith("file ", StringComparison.Ordinal))
                text.Others.Add(SourceText.From(lines[0].Text[5..], Outline.Write(lines[0].Children)));
            else if (Array.Exists(CaseLines, w => first.StartsWith(w + " ", StringComparison.Ordinal) || first.StartsWith("{" + w + " ", StringComparison.Ordinal)))
                text.Case.AddRange(lines);
            else if (first.StartsWith("assume ", StringComparison.Ordinal))
                text.Assumptions.AddRange(lines);
            else if (first.StartsWith("act ", StringComparison.Ordinal))
                text.Journal.AddRange(lines);
            else
                over.AddRange(lines);
        }

        if (File.Exists(Path.Combine(Folder, "bases", _base + ".csv")) && !text.Others.Exists(f => f.Path is "units.csv"))
            text.Others.Add(SourceText.From("units.csv", File.ReadAllText(Path.Combine(Folder, "bases", _base + ".csv"))));
        Outline.Lay(text.Charter, over);
        return text;
    }

    /// <summary>The lines that expect something, as all variants have them together, in order.</summary>
    public ImmutableArray<Expected> Expectations() =>
        [.. _lines.Index().Where(l => Expected.Is(l.Item.Trim())).SelectMany(l => Options(l.Item.Trim()).Select(t => new Expected(l.Index, t)))];

    /// <summary>What a variant expects, line by line.</summary>
    public ImmutableArray<Expected> Expectations(int variant) =>
        [.. _lines.Index().Where(l => Expected.Is(l.Item.Trim())).Select(l => new Expected(l.Index, Variants.In(l.Item.Trim(), variant))).Where(e => e.Text.Length > 0)];

    private IEnumerable<string> Options(string line) =>
        Enumerable.Range(0, Count).Select(v => Variants.In(line, v)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

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
