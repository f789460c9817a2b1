using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Counting;
using NodaTime;

namespace Foedus.Charter.Registers;

/// <summary>
/// Reads the tables of units and figures. A table is one of units if it has a column <c>kind</c>, one of figures if it has a
/// column <c>measure</c>; the order of the columns does not matter. A bad row gives a message and is left out.
/// </summary>
public sealed class RegisterReader
{
    private static readonly ImmutableArray<string> UnitColumns = ["unit", "kind", "within", "link", "from", "until", "name", "languages", "source"];
    private static readonly ImmutableArray<string> FigureColumns = ["unit", "measure", "value", "as_at", "quality", "source"];

    // Figures of one unit, measure and day that are compared with one another; more are no record that anybody keeps.
    private const int MostCompared = 100;

    private readonly RegisterVocabulary words;
    private readonly DiagnosticBag problems;
    private readonly Dictionary<string, SourceLocation> places = new(StringComparer.Ordinal);
    private readonly List<RegisteredUnit> units = [];
    private readonly List<RegisteredFigure> figures = [];
    private readonly List<(CsvTable Table, CsvRow Row)> figureRows = [];
    private readonly List<SourceLocation> unitPlaces = [];

    private RegisterReader(RegisterVocabulary words, DiagnosticBag problems)
    {
        this.words = words;
        this.problems = problems;
    }

    /// <summary>Reads tables against the words of a charter. Never fails; what is wrong goes into <paramref name="problems"/>.</summary>
    /// <param name="tables">The tables that there are.</param>
    /// <param name="named">Those that the charter names. Where it names one of units, no other table of units is read, and so for figures.</param>
    /// <param name="words">The kinds, measures and parties of the charter.</param>
    /// <param name="problems">Where messages go.</param>
    public static Register Read(IEnumerable<SourceText> tables, IReadOnlySet<SourceText> named, RegisterVocabulary words, DiagnosticBag problems)
    {
        var reader = new RegisterReader(words, problems);
        foreach (var table in Chosen([.. tables], named, problems)) reader.Table(table);
        var ok = UnitChecks.Check(reader.units, reader.unitPlaces, words, problems);
        foreach (var unit in ok) reader.places.TryAdd(unit.Name, default);
        foreach (var rows in reader.figureRows.GroupBy(figure => figure.Table))
        {
            var numerals = rows.Key.Numerals ?? Numerals.Of(rows.Select(figure => rows.Key.Cell(figure.Row, "value")));
            foreach (var (table, row) in rows) reader.Figure(table, row, numerals);
        }

        return new Register([.. ok], [.. reader.figures]);
    }

    private enum TableSort
    {
        Neither,
        Units,
        Figures,
    }

    private static List<CsvTable> Chosen(List<SourceText> texts, IReadOnlySet<SourceText> named, DiagnosticBag problems)
    {
        var found = texts.ConvertAll(text =>
        {
            var own = new DiagnosticBag();
            return (Text: text, Table: CsvTable.Read(text, own), Problems: own);
        });
        var sorts = found.Where(f => named.Contains(f.Text)).Select(f => SortOf(f.Table)).ToHashSet();
        var chosen = new List<CsvTable>();
        foreach (var (text, table, own) in found)
        {
            var sort = SortOf(table);
            if (!named.Contains(text) && (sorts.Contains(sort) || (sort == TableSort.Neither && sorts.Count > 0)))
            {
                problems.Add(Diagnostic.At(table.At(1), RegisterDiagnostics.NotNamed).Helped($"to have it read: `register {string.Join(", ", named.Append(text).Select(t => $"\"{Path.GetFileName(t.Path)}\"").Order(StringComparer.Ordinal))}`"));
                continue;
            }
            problems.AddRange(own.ToSorted());
            chosen.Add(table);
        }
        return chosen;
    }

    private static TableSort SortOf(CsvTable table) =>
        !table.Has("unit") ? TableSort.Neither
        : table.Has("measure") && table.Has("value") && table.Has("as_at") ? TableSort.Figures
        : table.Has("kind") ? TableSort.Units
        : TableSort.Neither;

    private void Table(CsvTable table)
    {
        var sort = SortOf(table);
        if (sort == TableSort.Figures)
        {
            Columns(table, FigureColumns);
            figureRows.AddRange(table.Rows.Select(row => (table, row)));
        }
        else if (sort == TableSort.Units)
        {
            Columns(table, UnitColumns);
            foreach (var row in table.Rows) Unit(table, row);
        }
        else
        {
            problems.Add(Diagnostic.At(table.At(1), RegisterDiagnostics.NoSuchTable));
        }
    }

    private void Columns(CsvTable table, ImmutableArray<string> known)
    {
        foreach (var column in table.Columns)
        {
            if (column.Length == 0 || known.Contains(column)) continue;
            var problem = Diagnostic.At(table.At(1), RegisterDiagnostics.UnknownColumn, column);
            var near = Spelling.Nearest(column, known);
            problems.Add(near is null ? problem : problem.Helped($"did you mean `{near}`?"));
        }
    }

    private void Unit(CsvTable table, CsvRow row)
    {
        var at = table.At(row.Line);
        if (!Filled(table, row, "unit", out var name) || !Filled(table, row, "kind", out var kindWord)) return;
        var kind = words.Kind(kindWord);
        if (kind is null)
        {
            Unknown(at, RegisterDiagnostics.UnknownKind, kindWord, words.KindNames);
            return;
        }
        if (!Date(table, row, "from", out var from) || !Date(table, row, "until", out var until)) return;
        if (from is { } start && until is { } end && end <= start)
        {
            problems.Add(Diagnostic.At(at, RegisterDiagnostics.EndsBeforeItBegins, name));
            return;
        }
        var others = table.Cell(row, "name").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        units.Add(new RegisteredUnit(name, kind, Text(table, row, "within"), Text(table, row, "link"), from, until,
            [.. others], table.Cell(row, "source"), new RegisterPlace(table.File, row.Line))
        {
            Languages = Languages(table, row, at),
        });
        unitPlaces.Add(at);
    }

    private ImmutableArray<string> Languages(CsvTable table, CsvRow row, SourceLocation at)
    {
        var languages = table.Cell(row, "languages").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var language in languages.Where(l => !words.HasLanguage(l)))
            Unknown(at, RegisterDiagnostics.UnknownLanguage, language, words.LanguageNames);
        return [.. languages];
    }

    private void Figure(CsvTable table, CsvRow row, Numerals numerals)
    {
        var at = table.At(row.Line);
        if (!Filled(table, row, "unit", out var unit) || !Filled(table, row, "measure", out var measure)) return;
        if (!places.ContainsKey(unit) && words.PartyKind(unit) is null)
        {
            Unknown(at, RegisterDiagnostics.UnknownUnit, unit, places.Keys.Concat(words.PartyNames).Order(StringComparer.Ordinal));
            return;
        }
        if (!words.HasMeasure(measure))
        {
            Unknown(at, RegisterDiagnostics.UnknownMeasure, measure, words.MeasureNames);
            return;
        }
        if (Quality(table.Cell(row, "quality")) is not { } quality)
        {
            problems.Add(Diagnostic.At(at, RegisterDiagnostics.UnknownQuality, table.Cell(row, "quality")));
            return;
        }
        if (!Filled(table, row, "as_at", out _) || !Date(table, row, "as_at", out var day)) return;
        var value = table.Cell(row, "value");
        if (numerals.Read(value) is not { } number)
        {
            problems.Add(Diagnostic.At(at, RegisterDiagnostics.TwoWaysToRead, value, string.Join(" or ", Numerals.Readings(value)))
                .Helped("write `# decimal comma` or `# decimal point` as the first line of the table"));
            return;
        }
        if (!FigureBounds.TryRead(number, quality, out var low, out var high))
        {
            problems.Add(Diagnostic.At(at, RegisterDiagnostics.BadNumber, value));
            return;
        }
        var figure = new RegisteredFigure(unit, measure, low, high, day!.Value, quality, table.Cell(row, "source"), new RegisterPlace(table.File, row.Line));
        if (Agrees(figure, at)) figures.Add(figure);
    }

