using System.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Federations;

/// <summary>Opens a file of ballots. Every failure of the file system comes out as a sentence.</summary>
internal static class BallotSource
{
    /// <summary>Reads a ballot file.</summary>
    /// <exception cref="UsageProblem">There is no such file, or it cannot be read.</exception>
    public static BallotFileReading Read(string path, BallotFormat format) => Open(path, stream => BallotFiles.Read(format, stream));

    /// <summary>Reads a file of marks.</summary>
    /// <exception cref="UsageProblem">There is no such file, or it cannot be read.</exception>
    public static ScoredFileReading ReadMarks(string path) => Open(path, stream =>
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        return ScoredCsv.Read(reader);
    });

    private static T Open<T>(string path, Func<Stream, T> read)
    {
        if (path.Length == 0)
            throw new UsageProblem(Text.Of("EmptyPath"));
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return read(stream);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageProblem(Text.Of("TallyNoFile", path), Text.Of("TallyFormatHint"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageProblem(Text.Of("FileUnreadable", path, FederationFiles.Reason(failure)), Text.Of("UnreadableHint"));
        }
    }
}
