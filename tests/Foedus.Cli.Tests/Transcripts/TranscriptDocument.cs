namespace Foedus.Cli.Tests.Transcripts;

/// <summary>A markdown document whose blocks fenced as <c>console</c> are transcripts: <c>$ ./foedus ...</c> and what it prints.</summary>
internal sealed class TranscriptDocument
{
    private readonly List<string> before = [];
    private readonly List<(TranscriptStep Step, List<string> After)> parts = [];

    /// <summary>Reads the steps of a document.</summary>
    public static TranscriptDocument Parse(string text)
    {
        var document = new TranscriptDocument();
        var lines = text.Split('\n');
        var inside = false;
        var prose = document.before;
        List<string>? output = null;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (!inside && line == "```console")
            {
                inside = true;
                prose.Add(line);
            }
            else if (inside && line == "```")
            {
                inside = false;
                output = null;
                prose.Add(line);
            }
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                output = [];
                prose = [];
                document.parts.Add((new TranscriptStep(index + 1, line[2..], output), prose));
            }
            else if (inside && output is not null)
            {
                output.Add(line);
            }
            else
            {
                prose.Add(line);
            }
        }

        return document;
    }

    public IEnumerable<TranscriptStep> Steps => parts.Select(part => part.Step);

    /// <summary>The document's text with other outputs in the place of those shown.</summary>
    public string With(IReadOnlyDictionary<TranscriptStep, IReadOnlyList<string>> outputs)
    {
        var lines = new List<string>(before);
        foreach (var (step, after) in parts)
        {
            lines.Add("$ " + step.Command);
            lines.AddRange(outputs.TryGetValue(step, out var printed) ? printed : step.Output);
            lines.AddRange(after);
        }

        return string.Join('\n', lines);
    }
}
