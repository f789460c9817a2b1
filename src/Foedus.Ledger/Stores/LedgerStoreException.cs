namespace Foedus.Ledger.Stores;

/// <summary>Why a store cannot do what was asked.</summary>
public enum StoreTrouble
{
    /// <summary>There is no ledger at the place.</summary>
    Missing,

    /// <summary>What is there is not a ledger, or is that of another federation.</summary>
    NotThisLedger,

    /// <summary>It was written by a later version of the program.</summary>
    TooNew,

    /// <summary>The storage is damaged: it cannot be read as it was written.</summary>
    Damaged,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>It may be read and not written.</summary>
    ReadOnly,

    /// <summary>Somebody else held it for longer than we were ready to wait.</summary>
    Busy,

    /// <summary>It cannot be reached.</summary>
    Unavailable,

    /// <summary>It does not let this user in, or does not allow this user what was asked.</summary>
    Denied,
}

/// <summary>The storage failed, for a reason that has a name. An append that ends so is not acknowledged; it may have been made or not, never in part.</summary>
/// <param name="trouble">Which reason.</param>
/// <param name="message">One sentence, with the place.</param>
/// <param name="inner">What the storage said.</param>
public sealed class LedgerStoreException(StoreTrouble trouble, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreTrouble Trouble { get; } = trouble;
}
