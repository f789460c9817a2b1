using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;

namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// The acts of a ledger as clauses. Each entry is read by itself, so that a ledger of any length can be read, and a message about an act names its
/// entry: <c>choirs.foedus#17:1:5</c>.
/// </summary>
internal static class LedgerActs
{
    /// <summary>What stands between the path of a ledger and the position of an entry.</summary>
    public const char Mark = '#';

    private const int ChunkLength = 4096;

    /// <summary>The acts of an entry as clauses: one, or none if it is no act, is not here or is an attempt that no journal shows.</summary>
    /// <param name="path">The path of the ledger, for messages.</param>
    /// <param name="view">The entry.</param>
    public static IReadOnlyList<ClauseSyntax> Of(string path, EntryView view) => Of(path, view, out _);

    /// <summary>The same, with what is wrong with the words.</summary>
    public static IReadOnlyList<ClauseSyntax> Of(string path, EntryView view, out IEnumerable<Diagnostic> found)
    {
        found = [];
        if (view.Act is not { } act || !JournalExport.IsInJournal(act))
            return [];
        var tree = SyntaxTree.Parse(SourceText.From(string.Create(CultureInfo.InvariantCulture, $"{path}{Mark}{view.Entry.Position}"), act.Text));
        found = tree.Diagnostics;
        return tree.Clauses is [var only] && only.Is("act") ? tree.Clauses : [.. tree.ClausesOf("act")];
    }

    /// <summary>The acts of a ledger in order, read as they are asked for. Memory does not grow with the ledger.</summary>
    /// <param name="places">Where it is found.</param>
    /// <param name="path">Its path.</param>
    /// <param name="found">Takes what is wrong with the words.</param>
    /// <exception cref="Obstacle">It cannot be read.</exception>
    public static IEnumerable<ClauseSyntax> Read(LedgerPlaces places, string path, Action<Diagnostic>? found = null)
    {
        for (var next = 0L; Chunk(places, path, next) is { Count: > 0 } chunk; next = chunk[^1].Entry.Position + 1)
        {
            foreach (var view in chunk)
            {
                var clauses = Of(path, view, out var problems);
                foreach (var problem in found is null ? [] : problems)
                    found!(problem);
                foreach (var clause in clauses)
                    yield return clause;
            }
        }
    }

    private static List<EntryView> Chunk(LedgerPlaces places, string path, long from) =>
        places.Read(path, store => store.Read(from, from + ChunkLength).Select(e => EntryView.Of(e, publicOnly: false)).ToList());

    /// <summary>The heading of a ledger as a journal: its first entry, if that opens it.</summary>
    public static SourceText Heading(string path, IEnumerable<EntryView> entries)
    {
        var opening = entries.FirstOrDefault()?.Act;
        return SourceText.From(path, "foedus 1\n" + (opening?.Kind == JournalExport.OpeningKind ? opening.Text + "\n" : ""));
    }

    /// <summary>The number of an act of a journal; null if the words are none.</summary>
    public static int? NumberOf(string text) =>
        text.Split(' ', 3) is ["act", var number, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : null;
}
