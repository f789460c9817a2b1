using System.Collections.Immutable;
using System.Globalization;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Recording;

/// <summary>A request whose mark the ledger knows: its answer was lost, or somebody uses a mark twice.</summary>
internal static class Repetition
{
    /// <summary>The mark of an act of a request, by its place from 0: the first has the mark itself.</summary>
    public static string? Mark(string? key, int index) => key is null || index == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{index + 1}");

    /// <summary>Where the acts of a request stand that were recorded before under its mark; null if the ledger does not know the mark.</summary>
    /// <exception cref="Obstacle">The mark stands for another act.</exception>
    public static ImmutableArray<long>? Of(ILedgerStore store, string key, IReadOnlyList<string> words)
    {
        if (store.PositionOf(key) is not { } first)
            return null;
        var lines = ActLines.Of(words);
        var positions = ImmutableArray.CreateBuilder<long>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if ((i == 0 ? first : store.PositionOf(Mark(key, i)!)) is not { } position)
                throw Taken(key, first);
            // Of what was erased nobody can say whether it was the same; the mark says that it was.
            var said = EntryView.Of(store.Read(position, position + 1).First(), publicOnly: false).Act?.Text.Split('\n')[0].Split(' ', 3);
            if (said is [_, _, var text] && !string.Equals(text, lines[i], StringComparison.Ordinal))
                throw Taken(key, first);
            positions.Add(position);
        }

        return positions.MoveToImmutable();
    }

    private static Obstacle Taken(string key, long position) => new(Sentence.Of("KeyTaken", key, position), Sentence.Of("KeyTakenHint"));
}
