using System.Text.Encodings.Web;
using System.Text.Json;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Secretariat.Reports;

/// <summary>Writes results for programs. Every result begins with the verb and the version of its schema, and ends with a line end.</summary>
internal sealed class Json : IDisposable
{
    /// <summary>Raised when a field changes its meaning or goes; new fields do not raise it.</summary>
    public const int Version = 1;

    private readonly Stream stream;
    private readonly Utf8JsonWriter writer;

    /// <param name="stream">Where to.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="indented">For people to read as well; otherwise on one line.</param>
    public Json(Stream stream, string verb, bool indented = true)
    {
        this.stream = stream;
        writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        Field("verb", verb).Field("version", Version);
    }

    public Json Field(string name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            writer.WriteString(name, value);
        return this;
    }

    public Json Field(string name, int value)
    {
        writer.WriteNumber(name, value);
        return this;
    }

    public Json Field(string name, long value)
    {
        writer.WriteNumber(name, value);
        return this;
    }

    public Json Field(string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
        return this;
    }

    public Json Field(string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
        return this;
    }

    public Json Field(string name, bool value)
    {
        writer.WriteBoolean(name, value);
        return this;
    }

    /// <summary>A list of texts.</summary>
    public Json Field(string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
        return this;
    }

    /// <summary>An object under a name.</summary>
    public Json Object(string name, Action fields)
    {
        writer.WriteStartObject(name);
        fields();
        writer.WriteEndObject();
        return this;
    }

    /// <summary>A list of objects.</summary>
    public Json List<T>(string name, IEnumerable<T> items, Action<T> fields)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            fields(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        return this;
    }

    /// <summary>Messages of the reader.</summary>
    public Json Diagnostics(string name, IEnumerable<Diagnostic> diagnostics) => List(name, diagnostics, d =>
    {
        Field("number", d.Descriptor.Number);
        Field("severity", d.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" });
        Field("message", d.Message);
        Place(d.Primary);
        List("also", d.Secondary, Place);
        Field("help", d.Help);
    });

    /// <summary>A silence, by which it can be found again.</summary>
    public void Silence(Silence silence)
    {
        Field("address", silence.Address);
        Field("article", silence.By.Citation);
        Field("readings", silence.Readings);
        Field("acknowledged", silence.Acknowledged);
        Field("leftTo", silence.LeftTo?.Words);
    }

    public void Dispose()
    {
        writer.WriteEndObject();
        writer.Flush();
        writer.Dispose();
        stream.WriteByte((byte)'\n');
    }

    private void Place(DiagnosticSpan span)
    {
        var position = span.Location.Position;
        var end = span.Location.Source.PositionOf(span.Location.Span.End);
        Field("file", span.Location.Source.Path);
        Field("line", position.Line).Field("column", position.Column);
        Field("endLine", end.Line).Field("endColumn", end.Column);
        Field("label", span.Label);
    }
}
