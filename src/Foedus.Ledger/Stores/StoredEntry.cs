namespace Foedus.Ledger.Stores;

/// <summary>An entry as kept.</summary>
/// <param name="Position">Its place, from 0, as the store has it.</param>
/// <param name="Bytes">The entry, encoded.</param>
/// <param name="Leaf">Its leaf hash as noted when it was appended; verification hashes anew.</param>
/// <param name="Seal">What is kept apart; null if nothing was, or if it was erased.</param>
public sealed record StoredEntry(long Position, byte[] Bytes, Digest Leaf, Seal? Seal);

/// <summary>The sealed part of an entry that is not public. The entry holds SHA-256(salt followed by payload) in its place.</summary>
/// <param name="Salt">32 bytes of chance, without which nothing can be guessed from the hash.</param>
/// <param name="Payload">The payload, encoded.</param>
public sealed record Seal(byte[] Salt, byte[] Payload);

/// <summary>How a ledger stands.</summary>
/// <param name="Size">How many entries there are.</param>
/// <param name="Root">The root of the tree over them, as noted by the last append.</param>
public readonly record struct StoreHead(long Size, Digest Root);
