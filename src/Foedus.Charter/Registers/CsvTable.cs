using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Registers;

/// <summary>A table of comma-separated values: names of columns and rows with their lines. Reading never fails; what is wrong becomes messages.</summary>
public sealed class CsvTable
{
    private const int LongestRecord = 1024 * 1024;

    private readonly SourceText source;
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private CsvTable(SourceText source) => this.source = source;

    /// <summary>The file.</summary>
    public string File => source.Path;

    /// <summary>The heads in small letters, by which cells are found.</summary>
    public ImmutableArray<string> Columns { get; private set; } = [];

    /// <summary>The line of heads as it is written; null where there is none.</summary>
    public CsvRow? Heads { get; private set; }

    /// <summary>The rows below the heads that have something in them.</summary>
    public List<CsvRow> Rows { get; } = [];

    /// <summary>How the table says that its numbers are written, in a line <c># decimal comma</c> above the heads; null where it does not say.</summary>
    public Numerals? Numerals { get; private set; }

    /// <summary>Whether there is a column of this head, in small letters.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>A cell without the spaces around it; "" where the row or the table lacks it.</summary>
    public string Cell(CsvRow row, string column) =>
        columns.TryGetValue(column, out var index) && index < row.Cells.Length ? row.Cells[index].Trim() : "";

    /// <summary>The line of a row, without its line end.</summary>
    public SourceLocation At(int line) => new(source, source.LineSpan(Math.Clamp(line - 1, 0, source.LineCount - 1)));

    /// <summary>
    /// Reads a table. Cells are separated by commas, or by semicolons or tabs where the line of heads has no comma. Lines above it that
    /// begin with <c>#</c> are remarks.
    /// </summary>
    public static CsvTable Read(SourceText source, DiagnosticBag problems)
    {
        var table = new CsvTable(source);
        var content = source.Content.StartsWith('\uFEFF') ? source.Content[1..] : source.Content;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = Separator(source),
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => problems.Add(Diagnostic.At(table.At(Line(bad.LineNumber)), RegisterDiagnostics.BadRow, Reason(bad.Reason))),
        };
        var line = 1;
        try
        {
            using var reader = CsvReader.FromText(content, options);
            while (reader.Read())
            {
                line = Line(reader.LineNumber);
                var cells = new string[reader.FieldCount];
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
                if (table.Heads is null && cells[0].TrimStart().StartsWith('#')) table.Numerals = Numerals.Said(cells[0]) ?? table.Numerals;
                else if (table.Heads is null) table.Header(cells, line, problems);
                else table.Row(cells, line, problems);
            }
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException or InvalidOperationException)
        {
            problems.Add(Diagnostic.At(table.At(line), RegisterDiagnostics.BadRow, "it is too long, or a quotation mark is not closed"));
        }
        return table;
    }

    private static char Separator(SourceText source)
    {
        var heads = 0;
        while (heads + 1 < source.LineCount && source.Span(source.LineSpan(heads)).TrimStart("\uFEFF ") is [] or ['#', ..]) heads++;
        var first = source.Span(source.LineSpan(heads));
        if (first.Contains(',')) return ',';
        return first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : ',';
    }

    private static int Line(long line) => (int)Math.Clamp(line, 1, int.MaxValue);

    private static string Reason(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark stands inside a cell that does not begin with one",
        CsvMalformedReason.TextAfterClosingQuote => "text follows the quotation mark that closes a cell",
        CsvMalformedReason.UnterminatedQuote => "a quotation mark is not closed",
        _ => "its cells are not well separated",
    };

    private void Header(string[] cells, int line, DiagnosticBag problems)
    {
        Heads = new CsvRow(line, cells);
        Columns = [.. cells.Select(c => c.Trim().ToLowerInvariant())];
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Length > 0 && !columns.TryAdd(Columns[i], i))
                problems.Add(Diagnostic.At(At(line), RegisterDiagnostics.DuplicateColumn, Columns[i]));
        }
    }

    private void Row(string[] cells, int line, DiagnosticBag problems)
    {
        if (cells.All(string.IsNullOrWhiteSpace)) return;
        if (cells.Length > Columns.Length && cells.Skip(Columns.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"it has {cells.Length} cells and the table has {Columns.Length} columns");
            problems.Add(Diagnostic.At(At(line), RegisterDiagnostics.BadRow, counts));
            return;
        }
        Rows.Add(new CsvRow(line, cells));
    }
}
