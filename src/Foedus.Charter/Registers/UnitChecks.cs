using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using NodaTime;

namespace Foedus.Charter.Registers;

/// <summary>What the rows of the units say together: one life a day, parents that exist, no circle.</summary>
internal sealed class UnitChecks
{
    private readonly List<RegisteredUnit> units;
    private readonly List<SourceLocation> places;
    private readonly RegisterVocabulary words;
    private readonly DiagnosticBag problems;
    private readonly Dictionary<string, List<int>> lives = new(StringComparer.Ordinal);
    private readonly HashSet<int> dropped = [];

    private UnitChecks(List<RegisteredUnit> units, List<SourceLocation> places, RegisterVocabulary words, DiagnosticBag problems)
    {
        this.units = units;
        this.places = places;
        this.words = words;
        this.problems = problems;
    }

    /// <summary>Reports what does not fit and gives the rows that can be used.</summary>
    public static List<RegisteredUnit> Check(List<RegisteredUnit> units, List<SourceLocation> places, RegisterVocabulary words, DiagnosticBag problems)
    {
        var checks = new UnitChecks(units, places, words, problems);
        checks.Lives();
        checks.Parties();
        for (var i = 0; i < units.Count; i++) checks.Parent(i);
        for (var i = 0; i < units.Count; i++) checks.Circle(i);
        return [.. units.Where((_, i) => !checks.dropped.Contains(i))];
    }

    private void Lives()
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (!lives.TryGetValue(units[i].Name, out var rows)) lives[units[i].Name] = rows = [];
            foreach (var other in rows)
            {
                if (!Meet(units[i], units[other])) continue;
                var same = Same(units[i], units[other]);
                var kind = same ? RegisterDiagnostics.Duplicate : RegisterDiagnostics.OverlappingLives;
                var problem = same ? Diagnostic.At(places[i], kind) : Diagnostic.At(places[i], kind, units[i].Name);
                problems.Add(problem.Also(places[other], same ? "the same" : "and this row"));
                dropped.Add(i);
                break;
            }
            if (!dropped.Contains(i)) rows.Add(i);
        }
    }

    private void Parties()
    {
        foreach (var name in lives.Keys.Order(StringComparer.Ordinal))
        {
            if (words.PartyKind(name) is not { } kind) continue;
            var rows = lives[name];
            if (rows.Count == 0 || rows.Any(i => string.Equals(units[i].Kind, kind, StringComparison.Ordinal))) continue;
            problems.Add(Diagnostic.At(places[rows[0]], RegisterDiagnostics.KindDiffers, name, kind, units[rows[0]].Kind));
        }
    }

    private void Parent(int i)
    {
        var unit = units[i];
        if (dropped.Contains(i) || unit.Within is not { } name) return;
        if (!lives.TryGetValue(name, out var rows) || rows.Count == 0)
        {
            if (words.PartyKind(name) is { } party) Kind(i, party);
            else Unknown(i, name);
            return;
        }
        var during = rows.Where(r => Meet(unit, units[r])).ToList();
        var first = rows.Min(r => Start(units[r]));
        var last = rows.Max(r => End(units[r]));
        if (during.Count == 0 || Start(unit) < first || (unit.Until is not null && End(unit) > last) || (unit.Until is null && last < LocalDate.MaxIsoValue))
            problems.Add(Diagnostic.At(places[i], RegisterDiagnostics.LifeBeforeParent, unit.Name, name).Also(places[rows[0]], "the unit that it stands within"));
        if (during.Count > 0) Kind(i, units[during[0]].Kind);
    }

    private void Kind(int i, string parentKind)
    {
        var unit = units[i];
        var wanted = words.ParentsOf(unit.Kind);
        if (wanted.Count > 0 && !wanted.Contains(parentKind, StringComparer.Ordinal))
            problems.Add(Diagnostic.At(places[i], RegisterDiagnostics.WrongParentKind, unit.Name, unit.Kind, parentKind, string.Join(" or ", wanted)));
    }

    private void Unknown(int i, string name)
    {
        var problem = Diagnostic.At(places[i], RegisterDiagnostics.UnknownParent, units[i].Name, name);
        var near = Spelling.Nearest(name, lives.Keys.Concat(words.PartyNames).Order(StringComparer.Ordinal));
        problems.Add(near is null ? problem : problem.Helped($"did you mean `{near}`?"));
        units[i] = units[i] with { Within = null };
    }

    // Upwards from one row on its first day; a circle is cut at the row where it was found.
    private void Circle(int i)
    {
        if (dropped.Contains(i) || units[i].Within is null) return;
        var day = Start(units[i]);
        var seen = new HashSet<int> { i };
        var at = i;
        while (units[at].Within is { } name && Row(name, day) is { } next)
        {
            if (next == i)
            {
                problems.Add(Diagnostic.At(places[i], RegisterDiagnostics.CyclicWithin, units[i].Name).Also(places[at], "and this row leads back"));
                units[i] = units[i] with { Within = null };
                return;
            }
            if (!seen.Add(next)) return;
            at = next;
        }
    }

    private int? Row(string name, LocalDate day)
    {
        if (!lives.TryGetValue(name, out var rows)) return null;
        foreach (var row in rows)
            if (Start(units[row]) <= day && day < End(units[row]))
                return row;
        return null;
    }

    private static bool Same(RegisteredUnit one, RegisteredUnit other) =>
        string.Equals(one.Kind, other.Kind, StringComparison.Ordinal) && string.Equals(one.Within, other.Within, StringComparison.Ordinal)
        && string.Equals(one.Link, other.Link, StringComparison.Ordinal) && one.From == other.From && one.Until == other.Until;

    private static bool Meet(RegisteredUnit one, RegisteredUnit other) => Start(one) < End(other) && Start(other) < End(one);

    private static LocalDate Start(RegisteredUnit unit) => unit.From ?? LocalDate.MinIsoValue;

    private static LocalDate End(RegisteredUnit unit) => unit.Until ?? LocalDate.MaxIsoValue;
}
