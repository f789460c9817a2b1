using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Replaying;

/// <summary>The reasons of a ruling or of an answer, to be compared with those that somebody expects.</summary>
public sealed class Reasons(IEnumerable<Ground> grounds, IEnumerable<Need> needs, IEnumerable<Assumption> assuming)
{
    private readonly List<Ground> _grounds = [.. grounds];
    private readonly List<Need> _needs = [.. needs];
    private readonly List<Assumption> _assuming = [.. assuming];

    /// <summary>The reasons of a ruling under somebody's assumptions.</summary>
    public static Reasons Of(Judgment judgment) => new(judgment.Grounds, judgment.Needs, judgment.Assuming);

    /// <summary>Whether a provision with a citation is among the reasons.</summary>
    public bool Cites(string citation) =>
        _grounds.Exists(g => g.By is { } by && IsCited(by, citation)) || _needs.Exists(n => n.Silence is { } silence && IsCited(silence.By, citation));

    /// <summary>Whether something that is needed has these words, or holds them.</summary>
    public bool Needs(string words) => _needs.Exists(n => n.Text.Contains(words, StringComparison.Ordinal) || n.ToString().Contains(words, StringComparison.Ordinal));

    /// <summary>Whether an assumption is used.</summary>
    public bool Uses(string name) => _assuming.Exists(a => string.Equals(a.Name, name, StringComparison.Ordinal));

    /// <summary>These reasons and more.</summary>
    public Reasons And(Reasons other) =>
        new(_grounds.Concat(other._grounds), _needs.Concat(other._needs), _assuming.Concat(other._assuming).Distinct());

    /// <summary>The reasons as lines: each with the article that it rests on.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string>();
        foreach (var ground in _grounds)
            Once(lines, ground.By is { } by ? $"{by.Citation}: {ground}" : ground.ToString());
        foreach (var need in _needs)
            Once(lines, "needs " + need);
        if (_assuming.Count > 0)
            Once(lines, "assuming " + string.Join(", ", _assuming.Select(a => a.Name).Distinct(StringComparer.Ordinal)));
        return lines;
    }

    /// <summary>An article of a manual that the charter adopts may be cited without the name of the manual.</summary>
    private static bool IsCited(Provision by, string citation) =>
        string.Equals(by.Citation, citation, StringComparison.Ordinal)
        || (by.Hand == Hand.Adopted && citation.StartsWith("art ", StringComparison.Ordinal) && string.Equals(by.Article, citation[4..], StringComparison.Ordinal));

    private static void Once(List<string> lines, string line)
    {
        if (!lines.Contains(line))
            lines.Add(line);
    }
}
