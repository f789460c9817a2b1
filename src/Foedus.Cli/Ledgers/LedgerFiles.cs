using Foedus.Charter.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Sqlite;

namespace Foedus.Cli.Ledgers;

/// <summary>Finds and opens ledgers, and turns what can go wrong with their storage into sentences with a way out.</summary>
internal static class LedgerFiles
{
    /// <summary>What the file of a ledger is called.</summary>
    public const string Extension = ".foedus";

    /// <summary>Whether a path is that of a ledger, by its name.</summary>
    public static bool IsLedger(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && path.Length > Extension.Length;

    /// <summary>The one ledger of a folder; null if there is none.</summary>
    /// <exception cref="UsageProblem">There are several.</exception>
    public static string? In(string folder)
    {
        try
        {
            var found = Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)
                .Select(f => folder == "." ? Path.GetFileName(f) : f.Replace('\\', '/')).ToList();
            return found.Count <= 1
                ? found.FirstOrDefault()
                : throw new UsageProblem(Text.Of("ManyLedgers", folder, string.Join(", ", found.Select(f => Path.GetFileName(f)))), Text.Of("ManyLedgersHint", found[0]));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The ledger that a path leads to: a file, or the one ledger of a folder.</summary>
    /// <exception cref="UsageProblem">There is none.</exception>
    public static string At(string? path)
    {
        var given = path ?? ".";
        if (LedgerAddress.IsMeant(given))
            return given;
        if (Directory.Exists(given))
            return In(given) ?? throw new UsageProblem(Text.Of("NoLedgerIn", given), Text.Of("NoLedgerHint"));
        return File.Exists(given) ? given : throw new UsageProblem(Text.Of("NoLedgerAt", given), Text.Of("NoLedgerHint"));
    }

    /// <summary>Opens a ledger: a file, or a database that is named or that the file names. In a database, rights say who may write.</summary>
    /// <exception cref="UsageProblem">It cannot be opened.</exception>
    public static ILedgerStore Open(string path, bool readOnly) => Guard(() => LedgerAddress.Find(path) is { } address ? LedgerAddress.Open(address) : SqliteStore.Open(path, readOnly));

    /// <summary>Opens a ledger to be verified or saved, though it may be damaged: of a file that ends too early, what is still there.</summary>
    /// <exception cref="UsageProblem">It cannot be opened.</exception>
    public static ILedgerStore OpenDamaged(string path)
    {
        try
        {
            return LedgerAddress.Find(path) is { } address ? LedgerAddress.Open(address) : SqliteStore.OpenDamaged(path);
        }
        catch (LedgerStoreException failure) when (failure.Trouble == StoreTrouble.Damaged)
        {
            throw new UsageProblem(Text.Of("StorageFailed", failure.Message), Text.Of("NothingLeftHint"));
        }
    }

    /// <summary>Opens a ledger to be written, or makes it.</summary>
    /// <param name="path">The file, or the address of a database.</param>
    /// <param name="federation">Whose ledger a new one is.</param>
    public static ILedgerStore OpenOrCreate(string path, FederationId federation) => Guard<ILedgerStore>(() =>
    {
        if (LedgerAddress.Find(path) is { } address)
            return LedgerAddress.OpenOrCreate(address, federation);
        return File.Exists(path) ? SqliteStore.Open(path) : SqliteStore.Create(path, federation);
    });

    /// <summary>Reads a ledger for something; what fails comes out as a sentence.</summary>
    /// <exception cref="UsageProblem">It cannot be read.</exception>
    public static T Read<T>(string path, Func<ILedgerStore, T> work) => Guard(() =>
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
            throw new UsageProblem(Text.Of("StorageFailed", failure.Message), Hint(failure));
        }
        catch (InvalidDataException damage)
        {
            throw new UsageProblem(Text.Of("StorageFailed", damage.Message), Text.Of("StorageDamagedHint"));
        }
        catch (PlatformNotSupportedException missing)
        {
            throw new UsageProblem(Text.Of("StorageFailed", missing.Message), Text.Of("LibcryptoHint"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageProblem(Text.Of("StorageFailed", failure.Message.TrimEnd('.')), Text.Of("StorageUnavailableHint"));
        }
    }

    private static string Hint(LedgerStoreException failure) => failure.Trouble switch
    {
        StoreTrouble.Missing => Text.Of("NoLedgerHint"),
        StoreTrouble.NotThisLedger => Text.Of("NotThisLedgerHint"),
        StoreTrouble.TooNew => Text.Of("TooNewHint"),
        StoreTrouble.Full => Text.Of("StorageFullHint"),
        StoreTrouble.ReadOnly => Text.Of("StorageReadOnlyHint"),
        StoreTrouble.Busy => Text.Of("StorageBusyHint"),
        StoreTrouble.Denied => Text.Of("StorageDeniedHint"),
        StoreTrouble.Unavailable => Text.Of(failure.InnerException is Microsoft.Data.Sqlite.SqliteException ? "StorageUnavailableHint" : "ServerUnavailableHint"),
        _ => Text.Of("StorageDamagedHint"),
    };
}
