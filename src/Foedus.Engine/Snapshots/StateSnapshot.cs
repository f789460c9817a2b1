using System.Diagnostics.CodeAnalysis;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Snapshots;

/// <summary>
/// A state as bytes, to open a long ledger without ruling on every act again. The same charter and the same acts give the same bytes, if the
/// state was reached by ruling on them and nothing else was asked of it; so a replay from the start proves a snapshot. It is derived, may be
/// dropped at any time, and is never the truth: whoever keeps one keeps a digest of it, and of the texts of the charter, beside it.
/// </summary>
/// <param name="State">The state after the acts so far.</param>
/// <param name="Reader">Reads further acts; it knows the names that the acts so far brought into use.</param>
public sealed record StateSnapshot(State State, ActReader Reader)
{
    /// <summary>The version of the form of the bytes; a snapshot of another version is not opened.</summary>
    public const int Version = 2;

    private const int Mark = 0x44454F46;

    /// <summary>Writes a state and the names in use. Cost: in the size of the state.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="rules">What tells these rules from others: a digest of the texts of the charter and its registers.</param>
    /// <exception cref="InvalidOperationException">The state is not the latest.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Write(Stream stream, ReadOnlySpan<byte> rules)
    {
        var writer = new SnapshotWriter(stream);
        writer.Int(Mark);
        writer.Int(Version);
        writer.Bytes(rules);
        State.Roll.Save(writer);
        State.Save(writer);
        Reader.Save(writer);
    }

    /// <summary>Opens a snapshot. Cost: in its size; acts and figures are read when they are asked for.</summary>
    /// <param name="bytes">The bytes that were written; they are kept.</param>
    /// <param name="rules">What tells these rules from others, as when it was written.</param>
    /// <param name="books">The rules, newly made: nothing was read or ruled with them yet.</param>
    /// <param name="acts">The act with a place in the ledger, from 1, for those from before the snapshot.</param>
    /// <param name="snapshot">The state, and a reader for further acts.</param>
    /// <returns>
    /// False if the bytes are of another version or of other rules, or are not a snapshot; the rules given are then spoilt, and the ledger is
    /// replayed with new ones.
    /// </returns>
    public static bool TryOpen(
        ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> rules, Rulebooks books, Func<int, Act> acts, [NotNullWhen(true)] out StateSnapshot? snapshot)
    {
        snapshot = null;
        try
        {
            var reader = new SnapshotReader(bytes);
            if (reader.Int() != Mark || reader.Int() != Version || !reader.Bytes().SequenceEqual(rules))
                return false;
            books.Roll.Load(reader);
            var state = State.Load(reader, books, acts);
            var names = ActReader.Load(reader, books);
            if (!reader.IsAtEnd)
                return false;
            snapshot = new StateSnapshot(state, names);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
