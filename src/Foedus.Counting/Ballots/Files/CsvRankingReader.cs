using System.Globalization;
using System.Text;

namespace Foedus.Counting;

/// <summary>Reads weighted rankings in comma-separated values; see <see cref="BallotFormat.Csv"/>.</summary>
internal static class CsvRankingReader
{
    public static BallotFileReading Read(Stream stream)
    {
        var source = new LineSource(stream);
        var builder = new BallotFileBuilder(source);
        if (!Head(source, builder)) return builder.Finish();
        var fields = new List<string>();
        var closed = false;
        while (source.TryRead(out var line))
        {
            line = Trim(line);
            if (line.IsEmpty) continue;
            if (line[0] == (byte)'"')
            {
                closed = true;
                if (builder.Decode(line) is not { } text) continue;
                if (Fields(text, fields)) Describe(builder, fields);
                else if (Overquoted(text) is { } title) Describe(builder, [title]);
                else builder.Fault("The quotes do not close.");
            }
            else if (closed)
            {
                builder.Fault("A ballot stands after the names.");
            }
            else
            {
                Ballot(builder, line);
            }
        }

        return builder.Finish();
    }

    private static bool Head(LineSource source, BallotFileBuilder builder)
    {
        while (source.TryRead(out var line))
        {
            line = Trim(line);
            if (line.IsEmpty) continue;
            var at = 0;
            if (Number(line, ref at, out var candidates) && Number(line, ref at, out var seats) && at >= line.Length)
                return builder.TrySizes(candidates, seats);
            builder.Fault("The first line says how many candidates and how many seats there are, for instance: 5,2");
            return false;
        }

        builder.Fault(0, "The file is empty.");
        return false;
    }

    private static void Ballot(BallotFileBuilder builder, ReadOnlySpan<byte> line)
    {
        var at = 0;
        if (!Number(line, ref at, out var count))
        {
            builder.Fault("The line does not begin with a count of papers.");
            return;
        }

        builder.BeginBallot();
        while (at < line.Length)
        {
            if (!Number(line, ref at, out var candidate))
            {
                var end = line[at..].IndexOf((byte)',');
                var wrong = end < 0 ? line[at..] : line.Slice(at, end);
                builder.SetAside($"'{Encoding.UTF8.GetString(wrong.Length > 40 ? wrong[..40] : wrong)}' is no candidate's number.");
                break;
            }

            builder.Rank(candidate, shared: false);
        }

        builder.EndBallot(count);
    }

    // "Candidate 3","Name","Party" names a candidate; a single field is the title.
    private static void Describe(BallotFileBuilder builder, List<string> fields)
    {
        const string candidate = "Candidate ";
        if (fields.Count > 1 && fields[0].StartsWith(candidate, StringComparison.Ordinal))
        {
            if (!int.TryParse(fields[0].AsSpan(candidate.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > builder.Candidates)
                builder.Fault($"There is no candidate like '{fields[0]}'.");
            else if (builder.Names[number - 1] is not null)
                builder.Fault(string.Create(CultureInfo.InvariantCulture, $"Candidate {number} is named twice."));
            else
                (builder.Names[number - 1], builder.Groups[number - 1]) = (fields[1], fields.Count > 2 && fields[2].Length > 0 ? fields[2] : null);
        }
        else if (fields.Count == 1 && builder.Title is null)
        {
            builder.Title = fields[0];
        }
        else
        {
            builder.Fault("Expected a candidate, as \"Candidate 1\",\"Name\",\"Party\", or one title.");
        }
    }

    // A number and the comma after it, if there is one.
    private static bool Number(ReadOnlySpan<byte> line, ref int at, out long value)
    {
        value = 0;
        if (at >= line.Length) return false;
        var i = at;
        while (i < line.Length && line[i] == (byte)' ') i++;
        var start = i;
        while (i < line.Length && line[i] is >= (byte)'0' and <= (byte)'9') i++;
        if (!long.TryParse(line[start..i], NumberStyles.None, CultureInfo.InvariantCulture, out value)) return false;
        while (i < line.Length && line[i] == (byte)' ') i++;
        if (i < line.Length && line[i] != (byte)',') return false;
        at = i + 1;
        return true;
    }

    private static bool Fields(string line, List<string> fields)
    {
        fields.Clear();
        for (var at = 0; at < line.Length;)
        {
            if (line[at] != '"')
            {
                var comma = line.IndexOf(',', at);
                var end = comma < 0 ? line.Length : comma;
                fields.Add(line[at..end]);
                at = end + 1;
                continue;
            }

            var text = new StringBuilder();
            at++;
            while (true)
            {
                if (at >= line.Length) return false;
                if (line[at] != '"') text.Append(line[at++]);
                else if (at + 1 < line.Length && line[at + 1] == '"')
                {
                    text.Append('"');
                    at += 2;
                }
                else break;
            }

            at++;
            fields.Add(text.ToString());
            if (at < line.Length && line[at] != ',') return false;
            at++;
        }

        return fields.Count > 0;
    }

    // Published files have titles in more quotes than their commas need: ""Tranent, Wallyford and Macmerry"".
    private static string? Overquoted(string line)
    {
        var text = line.Trim('"', ',', ' ');
        return line.StartsWith("\"\"", StringComparison.Ordinal) && text.Length > 0 && !text.Contains('"', StringComparison.Ordinal) ? text : null;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        while (line.Length > 0 && line[^1] is (byte)' ' or (byte)'\t') line = line[..^1];
        return line;
    }
}
