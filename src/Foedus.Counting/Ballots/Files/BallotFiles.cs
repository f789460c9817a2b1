using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>Ballots from and to files. The caller opens them; the formats are those of <see cref="BallotFormat"/>.</summary>
public static class BallotFiles
{
    /// <summary>The format of a file by the end of its name; null when none is known for it.</summary>
    public static BallotFormat? FormatOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant() switch
        {
            "BLT" => BallotFormat.Blt,
            "SOC" or "SOI" or "TOC" or "TOI" => BallotFormat.PrefLib,
            "CSV" => BallotFormat.Csv,
            _ => null,
        };
    }

    /// <summary>
    /// Reads a contest. Equal rankings are merged, blank ballots are counted apart, and a file with a fault is refused with every
    /// fault (at most 100 are told, the others counted). Cost: linear in the bytes; memory for the different rankings alone.
    /// </summary>
    public static BallotFileReading Read(BallotFormat format, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return format switch
        {
            BallotFormat.Blt => BltReader.Read(stream),
            BallotFormat.PrefLib => PrefLibReader.Read(stream),
            _ => CsvRankingReader.Read(stream),
        };
    }

    /// <summary>What the format cannot hold of this contest: what is read back will differ in these.</summary>
    public static ImmutableArray<BallotLoss> Losses(BallotFormat format, Contest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        var losses = ImmutableArray.CreateBuilder<BallotLoss>();
        var equal = contest.Ballots.Any(ballot => ballot.Ranks.Any(group => group.Length > 1));
        var leftOut = contest.Ballots.Any(ballot => ballot.Ranks.Any(group => group.IsEmpty));
        if (format == BallotFormat.PrefLib && contest.Seats != 1) losses.Add(BallotLoss.Seats);
        if (format != BallotFormat.Blt && contest.Candidates.Any(c => c.Withdrawn)) losses.Add(BallotLoss.Withdrawn);
        if (format != BallotFormat.Csv && contest.Candidates.Any(c => c.Group is not null)) losses.Add(BallotLoss.Groups);
        if (format == BallotFormat.Csv && equal) losses.Add(BallotLoss.EqualRanks);
        if (format != BallotFormat.Blt && leftOut) losses.Add(BallotLoss.RanksLeftOut);
        if (format == BallotFormat.PrefLib && contest.Invalid.Blank > 0) losses.Add(BallotLoss.BlankPapers);
        if (contest.Invalid.Reasons.Any(reason => reason.Count > 0)) losses.Add(BallotLoss.InvalidPapers);
        return losses.ToImmutable();
    }

    /// <summary>Writes a contest, as far as <see cref="Losses"/> says that the format can hold it. Line ends are line feeds.</summary>
    public static void Write(BallotFormat format, Contest contest, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(writer);
        switch (format)
        {
            case BallotFormat.Blt:
                WriteBlt(contest, writer);
                break;
            case BallotFormat.PrefLib:
                PrefLibWriter.Write(contest, writer);
                break;
            default:
                WriteCsv(contest, writer);
                break;
        }
    }

    private static void WriteBlt(Contest contest, TextWriter writer)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{contest.Candidates.Length} {contest.Seats}\n"));
        for (var c = 0; c < contest.Candidates.Length; c++)
        {
            if (contest.Candidates[c].Withdrawn) writer.Write(string.Create(CultureInfo.InvariantCulture, $"-{c + 1}\n"));
        }

        foreach (var ballot in contest.Ballots)
        {
            writer.Write(ballot.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var group in ballot.Ranks)
                writer.Write(group.IsEmpty ? " -" : " " + string.Join('=', group.Select(c => (c + 1).ToString(CultureInfo.InvariantCulture))));
            writer.Write(" 0\n");
        }

        if (contest.Invalid.Blank > 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{contest.Invalid.Blank} 0\n"));
        writer.Write("0\n");
        foreach (var candidate in contest.Candidates) writer.Write(Quoted(candidate.Name));
        writer.Write(Quoted(contest.Title ?? ""));

        static string Quoted(string text) =>
            "\"" + OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"\n";
    }

    private static void WriteCsv(Contest contest, TextWriter writer)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{contest.Candidates.Length},{contest.Seats},\n"));
        foreach (var ballot in contest.Ballots)
        {
            writer.Write(ballot.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var candidate in ballot.Ranks.SelectMany(group => group)) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{candidate + 1}"));
            writer.Write(",\n");
        }

        if (contest.Invalid.Blank > 0) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{contest.Invalid.Blank},\n"));
        for (var c = 0; c < contest.Candidates.Length; c++)
        {
            var group = contest.Candidates[c].Group ?? "";
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"Candidate {c + 1}\",{Quoted(contest.Candidates[c].Name)},{Quoted(group)},\n"));
        }

        if (contest.Title is { Length: > 0 } title) writer.Write(Quoted(title) + ",\n");

        static string Quoted(string text) => "\"" + OneLine(text).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    internal static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');
}
