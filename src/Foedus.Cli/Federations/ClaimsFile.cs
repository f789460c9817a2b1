using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Registers;
using Foedus.Charter.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Federations;

/// <summary>
/// Units with their figures, as a spreadsheet saves them: a line of heads, then a name and a figure a line, separated by commas, semicolons
/// or tabs. Columns named <c>least</c> and <c>most</c> give a unit's own limits. A file without heads is read from its first line, a row
/// of totals is no unit, and where several columns hold figures the right one has to be named.
/// </summary>
/// <param name="Figure">The head of the column of figures.</param>
/// <param name="Units">The names.</param>
/// <param name="Claims">The figures and limits, in the same order.</param>
/// <param name="Remarks">What was left out or may be meant otherwise, a sentence each.</param>
internal sealed record ClaimsFile(string Figure, ImmutableArray<string> Units, ImmutableArray<Claim> Claims, ImmutableArray<string> Remarks)
{
    // Names under which spreadsheets sum a column, in the languages of Foedus.
    private static readonly ImmutableHashSet<string> Totals = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "total", "totals", "sum", "all", "grand total", "overall", "somme", "ensemble", "totaux", "summe", "gesamt", "insgesamt", "suma", "totales", "\u0438\u0442\u043e\u0433\u043e", "\u0432\u0441\u0435\u0433\u043e", "\u0443\u0441\u044c\u043e\u0433\u043e", "\u0440\u0430\u0437\u043e\u043c", "\u0627\u0644\u0645\u062c\u0645\u0648\u0639");

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">The head of the column of figures; null where there is one such column alone.</param>
    /// <param name="numerals">How its numbers are written; null where the file tells.</param>
    /// <param name="least">The least seats of units that have none of their own.</param>
    /// <param name="most">The most seats of units that have none of their own.</param>
    /// <exception cref="UsageProblem">It cannot be read, or lines are wrong: which and why.</exception>
    public static ClaimsFile Read(string path, string? wanted, Numerals? numerals, long least, long? most)
    {
        if (path.Length == 0)
            throw new UsageProblem(Text.Of("EmptyPath"));
        if (Directory.Exists(path))
            throw new UsageProblem(Text.Of("DivideFolder", path), Text.Of("DivideFileHint"));
        var problems = new DiagnosticBag();
        var table = CsvTable.Read(FederationFiles.Text(path), problems);
        var wrong = problems.ToSorted().Where(problem => problem.Descriptor != RegisterDiagnostics.DuplicateColumn)
            .Select(problem => (problem.Location.Position.Line, problem.Message)).ToList();
        if (table.Heads is not { } heads)
            throw new UsageProblem(Text.Of("DivideEmpty", path), Text.Of("DivideFileHint"));
        if (heads.Cells.Length < 2)
            throw new UsageProblem(Text.Of("DivideHeads", path), Text.Of("DivideFileHint"));
        return new Reading(path, table, heads, wrong).Claims(wanted, numerals, least, most);
    }

    private sealed class Reading(string path, CsvTable table, CsvRow heads, List<(int Line, string Reason)> wrong)
    {
        private readonly List<(int Line, string Name, Claim Claim)> units = [];
        private readonly List<string> remarks = [];

        public ClaimsFile Claims(string? wanted, Numerals? numerals, long least, long? most)
        {
            List<CsvRow> rows = [.. table.Rows];
            var headed = !heads.Cells.Skip(1).Any(IsNumber);
            if (!headed)
            {
                rows.Insert(0, heads);
                remarks.Add(Text.Of("DivideNoHeads", path));
            }

            if (rows.Count == 0 && wrong.Count == 0)
                throw new UsageProblem(Text.Of("DivideEmpty", path), Text.Of("DivideFileHint"));
            var names = headed ? heads.Cells.Select(head => head.Trim()).ToList() : [.. heads.Cells.Select((_, i) => Text.Of("DivideColumn", i + 1))];
            var (leastAt, mostAt) = (Limit(names, "least"), Limit(names, "most"));
            var column = Column(rows, names, wanted, leastAt, mostAt);
            var written = numerals ?? table.Numerals ?? Numerals.Of(rows.Select(row => Cell(row, column)));
            foreach (var row in rows)
                Unit(row, column, written, Whole(row, leastAt) ?? least, Whole(row, mostAt) ?? most);
            var kept = WithoutTotals();
            if (wrong.Count > 0)
            {
                throw new UsageProblem(
                    string.Join('\n', wrong.OrderBy(problem => problem.Line).Select(problem => Text.Of("DivideLine", path, problem.Line, problem.Reason))), Text.Of("DivideFileHint"));
            }

            return new ClaimsFile(names[column], [.. kept.Select(unit => unit.Name)], [.. kept.Select(unit => unit.Claim)], [.. remarks]);
        }

        private static int Limit(List<string> names, string name) => names.FindIndex(1, head => head.Equals(name, StringComparison.OrdinalIgnoreCase));

        private static string Cell(CsvRow row, int at) => at >= 0 && at < row.Cells.Length ? row.Cells[at].Trim() : "";

        private static bool IsNumber(string cell) => Numerals.Readings(cell.Trim()).Length > 0 || Ratio.TryParse(cell, out _);

        // A column is one of figures if most of what stands in it are numbers, so that a bad cell does not turn the choice.
        private int Column(List<CsvRow> rows, List<string> names, string? wanted, int leastAt, int mostAt)
        {
            var columns = Enumerable.Range(1, names.Count - 1).Where(at => at != leastAt && at != mostAt).ToList();
            if (wanted is not null)
            {
                var at = columns.FindIndex(column => names[column].Equals(wanted, StringComparison.OrdinalIgnoreCase));
                return at >= 0 ? columns[at] : throw new UsageProblem(Text.Of("DivideNoColumn", path, wanted), Text.Of("DivideColumns", Listed(columns)));
            }

            var figures = columns.Where(column =>
            {
                var filled = rows.Select(row => Cell(row, column)).Where(cell => cell.Length > 0).ToList();
                return filled.Count > 0 && filled.Count(IsNumber) * 2 > filled.Count;
            }).ToList();
            return figures.Count switch
            {
                0 => columns.Count > 0 ? columns[0] : throw new UsageProblem(Text.Of("DivideHeads", path), Text.Of("DivideFileHint")),
                1 => figures[0],
                _ => throw new UsageProblem(Text.Of("DivideSeveral", path, Listed(figures)), Text.Of("DivideSeveralHint", names[figures[0]])),
            };

            string Listed(List<int> which) => string.Join(", ", which.Select(column => names[column]));
        }

        private void Unit(CsvRow row, int column, Numerals numerals, long least, long? most)
        {
            var (name, cell) = (Cell(row, 0), Cell(row, column));
            if (name.Length == 0 || cell.Length == 0)
                wrong.Add((row.Line, Text.Of("DivideNoFigure")));
            else if (units.FindIndex(unit => unit.Name == name) is var twice and >= 0)
                wrong.Add((row.Line, Text.Of("DivideTwice", name, units[twice].Line)));
            else if (numerals.Read(cell) is not { } number)
                wrong.Add((row.Line, Text.Of("DivideTwoWays", cell, string.Join(Text.Of("Or"), Numerals.Readings(cell)))));
            else if (!Ratio.TryParse(number, out var figure) || figure.Sign < 0)
                wrong.Add((row.Line, Text.Of("DivideBadFigure", cell)));
            else
                units.Add((row.Line, name, new Claim(figure, least, most)));
        }

        private long? Whole(CsvRow row, int at)
        {
            var cell = Cell(row, at);
            if (cell.Length == 0)
                return null;
            if (Ratio.TryParse(cell, out var value) && value.TryToInt64(out var whole) && whole >= 0)
                return whole;
            wrong.Add((row.Line, Text.Of("DivideBadFigure", cell)));
            return null;
        }

        private List<(int Line, string Name, Claim Claim)> WithoutTotals()
        {
            var named = units.Where(unit => Totals.Contains(unit.Name.TrimEnd(':', ' '))).ToList();
            var kept = units.Except(named).ToList();
            var sum = kept.Aggregate(Ratio.Zero, (all, unit) => all + unit.Claim.Figure);
            foreach (var (line, name, claim) in named)
            {
                if (claim.Figure == sum)
                    remarks.Add(Text.Of("DivideTotal", path, line, name));
                else
                    wrong.Add((line, Text.Of("DivideTotalDiffers", name, claim.Figure, sum)));
            }

            if (kept is [_, _, _, .., var last] && last.Claim.Figure * 2 == sum && last.Claim.Figure.Sign > 0)
                remarks.Add(Text.Of("DividePerhapsTotal", path, last.Line, last.Name));
            return kept;
        }
    }
}
