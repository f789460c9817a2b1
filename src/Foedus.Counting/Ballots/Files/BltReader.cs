using System.Globalization;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// Reads BLT; see <see cref="BallotFormat.Blt"/>. A paper that cannot be read is set aside with its line; every other fault is found in one
/// reading. Commas that a spreadsheet left at the end of a line are passed over.
/// </summary>
internal sealed class BltReader
{
    private readonly LineSource source;
    private readonly BallotFileBuilder builder;
    private bool ended;

    private BltReader(Stream stream)
    {
        source = new LineSource(stream);
        builder = new BallotFileBuilder(source);
    }

    public static BallotFileReading Read(Stream stream)
    {
        var reader = new BltReader(stream);
        if (reader.Head()) reader.Body();
        return reader.builder.Finish();
    }

    private bool Head()
    {
        while (source.TryRead(out var line))
        {
            var at = 0;
            if (!Next(line, ref at, out var first)) continue;
            if (!Whole(first, out var candidates) || !Next(line, ref at, out var second) || !Whole(second, out var seats))
            {
                builder.Fault("The first line says how many candidates and how many seats there are, for instance: 5 2");
                return false;
            }

            if (!builder.TrySizes(candidates, seats)) return false;
            Ballots(line, at);
            return true;
        }

        builder.Fault(0, "The file is empty.");
        return false;
    }

    private void Body()
    {
        while (!ended && source.TryRead(out var line)) Ballots(line, 0);
        if (!ended)
        {
            if (!source.TooLong) builder.Fault(0, "The ballots do not end with a line of 0.");
            return;
        }

        Names();
    }

    private void Ballots(ReadOnlySpan<byte> line, int at)
    {
        while (Next(line, ref at, out var token))
        {
            if (token[0] == (byte)'"')
            {
                builder.Fault("A name stands before the 0 that ends the ballots.");
                return;
            }

            if (token[0] == (byte)'[')
            {
                builder.Fault("Options in brackets are not part of the format; write a withdrawn candidate as a negative number.");
                return;
            }

            if (token[0] == (byte)'-' && Whole(token[1..], out var withdrawn))
            {
                Withdraw(withdrawn);
                continue;
            }

            long count = 1;
            if (token[0] == (byte)'(')
            {
                // An identifier may hold spaces; it stands for one paper.
                var close = line[(at - token.Length)..].IndexOf((byte)')');
                if (close < 0)
                {
                    builder.Fault("An identifier in parentheses does not end.");
                    return;
                }

                at = at - token.Length + close + 1;
            }
            else if (!Whole(token, out count))
            {
                builder.Fault($"'{Show(token)}' is no count of papers.");
                return;
            }
            else if (count == 0)
            {
                ended = true;
                if (Next(line, ref at, out _)) builder.Fault("Something stands after the 0 that ends the ballots.");
                return;
            }

            if (!Ballot(line, ref at, count)) return;
        }
    }

    private bool Ballot(ReadOnlySpan<byte> line, ref int at, long count)
    {
        builder.BeginBallot();
        while (Next(line, ref at, out var token))
        {
            if (token.Length == 1)
            {
                if (token[0] == (byte)'0')
                {
                    builder.EndBallot(count);
                    return true;
                }

                if (token[0] == (byte)'-')
                {
                    builder.LeaveOut();
                    continue;
                }
            }

            if (Rank(token)) continue;
            builder.SetAside($"'{Show(token)}' is no candidate's number.");
            builder.EndBallot(count);
            return false;
        }

        builder.SetAside("The ballot does not end with 0.");
        builder.EndBallot(count);
        return false;
    }

    private bool Rank(ReadOnlySpan<byte> token)
    {
        long number = 0;
        var digits = 0;
        var shared = false;
        foreach (var b in token)
        {
            if (b == (byte)'=' && digits > 0)
            {
                builder.Rank(number, shared);
                number = 0;
                digits = 0;
                shared = true;
                continue;
            }

            if (b is < (byte)'0' or > (byte)'9' || ++digits > 9) return false;
            number = (number * 10) + (b - '0');
        }

        if (digits == 0) return false;
        builder.Rank(number, shared);
        return true;
    }

    private void Withdraw(long candidate)
    {
        if (builder.Distinct > 0 || builder.Blank > 0)
            builder.Fault("Withdrawn candidates stand before the ballots.");
        else if (candidate < 1 || candidate > builder.Candidates)
            builder.Fault(string.Create(CultureInfo.InvariantCulture, $"There is no candidate {candidate}; they are 1 to {builder.Candidates}."));
        else if (builder.Withdrawn[candidate - 1])
            builder.Fault(string.Create(CultureInfo.InvariantCulture, $"Candidate {candidate} is withdrawn twice."));
        else
            builder.Withdrawn[candidate - 1] = true;
    }

    private void Names()
    {
        var names = new BltNames(builder.Candidates);
        while (!names.IsFull && source.TryRead(out var line))
        {
            if (builder.Decode(line) is { } text) names.Add(text);
        }

        var (found, title) = names.Read();
        if (found.Count < builder.Candidates && !source.TooLong)
            builder.Fault(0, string.Create(CultureInfo.InvariantCulture, $"There are {builder.Candidates} candidates and {found.Count} names."));
        for (var c = 0; c < Math.Min(found.Count, builder.Candidates); c++) builder.Names[c] = found[c];
        builder.Title = string.IsNullOrEmpty(title) ? null : title;
    }

    private static bool Next(ReadOnlySpan<byte> line, ref int at, out ReadOnlySpan<byte> token)
    {
        while (at < line.Length && IsSpace(line[at])) at++;
        var start = at;
        if (at < line.Length && line[at] == (byte)'#') at = line.Length;
        else
            while (at < line.Length && !IsSpace(line[at])) at++;
        token = start < line.Length && line[start] == (byte)'#' ? default : line[start..at].TrimEnd((byte)',');
        return token.Length > 0;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\v' or (byte)'\f';

    private static bool Whole(ReadOnlySpan<byte> token, out long value) =>
        long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static string Show(ReadOnlySpan<byte> token) => Encoding.UTF8.GetString(token.Length > 40 ? token[..40] : token);
}
