namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// At which position of a ledger an act stands. Most entries are one act each, so only those are kept that are none, as the ledger's own records and
/// what was erased, or that hold several.
/// </summary>
internal sealed class EntryPlaces
{
    private readonly List<(long Position, int Acts)> uneven = [];

    /// <summary>How many entries there are so far.</summary>
    public long Entries { get; private set; }

    /// <summary>The next entry holds so many acts.</summary>
    public void Add(int acts)
    {
        if (acts != 1)
            uneven.Add((Entries, acts));
        Entries++;
    }

    /// <summary>The position of the act with a place among the acts, from 1.</summary>
    public long PositionOf(int sequence)
    {
        var index = (long)sequence - 1;
        var more = 0L;
        foreach (var (position, acts) in uneven)
        {
            if (index < position + more)
                break;
            if (index < position + more + acts)
                return position;
            more += acts - 1;
        }

        return index - more;
    }

    /// <summary>The places among the acts, from 1, of those in the entry at a position.</summary>
    public IEnumerable<int> ActsAt(long position)
    {
        var (first, count) = (position, 1);
        foreach (var (at, acts) in uneven)
        {
            if (at < position)
                first += acts - 1;
            else if (at == position)
                count = acts;
        }

        return position < Entries ? Enumerable.Range((int)first + 1, count) : [];
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Entries);
        writer.Write(uneven.Count);
        foreach (var (position, acts) in uneven)
        {
            writer.Write(position);
            writer.Write(acts);
        }
    }

    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static EntryPlaces Read(BinaryReader reader)
    {
        var places = new EntryPlaces { Entries = reader.ReadInt64() };
        for (var left = reader.ReadInt32(); left > 0; left--)
            places.uneven.Add((reader.ReadInt64(), reader.ReadInt32()));
        return places;
    }
}
