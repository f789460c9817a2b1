using Foedus.Ledger;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;

namespace Foedus.Cli.Ledgers;

/// <summary>The ledgers that the command can open: files, and those in PostgreSQL.</summary>
internal static class LedgerFiles
{
    /// <summary>What the file of a ledger is called.</summary>
    public const string Extension = LedgerPlaces.Extension;

    /// <summary>Where ledgers are found.</summary>
    public static LedgerPlaces Places { get; } = new(new LedgerAddress());

    public static bool IsLedger(string path) => LedgerPlaces.IsLedger(path);

    public static string At(string? path) => Places.At(path);

    public static ILedgerStore Open(string path, bool readOnly) => Places.Open(path, readOnly);

    public static ILedgerStore OpenDamaged(string path) => Places.OpenDamaged(path);

    public static ILedgerStore OpenOrCreate(string path, FederationId federation) => Places.OpenOrCreate(path, federation);

    public static T Guard<T>(Func<T> work) => LedgerPlaces.Guard(work);
}
