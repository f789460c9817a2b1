using System.Globalization;
using System.Text.RegularExpressions;

namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>A vote as it is reported in a case: <c>given 2024-02-01 Council votes on M, for Alder, Birch, against 2</c>.</summary>
/// <param name="Day">The day with a space after it; empty if none is said.</param>
/// <param name="Body">Whose vote it is.</param>
/// <param name="Matter">On what.</param>
/// <param name="Tallies">What is told, side by side.</param>
internal sealed partial record Report(string Day, string Body, string Matter, IReadOnlyList<Report.Tally> Tallies)
{
    private static readonly string[] Sides = ["for", "against", "abstaining", "absent", "invalid", "not taking part"];

    /// <summary>One side: a number, names, or all the rest.</summary>
    internal sealed record Tally(string Side, IReadOnlyList<string> Names, int? Count)
    {
        /// <summary>"absent the rest": what was not told is so.</summary>
        public bool IsRest => Names is ["the rest"];
    }

    /// <summary>Reads a line of a case; null if it is no vote, or is told by units, measures or parts.</summary>
    public static Report? Read(string line)
    {
        if (Votes().Match(line) is not { Success: true } match)
            return null;
        var tallies = new List<Tally>();
        foreach (var item in match.Groups[4].Value.Split(", "))
        {
            var side = Array.Find(Sides, s => item.StartsWith(s + " ", StringComparison.Ordinal));
            var what = side is null ? item : item[(side.Length + 1)..];
            if (side is null && tallies is [.., { Count: null, IsRest: false } last])
                tallies[^1] = last with { Names = [.. last.Names, what] };
            else if (side is not null && int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                tallies.Add(new Tally(side, [], count));
            else if (side is not null)
                tallies.Add(new Tally(side, [what], null));
            else
                return null;
        }

        return tallies.TrueForAll(t => t.IsRest || t.Names.All(n => !n.Contains(' ', StringComparison.Ordinal))) ? new Report(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, tallies) : null;
    }

    /// <summary>The line.</summary>
    public string Write() => $"given {Day}{Body} votes on {Matter}, {string.Join(", ", Tallies.Select(t => $"{t.Side} {(t.Count is { } c ? c.ToString(CultureInfo.InvariantCulture) : string.Join(", ", t.Names))}"))}";

    /// <summary>How many places each unit has in the body, and the units, if it has so many for each unit of a kind and no others; null otherwise.</summary>
    public (int Each, List<string> Units)? Places(WitnessText text)
    {
        var body = text.Charter.SelectMany(l => l.All()).Where(l => l.Text == "body " + Body || l.Text == "chamber " + Body).ToList();
        if (Weighs(text) || body is not [var only] || only.Children.Where(l => l.Text.StartsWith("seats ", StringComparison.Ordinal)).ToList() is not [{ Children.Count: 0 } seats]
            || Seats().Match(seats.Text) is not { Success: true } match)
        {
            return null;
        }

        var parties = "parties " + match.Groups[2].Value + " ";
        var units = text.Charter.Where(l => l.Text.StartsWith(parties, StringComparison.Ordinal)).SelectMany(l => l.Text[parties.Length..].Split(", ")).ToList();
        return units.Count == 0 ? null : (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), units);
    }

    /// <summary>The one stage before the body alone; null if there is none.</summary>
    public Outline? Stage(WitnessText text) => text.Charter.SelectMany(l => l.All())
        .Where(l => l.Text.StartsWith("stage ", StringComparison.Ordinal) && l.Children.Exists(c => c.Text == "before " + Body)).ToList() is [var only] ? only : null;

    /// <summary>Whether the matter stands at a stage in the case.</summary>
    public bool IsPut(WitnessText text) => text.Case.Exists(l => l.Text.StartsWith($"start {Matter} ", StringComparison.Ordinal) || l.Text.Contains($" introduces {Matter}", StringComparison.Ordinal));

    /// <summary>Whether votes are weighed somewhere in a charter: a number of votes is no number of voters then.</summary>
    private static bool Weighs(WitnessText text) => text.Charter.SelectMany(l => l.All()).Any(l => l.Text.StartsWith("votes ", StringComparison.Ordinal) && l.Text != "votes one each");

    /// <summary>A case with each of its votes told in another way; null if there is none that can be.</summary>
    public static List<Outline>? Told(WitnessText text, Func<Report, int, List<string>, IEnumerable<string>?> other)
    {
        var told = new List<Outline>();
        var changed = false;
        foreach (var line in text.Case)
        {
            if (Read(line.Text) is { } report && report.Places(text) is var (each, units) && other(report, each, units) is { } lines)
            {
                told.AddRange(lines.Select(l => new Outline(l)));
                changed = true;
            }
            else
            {
                told.Add(line);
            }
        }

        return changed ? told : null;
    }

    [GeneratedRegex(@"^given (\d{4}-\d\d-\d\d )?([A-Z][\w-]*) votes on ([A-Z][\w-]*), (.+)$", RegexOptions.None, 1000)]
    private static partial Regex Votes();

    [GeneratedRegex(@"^seats (\d+) per ([\w-]+)$", RegexOptions.None, 1000)]
    private static partial Regex Seats();
}
