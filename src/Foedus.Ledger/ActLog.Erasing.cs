using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using NodaTime;

namespace Foedus.Ledger;

public sealed partial class ActLog
{
    /// <summary>
    /// Erases something for good and records that it was: first the record, so that nothing ever goes without a trace. Called again after a failure
    /// it finishes what it began.
    /// </summary>
    /// <param name="erasure">What, and why.</param>
    /// <param name="day">The day from which the record counts.</param>
    /// <returns>What became of the record; null if there is nothing to erase: it is not here, or it stands open in the log.</returns>
    /// <exception cref="LedgerStoreException">The storage failed.</exception>
    public RecordOutcome? Erase(Erasure erasure, LocalDate day)
    {
        if (!IsHere(erasure))
            return null;
        var outcome = Record(new ActDraft(erasure.ToAct(day)));
        if (outcome is not RecordOutcome.Recorded)
            return outcome;
        switch (erasure.Thing)
        {
            case ErasedThing.Entry:
                _store.EraseSeal(erasure.Position!.Value);
                break;
            case ErasedThing.Attachment:
                _store.Attachments.Erase(DigestOf(erasure)!.Value);
                break;
            default:
                _store.Persons.Erase(erasure.What);
                break;
        }

        return outcome;
    }

    private bool IsHere(Erasure erasure)
    {
        switch (erasure.Thing)
        {
            case ErasedThing.Entry:
                return erasure.Position is { } position && _store.Read(position, position + 1).Any(e => e.Seal is not null);
            case ErasedThing.Attachment:
                using (var content = DigestOf(erasure) is { } digest ? _store.Attachments.Open(digest) : null)
                    return content is not null;
            default:
                return _store.Persons.Find(erasure.What) is not null;
        }
    }

    private static Digest? DigestOf(Erasure erasure) => Digest.TryParse(erasure.What, out var digest) ? digest : null;
}
