using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Exporting;

/// <summary>An entry as somebody may see it.</summary>
/// <param name="Stored">The entry as kept.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Act">The act; null if it is kept apart and is not here, or not for this reader.</param>
public sealed record EntryView(StoredEntry Stored, LedgerEntry Entry, ActRecord? Act)
{
    /// <summary>The entries of a ledger in order, as they are read.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="publicOnly">Whether sealed parts are withheld: then nothing of an act that is not public is read out, not even from the store's record.</param>
    /// <param name="to">Up to this position, excluded.</param>
    /// <exception cref="InvalidDataException">An entry cannot be read.</exception>
    public static IEnumerable<EntryView> Of(ILedgerStore store, bool publicOnly, long to = long.MaxValue)
    {
        foreach (var stored in store.Read(0, to))
            yield return Of(stored, publicOnly);
    }

    /// <summary>One entry.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static EntryView Of(StoredEntry stored, bool publicOnly)
    {
        if (!EntryDecoder.TryRead(stored.Bytes, out var entry, out var problem))
            throw new InvalidDataException(FormattableString.Invariant($"entry {stored.Position}: {problem}"));
        if (publicOnly)
            return new EntryView(stored with { Seal = null }, entry, entry.Act);
        var act = entry.Act;
        if (stored.Seal is { } seal && !EntryDecoder.TryReadPayload(seal.Payload, stored.Position, out act, out problem))
            throw new InvalidDataException(FormattableString.Invariant($"the sealed part of entry {stored.Position}: {problem}"));
        return new EntryView(stored, entry, act);
    }
}
