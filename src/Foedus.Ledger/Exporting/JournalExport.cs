using System.Text;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Exporting;

/// <summary>
/// Writes a ledger as the journal that it is: the acts in order, each in its own words, without the ledger's own records. What was tried and refused
/// stands in it with its ruling, as in any journal, and brings about nothing; any other attempt is left out, and so is what is kept apart and not
/// here.
/// </summary>
public static class JournalExport
{
    /// <summary>The kind of the record that opens a ledger: its words are the heading of the journal.</summary>
    public const string OpeningKind = "ledger.open";

    /// <summary>Writes it. Memory does not grow with the ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="publicOnly">Whether everything that is not public is left out.</param>
    /// <param name="output">Where to.</param>
    /// <returns>How many acts were left out because they are not public or not here.</returns>
    /// <exception cref="InvalidDataException">An entry cannot be read.</exception>
    public static int Write(ILedgerStore store, bool publicOnly, TextWriter output)
    {
        var left = 0;
        output.Write("foedus 1\n");
        foreach (var view in EntryView.Of(store, publicOnly))
        {
            if (view.Act is not { } act)
                left++;
            else if (act.Kind == OpeningKind && view.Entry.Position == 0)
                output.Write(act.Text + "\n");
            else if (IsInJournal(act))
                output.Write("\n" + act.Text + "\n");
        }

        return left;
    }

    /// <summary>The same as text.</summary>
    public static string Text(ILedgerStore store)
    {
        using var text = new StringWriter(new StringBuilder());
        Write(store, publicOnly: false, text);
        return text.ToString();
    }

    /// <summary>Whether a record is an act that a journal holds.</summary>
    public static bool IsInJournal(ActRecord act) => !act.Kind.StartsWith("ledger.", StringComparison.Ordinal) && (!act.IsAttempt || act.Ruling == RecordedRuling.Refused);
}
