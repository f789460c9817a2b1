using Foedus.Engine.Acts;
using Foedus.Engine.Rules;
using Foedus.Ledger.Exporting;

namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// Acts of a ledger that was opened from a snapshot. They are read from the first on, as a name stands for what had it when the act was done; whoever
/// asks for acts in their order reads the ledger once. Any number may ask at once.
/// </summary>
/// <param name="places">Where the ledger is found.</param>
/// <param name="path">The path of the ledger.</param>
/// <param name="books">The rules, with the names of the whole ledger.</param>
internal sealed class EarlierActs(LedgerPlaces places, string path, Rulebooks books)
{
    private const int ChunkLength = 1024;

    private readonly Lock reading = new();
    private readonly List<JournalEntry> chunk = [];
    private ActReader reader = new(books);
    private long next;
    private int before;

    /// <summary>The act with a place among the acts, from 1.</summary>
    /// <exception cref="Obstacle">The ledger cannot be read, or has fewer.</exception>
    public JournalEntry this[int sequence]
    {
        get
        {
            lock (reading)
                return Find(sequence);
        }
    }

    private JournalEntry Find(int sequence)
    {
        if (sequence <= before)
        {
            (reader, next, before) = (new ActReader(books), 0, 0);
            chunk.Clear();
        }

        while (sequence > before + chunk.Count)
            Read(sequence);
        return chunk[sequence - before - 1];
    }

    private void Read(int wanted) => places.Read(path, store =>
    {
        var from = next;
        foreach (var stored in store.Read(next))
        {
            if (chunk.Count >= ChunkLength)
            {
                if (before + chunk.Count >= wanted)
                    return true;
                before += chunk.Count;
                chunk.Clear();
            }

            foreach (var clause in LedgerActs.Of(path, EntryView.Of(stored, publicOnly: false)))
                chunk.AddRange(reader.Read([clause]).Entries);
            next = stored.Position + 1;
        }

        return next > from ? true : throw new InvalidDataException(FormattableString.Invariant($"act {wanted} of the ledger is not there"));
    });
}
