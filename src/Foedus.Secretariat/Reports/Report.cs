namespace Foedus.Secretariat.Reports;

/// <summary>
/// What the desk has found out for somebody, as data. It has one form in JSON, whoever asks: the command with <c>--json</c>, or a server. The forms
/// are described in <c>docs/json</c>, each under the verb whose answer it is.
/// </summary>
public abstract record Report
{
    private protected Report(string verb) => Verb = verb;

    /// <summary>The verb whose answer it is: <c>run</c>, <c>show</c>, <c>explain</c>.</summary>
    public string Verb { get; init; }

    /// <summary>Writes it as JSON, in UTF-8, ending with a line end.</summary>
    /// <exception cref="IOException">The stream does not take it.</exception>
    public void WriteJson(Stream stream)
    {
        using var output = new Json(stream, Verb);
        Write(output);
    }

    /// <summary>Writes its fields.</summary>
    internal abstract void Write(Json output);
}
