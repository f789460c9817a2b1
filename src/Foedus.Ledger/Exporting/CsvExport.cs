using System.Globalization;
using Foedus.Ledger.Stores;
using NodaTime.Text;

namespace Foedus.Ledger.Exporting;

/// <summary>Writes a ledger as a table with a heading (RFC 4180, lines that end with LF), for spreadsheets. The bytes of entries are not in it.</summary>
public static class CsvExport
{
    /// <summary>Writes it. Memory does not grow with the ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="publicOnly">Whether everything that is not public is left out.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="InvalidDataException">An entry cannot be read.</exception>
    public static void Write(ILedgerStore store, bool publicOnly, TextWriter output)
    {
        output.Write("position,recorded,visibility,effective,kind,ruling,attempt,corrects,assumptions,attachments,text\n");
        foreach (var view in EntryView.Of(store, publicOnly))
        {
            var act = view.Act;
            string[] cells =
            [
                view.Entry.Position.ToString(CultureInfo.InvariantCulture),
                InstantPattern.ExtendedIso.Format(view.Entry.RecordedAt),
                Words.Of(view.Entry.Visibility),
                act is null ? "" : LocalDatePattern.Iso.Format(act.EffectiveAt),
                act?.Kind ?? "",
                act is null ? "" : Words.Of(act.Ruling),
                act is null ? "" : act.IsAttempt ? "yes" : "no",
                act?.Corrects?.ToString(CultureInfo.InvariantCulture) ?? "",
                act is null ? "" : string.Join(' ', act.Assumptions),
                act is null ? "" : string.Join(' ', act.Attachments),
                act?.Text ?? "",
            ];
            output.Write(string.Join(',', cells.Select(Cell)) + "\n");
        }
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}
