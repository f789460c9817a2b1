using Foedus.Charter.Binding;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Ledger.Exporting;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Opening;

/// <summary>
/// Finds and reads the files of a federation: those of a folder, or one file with what belongs to it beside it. Every failure of the file
/// system comes out as a sentence.
/// </summary>
/// <param name="places">Where ledgers are found.</param>
internal sealed class FederationLoader(LedgerPlaces places)
{
    /// <summary>The path of a federation of texts in memory.</summary>
    private const string InMemory = ".";

    private const long MostBytes = 4L * FrameLimits.Characters;

    /// <summary>Reads a federation.</summary>
    /// <param name="given">A folder or a file; the current folder if null.</param>
    /// <param name="acts">Whether the acts of a ledger are read too, all at once; otherwise it stands for a journal without acts, and they are read as they are needed.</param>
    /// <exception cref="Obstacle">There is no such thing, it cannot be read, or no charter is in it.</exception>
    public FederationInput Read(string? given, bool acts = false)
    {
        var path = Trimmed(given);
        if (Directory.Exists(path))
        {
            var texts = Texts(path);
            if (LedgerPlaces.In(path) is { } ledger)
                return OfLedger(path, null, ledger, texts, acts);
            if (texts.Count == 0)
                throw new Obstacle(Sentence.Of("NoCharterInFolder", path), Sentence.Of("NoCharterInFolderHint"));
            if (!texts.Exists(t => t.Path.EndsWith(".charter", StringComparison.OrdinalIgnoreCase)))
                throw new Obstacle(Sentence.Of("NoCharterAmong", path, string.Join(", ", texts.Select(t => Path.GetFileName(t.Path)))), Sentence.Of("NoCharterInFolderHint"));
            return new FederationInput(path, null, texts, FederationReader.Read(texts));
        }

        if (LedgerPlaces.IsLedger(path))
            return OfLedger(path, path, path, Texts(FederationFolder.FolderOf(path)), acts);
        var beside = Texts(path);
        return new FederationInput(path, path, beside, FederationReader.Read(beside));
    }

    /// <summary>A federation of texts in memory, as if they lay in one folder.</summary>
    /// <exception cref="Obstacle">No charter is among them.</exception>
    public FederationInput Read(IEnumerable<SourceText> given)
    {
        var texts = given.ToList();
        if (!texts.Exists(t => t.Path.EndsWith(".charter", StringComparison.OrdinalIgnoreCase)))
            throw new Obstacle(Sentence.Of("NoCharterAmong", InMemory, string.Join(", ", texts.Select(t => t.Path))), Sentence.Of("NoCharterInFolderHint"));
        return new FederationInput(InMemory, null, texts, FederationReader.Read(texts)) { Places = places };
    }

    /// <summary>A federation whose acts stand in a ledger that is held, with its texts.</summary>
    internal static FederationInput Of(HeldLedger ledger, IEnumerable<SourceText> texts) =>
        new FederationLoader(new LedgerPlaces(ledger)).OfLedger(ledger.Name, ledger.Name, ledger.Name, [.. texts], acts: false);

    // Where there is a ledger, what was done stands in it; journals beside it are what it was taken from.
    private FederationInput OfLedger(string path, string? only, string ledger, List<SourceText> texts, bool acts)
    {
        var heading = places.Read(ledger, store => LedgerActs.Heading(ledger, EntryView.Of(store, publicOnly: false)));
        var about = FederationFolder.CharterOf(heading);
        texts.RemoveAll(t => IsJournal(t) || (about is not null && FederationFolder.CharterOf(t) is { } other && !string.Equals(other, about, StringComparison.Ordinal)));
        texts.Add(heading);
        var input = new FederationInput(path, only, texts, FederationReader.Read(texts)) { Ledger = ledger, Places = places };
        return acts ? WithActs(input, ledger) : input;
    }

    private FederationInput WithActs(FederationInput input, string ledger)
    {
        var journals = input.Federation.Journals.Where(j => j.Path != ledger).Append(input.JournalOfLedger with { Acts = [.. LedgerActs.Read(places, ledger)] });
        return input with { Federation = input.Federation.WithJournals([.. journals]) };
    }

    private static bool IsJournal(SourceText text)
    {
        for (var i = 0; i < Math.Min(text.LineCount, 200); i++)
        {
            if (text.Span(text.LineSpan(i)).StartsWith("journal ", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static List<SourceText> Texts(string path)
    {
        try
        {
            return [.. FederationFolder.Texts(path, Text)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Obstacle(Sentence.Of("FolderUnreadable", path, Reason(failure)), Sentence.Of("UnreadableHint"));
        }
    }

    /// <summary>The files of a folder that may belong to a federation, in the order of their names.</summary>
    public static IReadOnlyList<string> Listed(string folder)
    {
        try
        {
            return FederationFolder.Files(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Obstacle(Sentence.Of("FolderUnreadable", folder, Reason(failure)), Sentence.Of("UnreadableHint"));
        }
    }

    /// <summary>A file as text.</summary>
    /// <exception cref="Obstacle">It is not there, cannot be read, or is far too large.</exception>
    public static SourceText Text(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
            using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, MostBytes) : 0);
            var buffer = new byte[1 << 16];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostBytes)
                    throw new Obstacle(Sentence.Of("FileTooLarge", path), Sentence.Of("FileTooLargeHint"));
            }

            return SourceText.FromBytes(path, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Obstacle(Sentence.Of("NoSuchPath", path), Near(path) is { } near ? Sentence.Of("DidYouMean", near) : Sentence.Of("NoSuchPathHint"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new Obstacle(Sentence.Of("FileUnreadable", path, Reason(failure)), Sentence.Of("UnreadableHint"));
        }
    }

    private static string Trimmed(string? given)
    {
        if (given is null)
            return ".";
        if (given.Length == 0 || given.Contains('\0', StringComparison.Ordinal))
            throw new Obstacle(Sentence.Of("EmptyPath"), Sentence.Of("NoSuchPathHint"));
        var path = given.Replace('\\', Path.DirectorySeparatorChar);
        path = path.Length > 1 ? path.TrimEnd('/', Path.DirectorySeparatorChar) : path;
        return path.Length == 0 ? "/" : path;
    }

    private static string? Near(string path)
    {
        try
        {
            var folder = FederationFolder.FolderOf(path);
            if (!Directory.Exists(folder))
                return null;
            var near = Spelling.Nearest(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal));
            return near is null ? null : folder == "." ? near : Path.Combine(folder, near);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => Sentence.Of("NotAllowed"),
        PathTooLongException => Sentence.Of("PathTooLong"),
        _ => failure.Message.ReplaceLineEndings(" ").TrimEnd('.'),
    };
}
