using System.Globalization;
using System.Numerics;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// Reads PrefLib orders; see <see cref="BallotFormat.PrefLib"/>. The header's numbers are checked against the orders. A file that begins with
/// a number alone has the header of before 2022.
/// </summary>
internal sealed class PrefLibReader
{
    private const string Alternative = "ALTERNATIVE NAME ";
    private readonly LineSource source;
    private readonly BallotFileBuilder builder;
    private string? type;
    private long? voters;
    private long? unique;
    private bool ballots;
    private BigInteger papers;
    private long orders;

    // Files of some of its makers number the alternatives from 0: then one stands between a number and its candidate.
    private int from = 1;

    // The lines of an earlier header that are still to come: names, and one of totals. Below zero where the header is that of today.
    private int headerLeft = -1;

    private PrefLibReader(Stream stream)
    {
        source = new LineSource(stream);
        builder = new BallotFileBuilder(source);
    }

    public static BallotFileReading Read(Stream stream)
    {
        var reader = new PrefLibReader(stream);
        reader.Lines();
        return reader.builder.Finish();
    }

    private void Lines()
    {
        while (source.TryRead(out var line))
        {
            line = line.Trim(" \t"u8);
            if (line.IsEmpty) continue;
            if (headerLeft > 0 || (headerLeft < 0 && builder.Candidates == 0 && !line.ContainsAnyExceptInRange((byte)'0', (byte)'9')))
            {
                if (builder.Decode(line) is not { } earlier || !EarlierHeader(earlier)) return;
                continue;
            }

            if (line[0] == (byte)'#' && headerLeft == 0)
            {
                builder.Fault("A line '# KEY: value' stands in a file that begins with the number of alternatives.");
                continue;
            }

            if (line[0] == (byte)'#')
            {
                if (builder.Decode(line[1..]) is { } text && !Header(text.Trim())) return;
                continue;
            }

            if (builder.Candidates == 0)
            {
                builder.Fault("The orders begin before a line '# NUMBER ALTERNATIVES: n'.");
                return;
            }

            ballots = true;
            Order(line);
        }

        if (headerLeft > 0) builder.Fault(0, headerLeft == 1 ? "The file ends before its line of totals." : "The file ends before every alternative has its name.");
        if (builder.Candidates == 0 && !builder.HasFaults) builder.Fault(0, "There is no line '# NUMBER ALTERNATIVES: n'.");
        if (voters is { } v && papers != v && !builder.HasFaults)
            builder.Fault(0, string.Create(CultureInfo.InvariantCulture, $"The header says {v} voters; the orders have {papers}."));
        if (unique is { } u && orders != u && !builder.HasFaults)
            builder.Fault(0, string.Create(CultureInfo.InvariantCulture, $"The header says {u} orders; there are {orders}."));
    }

    private bool Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        var key = text[..colon].Trim();
        var value = text[(colon + 1)..].Trim();
        if (ballots)
        {
            builder.Fault("A line of the header stands after the orders.");
            return true;
        }

