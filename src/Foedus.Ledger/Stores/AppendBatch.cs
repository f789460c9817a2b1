using NodaTime;

namespace Foedus.Ledger.Stores;

/// <summary>Entries to be appended together.</summary>
/// <param name="Expected">How many entries the ledger has before, which is the position of the first.</param>
/// <param name="Entries">At least one.</param>
/// <param name="Tiles">The tiles that these entries complete.</param>
/// <param name="Root">The root of the tree over everything, these entries included.</param>
public sealed record AppendBatch(long Expected, IReadOnlyList<NewEntry> Entries, IReadOnlyList<NewTile> Tiles, Digest Root)
{
    /// <summary>How many entries the ledger has afterwards.</summary>
    public long Size => Expected + Entries.Count;
}

/// <summary>An entry to be appended.</summary>
/// <param name="Bytes">The entry, encoded.</param>
/// <param name="Leaf">Its leaf hash.</param>
/// <param name="RecordedAt">When it was recorded; stores may part their tables by it.</param>
/// <param name="Seal">What is kept apart, if it is not public.</param>
/// <param name="Key">Its idempotency key, if it has one.</param>
public sealed record NewEntry(byte[] Bytes, Digest Leaf, Instant RecordedAt, Seal? Seal = null, string? Key = null);

/// <summary>A complete tile.</summary>
/// <param name="Level">The level of tiles, from 0.</param>
/// <param name="Index">Its place in the level, from 0.</param>
/// <param name="Hashes">256 hashes, 8192 bytes.</param>
public sealed record NewTile(int Level, long Index, byte[] Hashes);
