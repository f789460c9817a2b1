using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>
/// An entry of the log, read. An entry that is public holds the act itself; any other holds its commitment, SHA-256(salt, payload), so that the
/// log can be shown to everybody and the payload to a few, or to nobody any more.
/// </summary>
/// <param name="Federation">Whose ledger it stands in.</param>
/// <param name="Position">Its place, from 0.</param>
/// <param name="RecordedAt">When it was recorded, to the microsecond; never before the entry before it.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Act">The act; null if it is kept apart.</param>
/// <param name="Commitment">What stands for the act; null if the act stands open.</param>
public sealed record LedgerEntry(FederationId Federation, long Position, Instant RecordedAt, Visibility Visibility, ActRecord? Act, Digest? Commitment);
