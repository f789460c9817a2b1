namespace Foedus.Ledger.Stores;

/// <summary>
/// Personal data of members and officers, apart from the acts. Acts hold an opaque id alone, so that a person can be erased while the history
/// stays whole and can be verified.
/// </summary>
public interface IPersonStore
{
    /// <summary>Keeps data under an id, in the place of what was there.</summary>
    void Put(string id, ReadOnlySpan<byte> data);

    /// <summary>The data of an id; null if there is none or it was erased.</summary>
    byte[]? Find(string id);

    /// <summary>Erases for good: afterwards the bytes are in no file of the store. False if there is none.</summary>
    bool Erase(string id);

    /// <summary>Every id that has data, in ordinal order.</summary>
    IEnumerable<string> All();
}
