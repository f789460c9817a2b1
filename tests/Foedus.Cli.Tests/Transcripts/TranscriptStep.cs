namespace Foedus.Cli.Tests.Transcripts;

/// <summary>One command of a transcript and what it printed.</summary>
/// <param name="Line">The line of the document, from 1, on which the command stands.</param>
/// <param name="Command">The command as written, without the <c>$ </c>.</param>
/// <param name="Output">The lines that are shown below it; a line <c>...</c> stands for any number of lines left out.</param>
internal sealed record TranscriptStep(int Line, string Command, IReadOnlyList<string> Output)
{
    /// <summary>The words after <c>./foedus</c>; null where the command is another one. Double quotes join words.</summary>
    public IReadOnlyList<string>? Arguments
    {
        get
        {
            var words = new List<string>();
            var word = new System.Text.StringBuilder();
            var quoted = false;
            var begun = false;
            foreach (var character in Command)
            {
                if (character == '"')
                {
                    quoted = !quoted;
                    begun = true;
                }
                else if (character == ' ' && !quoted)
                {
                    if (begun) words.Add(word.ToString());
                    word.Clear();
                    begun = false;
                }
                else
                {
                    word.Append(character);
                    begun = true;
                }
            }

            if (begun) words.Add(word.ToString());
            return words is ["./foedus", .. var rest] && !quoted ? rest : null;
        }
    }

    /// <summary>Whether what was printed is what is shown.</summary>
    public bool Shows(IReadOnlyList<string> printed) => Shows(Output, 0, printed, 0);

    private static bool Shows(IReadOnlyList<string> shown, int at, IReadOnlyList<string> printed, int from)
    {
        for (; at < shown.Count; at++, from++)
        {
            if (shown[at] == "...")
            {
                for (var next = from; next <= printed.Count; next++)
                {
                    if (Shows(shown, at + 1, printed, next)) return true;
                }

                return false;
            }

            if (from >= printed.Count || shown[at] != printed[from]) return false;
        }

        return from == printed.Count;
    }
}
