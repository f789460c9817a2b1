using Foedus.Ledger.Records;

namespace Foedus.Ledger;

/// <summary>An act to be recorded.</summary>
/// <param name="Act">The act.</param>
/// <param name="Visibility">Who may see it.</param>
public sealed record ActDraft(ActRecord Act, Visibility Visibility = Visibility.Public);

/// <summary>An act as it was recorded.</summary>
/// <param name="Position">Its place in the ledger, from 0.</param>
/// <param name="IsRepeat">True if it had been recorded before under the same idempotency key; then nothing new was written for it.</param>
public readonly record struct RecordedAct(long Position, bool IsRepeat);