    private readonly Dictionary<(string Unit, string Measure, LocalDate Day), List<(RegisteredFigure Figure, SourceLocation At)>> sameDay = [];

    // False for a mere copy of an earlier row.
    private bool Agrees(RegisteredFigure figure, SourceLocation at)
    {
        var key = (figure.Unit, figure.Measure, figure.AsAt);
        if (!sameDay.TryGetValue(key, out var earlier)) sameDay[key] = earlier = [];
        foreach (var (other, place) in earlier.Take(MostCompared))
        {
            if (other.Quality == figure.Quality && other.Low == figure.Low && other.High == figure.High)
            {
                problems.Add(Diagnostic.At(at, RegisterDiagnostics.Duplicate).Also(place, "the same"));
                return false;
            }
        }
        if (Comparable(figure.Quality))
        {
            foreach (var (other, place) in earlier.Take(MostCompared).Where(e => e.Figure.Quality == figure.Quality || (Comparable(e.Figure.Quality) && figure.Quality != FigureQuality.Restated && e.Figure.Quality != FigureQuality.Restated)))
            {
                if (!Disjoint(other, figure)) continue;
                problems.Add(Diagnostic.At(at, RegisterDiagnostics.Contradictory, figure.Unit).Labelled("this figure").Also(place, "and this one"));
                break;
            }
        }
        earlier.Add((figure, at));
        return true;
    }

    private static bool Comparable(FigureQuality quality) => quality is not (FigureQuality.Missing or FigureQuality.Disputed);

    private static bool Disjoint(RegisteredFigure one, RegisteredFigure other) =>
        (one.Low is { } low && other.High is { } top && low > top) || (one.High is { } high && other.Low is { } least && least > high);

    private static FigureQuality? Quality(string text) => text switch
    {
        "" or "exact" => FigureQuality.Exact,
        "about" => FigureQuality.About,
        "not less than" => FigureQuality.NotLessThan,
        "not more than" => FigureQuality.NotMoreThan,
        "restated" => FigureQuality.Restated,
        "missing" => FigureQuality.Missing,
        "disputed" => FigureQuality.Disputed,
        _ => null,
    };

    private bool Filled(CsvTable table, CsvRow row, string column, out string text)
    {
        text = table.Cell(row, column);
        if (text.Length > 0) return true;
        problems.Add(Diagnostic.At(table.At(row.Line), RegisterDiagnostics.EmptyCell, column));
        return false;
    }

    private bool Date(CsvTable table, CsvRow row, string column, out LocalDate? day)
    {
        var text = table.Cell(row, column);
        day = null;
        if (text.Length == 0) return true;
        if (PartialDate.TryRead(text, out var date))
        {
            day = date.Earliest;
            return true;
        }
        problems.Add(Diagnostic.At(table.At(row.Line), RegisterDiagnostics.BadDate, text));
        return false;
    }

    private static string? Text(CsvTable table, CsvRow row, string column)
    {
        var text = table.Cell(row, column);
        return text.Length == 0 ? null : text;
    }

    private void Unknown(SourceLocation at, DiagnosticDescriptor what, string word, IEnumerable<string> known)
    {
        var problem = Diagnostic.At(at, what, word);
        var near = Spelling.Nearest(word, known);
        problems.Add(near is null ? problem : problem.Helped($"did you mean `{near}`?"));
    }
}