        switch (key)
        {
            case "TITLE":
                builder.Title = value.Length > 0 ? value : null;
                return true;
            case "DATA TYPE":
                type = value;
                if (value is not ("soc" or "soi" or "toc" or "toi")) builder.Fault($"The data type is '{value}'; expected soc, soi, toc or toi.");
                return true;
            case "NUMBER ALTERNATIVES":
                return Number(value, key) is { } candidates && builder.TrySizes(candidates, builder.Seats);
            case "NUMBER VOTERS":
                voters = Number(value, key);
                return true;
            case "NUMBER UNIQUE ORDERS":
                unique = Number(value, key);
                return true;
            default:
                if (key.StartsWith(Alternative, StringComparison.Ordinal)) Name(key[Alternative.Length..], value);
                return true;
        }
    }

    // The number of alternatives; a line "1,Name" for each; and "voters,sum,orders".
    private bool EarlierHeader(string text)
    {
        if (headerLeft < 0)
        {
            if (Number(text, "the number of alternatives") is not { } candidates || !builder.TrySizes(candidates, builder.Seats)) return false;
            headerLeft = builder.Candidates + 1;
            return true;
        }

        var parts = text.Split(',', headerLeft > 1 ? 2 : 4, StringSplitOptions.TrimEntries);
        if (headerLeft-- > 1)
        {
            if (parts is [var number, var name]) Name(number, name);
            else builder.Fault("A number, a comma and the name of an alternative are expected, for instance: 1,Ann");
            return parts.Length == 2;
        }

        if (parts.Length != 3)
        {
            builder.Fault("The voters, the sum of their counts and the number of orders are expected, for instance: 10,10,2");
            return false;
        }

        var sum = Number(parts[1], "the sum of counts");
        voters = Number(parts[0], "the number of voters");
        unique = Number(parts[2], "the number of orders");
        if (voters is { } v && sum is { } s && v != s)
            builder.Fault(string.Create(CultureInfo.InvariantCulture, $"There are {v} voters and a sum of counts of {s}; where every voter has one paper both are the same."));
        return true;
    }

    private long? Number(string value, string key)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        builder.Fault($"'{value}' is no number, as {key} is to be.");
        return null;
    }

    private void Name(string number, string name)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var candidate) || candidate < Begins(candidate) || candidate >= builder.Candidates + from)
            builder.Fault(string.Create(CultureInfo.InvariantCulture, $"There is no alternative {number}; they are {from} to {builder.Candidates + from - 1}."));
        else if (builder.Names[candidate - from] is not null)
            builder.Fault(string.Create(CultureInfo.InvariantCulture, $"Alternative {number} is named twice."));
        else
            builder.Names[candidate - from] = name;
    }

    // The first name tells where the numbers begin.
    private int Begins(int candidate)
    {
        if (candidate == 0 && Array.TrueForAll(builder.Names, name => name is null)) from = 0;
        return from;
    }

    private void Order(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf(headerLeft < 0 ? (byte)':' : (byte)',');
        if (colon < 0 || !long.TryParse(line[..colon].Trim((byte)' '), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            builder.Fault(headerLeft < 0
                ? "An order is a count, a colon and alternatives, for instance: 3: 2,1,{4,5}"
                : "An order is a count, a comma and alternatives, for instance: 3,2,1,{4,5}");
            return;
        }

        builder.BeginBallot();
        var group = 0;
        var shares = false;
        for (var at = colon + 1; at < line.Length;)
        {
            var b = line[at];
            if (b is (byte)' ' or (byte)',')
            {
                at++;
            }
            else if (b == (byte)'{' && group == 0)
            {
                group = 1;
                at++;
            }
            else if (b == (byte)'}' && group > 0)
            {
                if (group == 1) builder.LeaveOut();
                shares |= group > 2;
                group = 0;
                at++;
            }
            else if (b is >= (byte)'0' and <= (byte)'9')
            {
                var end = at;
                while (end < line.Length && line[end] is >= (byte)'0' and <= (byte)'9') end++;
                if (!int.TryParse(line[at..end], NumberStyles.None, CultureInfo.InvariantCulture, out var candidate)) candidate = int.MaxValue;
                builder.Rank(candidate == int.MaxValue ? candidate : candidate + 1 - from, shared: group > 1);
                if (group > 0) group++;
                at = end;
            }
            else
            {
                builder.SetAside($"'{Encoding.UTF8.GetString(line.Slice(at, 1))}' does not belong in an order.");
                break;
            }
        }

        if (group > 0) builder.SetAside("A group of equal alternatives does not end with '}'.");
        if (shares && !builder.IsSetAside && type is ("soc" or "soi")) builder.Fault($"The order has equal alternatives; the data type {type} has none.");
        if (type is ("soc" or "toc") && !builder.IsSetAside && builder.Ranked != builder.Candidates) builder.Fault($"The order leaves alternatives out; the data type {type} leaves none.");
        papers += count;
        orders++;
        builder.EndBallot(count);
    }
}
