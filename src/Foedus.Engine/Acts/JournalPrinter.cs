using System.Text;
using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Acts;

/// <summary>Prints a journal so that reading it again gives the same acts and the same remarks about the record.</summary>
public sealed class JournalPrinter(Roll roll)
{
    private readonly ActPrinter _acts = new(roll);

    /// <summary>The whole file.</summary>
    /// <param name="journal">The journal as read, or made in memory.</param>
    /// <param name="charter">The title of the charter.</param>
    public string Print(JournalReading journal, string charter)
    {
        var text = new StringBuilder("foedus 1\n");
        text.Append(journal.IsRehearsal ? "rehearsal " : "journal ").Append(ActPrinter.Quoted(journal.Title)).Append(" of ").Append(ActPrinter.Quoted(charter)).Append('\n');
        foreach (var entry in journal.Entries)
        {
            text.Append('\n').Append(_acts.Line(entry.Act)).Append('\n');
            Remarks(text, entry);
        }

        return text.ToString();
    }

    /// <summary>One act with its remarks, each on a line of its own, without a line end behind the last.</summary>
    public string Entry(JournalEntry entry)
    {
        var text = new StringBuilder(_acts.Line(entry.Act)).Append('\n');
        Remarks(text, entry);
        return text.ToString(0, text.Length - 1);
    }

    private static void Remarks(StringBuilder text, JournalEntry entry)
    {
        foreach (var source in entry.Sources)
            text.Append("  source ").Append(ActPrinter.Quoted(source)).Append('\n');
        if (entry.Quality is { } quality)
            text.Append("  quality ").Append(ActPrinter.Quoted(quality)).Append('\n');
        if (entry.Entered is { } entered)
            text.Append("  entered ").Append(entered.ToString()).Append('\n');
        if (entry.ClaimedBy is { } claimed)
            text.Append("  claimed by ").Append(ActPrinter.Quoted(claimed)).Append(entry.ClaimedOn is { } on ? " on " + on : "").Append('\n');
        foreach (var because in entry.Because)
            text.Append("  because ").Append(ActPrinter.Quoted(because)).Append('\n');
        foreach (var note in entry.Notes)
            text.Append("  note ").Append(ActPrinter.Quoted(note)).Append('\n');
        if (entry.Expected is { } expected)
            text.Append("  ruling ").Append(Words(expected)).Append('\n');
    }

    private static string Words(ExpectedRuling expected)
    {
        var words = new StringBuilder(expected.Verdict);
        if (!expected.Why.By.IsEmpty)
            words.Append(", by ").AppendJoin(" and ", expected.Why.By);
        foreach (var need in expected.Why.Needing)
            words.Append(", needing ").Append(ActPrinter.Quoted(need));
        if (!expected.Why.Assuming.IsEmpty)
            words.Append(", assuming ").AppendJoin(" and ", expected.Why.Assuming);
        return words.ToString();
    }
}
