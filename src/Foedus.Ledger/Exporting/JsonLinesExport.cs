using System.Text.Encodings.Web;
using System.Text.Json;
using Foedus.Ledger.Stores;
using NodaTime.Text;

namespace Foedus.Ledger.Exporting;

/// <summary>
/// Writes a ledger as JSON Lines: one object for the ledger, then one for each entry. Each holds the entry's bytes as well, so that its hash can be
/// found again. Memory does not grow with the ledger.
/// </summary>
public static class JsonLinesExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="publicOnly">Whether everything that is not public is left out.</param>
    /// <param name="output">Where to; UTF-8, each line ends with LF.</param>
    /// <exception cref="InvalidDataException">An entry cannot be read.</exception>
    public static void Write(ILedgerStore store, bool publicOnly, Stream output)
    {
        var head = store.Head();
        using var writer = new Utf8JsonWriter(output, Options);
        Line(writer, output, () =>
        {
            writer.WriteString("ledger", store.Federation.Text);
            writer.WriteNumber("size", head.Size);
            writer.WriteString("root", head.Root.ToString());
        });
        foreach (var view in EntryView.Of(store, publicOnly, head.Size))
            Line(writer, output, () => Entry(writer, view));
    }

    private static void Entry(Utf8JsonWriter writer, EntryView view)
    {
        writer.WriteNumber("position", view.Entry.Position);
        writer.WriteString("recordedAt", InstantPattern.ExtendedIso.Format(view.Entry.RecordedAt));
        writer.WriteString("visibility", Words.Of(view.Entry.Visibility));
        if (view.Act is { } act)
        {
            writer.WriteString("effectiveAt", LocalDatePattern.Iso.Format(act.EffectiveAt));
            writer.WriteString("kind", act.Kind);
            writer.WriteString("text", act.Text);
            if (act.Key is { } key)
                writer.WriteString("key", key);
            if (act.Ruling != Records.RecordedRuling.None)
                writer.WriteString("ruling", Words.Of(act.Ruling));
            writer.WriteBoolean("attempt", act.IsAttempt);
            List(writer, "assumptions", act.Assumptions);
            if (act.Corrects is { } corrects)
                writer.WriteNumber("corrects", corrects);
            List(writer, "attachments", act.Attachments.Select(a => a.ToString()));
        }

        if (view.Stored.Seal is { } seal)
        {
            writer.WriteBase64String("salt", seal.Salt);
            writer.WriteBase64String("payload", seal.Payload);
        }

        writer.WriteBase64String("entry", view.Stored.Bytes);
    }

    private static void List(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter writer, Stream output, Action fields)
    {
        writer.WriteStartObject();
        fields();
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        output.WriteByte((byte)'\n');
    }
}
