using Foedus.Charter.Text;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// Finds and opens ledgers, and turns what can go wrong with their storage into problems with a way out. Files are known here; a host that keeps
/// ledgers on a server says how they are named and opened there.
/// </summary>
/// <param name="server">Where ledgers are kept other than in files; null if nowhere.</param>
public sealed class LedgerPlaces(ILedgerServer? server = null)
{
    /// <summary>Ledgers in files, and nowhere else.</summary>
    public static LedgerPlaces Files { get; } = new();

    /// <summary>What the file of a ledger is called.</summary>
    public const string Extension = ".foedus";

    /// <summary>Whether a path is that of a ledger, by its name.</summary>
    public static bool IsLedger(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && path.Length > Extension.Length;

    /// <summary>The one ledger of a folder; null if there is none.</summary>
    /// <exception cref="Obstacle">There are several.</exception>
    public static string? In(string folder)
    {
        try
        {
            var found = Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)
                .Select(f => folder == "." ? Path.GetFileName(f) : f.Replace('\\', '/')).ToList();
            return found.Count <= 1
                ? found.FirstOrDefault()
                : throw new Obstacle(Sentence.Of("ManyLedgers", folder, string.Join(", ", found.Select(f => Path.GetFileName(f)))), Sentence.Of("ManyLedgersHint", found[0]));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a word names a ledger on a server, so that it can be no file.</summary>
    public bool IsAddress(string word) => server?.IsMeant(word) == true;

    /// <summary>A text in which no password of an address can be read.</summary>
    public string WithoutSecrets(string text) => server?.WithoutSecrets(text) ?? text;

    /// <summary>The ledger that a path leads to: a file, or the one ledger of a folder.</summary>
    /// <exception cref="Obstacle">There is none.</exception>
    public string At(string? path)
    {
        var given = path ?? ".";
        if (IsAddress(given))
            return given;
        if (Directory.Exists(given))
            return In(given) ?? throw new Obstacle(Sentence.Of("NoLedgerIn", given), Sentence.Of("NoLedgerHint"));
        return File.Exists(given) ? given : throw new Obstacle(Sentence.Of("NoLedgerAt", given), Sentence.Of("NoLedgerHint"));
    }

    /// <summary>Opens a ledger: a file, or a database that is named or that the file names. In a database, rights say who may write.</summary>
    /// <exception cref="Obstacle">It cannot be opened.</exception>
    public ILedgerStore Open(string path, bool readOnly) => Guard(() => server?.Open(path) ?? SqliteStore.Open(path, readOnly));

    /// <summary>Opens a ledger to be verified or saved, though it may be damaged: of a file that ends too early, what is still there.</summary>
    /// <exception cref="Obstacle">It cannot be opened.</exception>
    public ILedgerStore OpenDamaged(string path)
    {
        try
        {
            return server?.Open(path) ?? SqliteStore.OpenDamaged(path);
        }
        catch (LedgerStoreException failure) when (failure.Trouble == StoreTrouble.Damaged)
        {
            throw new Obstacle(Sentence.Of("StorageFailed", failure.Message), Sentence.Of("NothingLeftHint"));
        }
    }

    /// <summary>Opens a ledger to be written, or makes it.</summary>
    /// <param name="path">The file, or the address of a database.</param>
    /// <param name="federation">Whose ledger a new one is.</param>
    public ILedgerStore OpenOrCreate(string path, FederationId federation) =>
        Guard(() => server?.OpenOrCreate(path, federation) ?? (File.Exists(path) ? SqliteStore.Open(path) : SqliteStore.Create(path, federation)));

    /// <summary>Reads a ledger for something; what fails comes out as a sentence.</summary>
    /// <exception cref="Obstacle">It cannot be read.</exception>
    public T Read<T>(string path, Func<ILedgerStore, T> work) => Guard(() =>
    {
        using var store = Open(path, readOnly: true);
        return work(store);
    });

    /// <summary>Does something with a ledger; what fails comes out as a sentence.</summary>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (LedgerStoreException failure)
        {
            throw new Obstacle(Sentence.Of("StorageFailed", failure.Message), Hint(failure));
        }
        catch (InvalidDataException damage)
        {
            throw new Obstacle(Sentence.Of("StorageFailed", damage.Message), Sentence.Of("StorageDamagedHint"));
        }
        catch (PlatformNotSupportedException missing)
        {
            throw new Obstacle(Sentence.Of("StorageFailed", missing.Message), Sentence.Of("LibcryptoHint"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Obstacle(Sentence.Of("StorageFailed", failure.Message.TrimEnd('.')), Sentence.Of("StorageUnavailableHint"));
        }
    }

    private static Sentence Hint(LedgerStoreException failure) => failure.Trouble switch
    {
        StoreTrouble.Missing => Sentence.Of("NoLedgerHint"),
        StoreTrouble.NotThisLedger => Sentence.Of("NotThisLedgerHint"),
        StoreTrouble.TooNew => Sentence.Of("TooNewHint"),
        StoreTrouble.Full => Sentence.Of("StorageFullHint"),
        StoreTrouble.ReadOnly => Sentence.Of("StorageReadOnlyHint"),
        StoreTrouble.Busy => Sentence.Of("StorageBusyHint"),
        StoreTrouble.Denied => Sentence.Of("StorageDeniedHint"),
        StoreTrouble.Unavailable => Sentence.Of(failure.InnerException is Microsoft.Data.Sqlite.SqliteException ? "StorageUnavailableHint" : "ServerUnavailableHint"),
        _ => Sentence.Of("StorageDamagedHint"),
    };
}
