using Foedus.Cli.Texts;

namespace Foedus.Cli.Pages;

/// <summary>Where a verb writes what people read. Lines end with LF on every system, and nothing depends on the width of the window.</summary>
internal abstract class Page
{
    /// <summary>Writes words without ending the line. Characters that a terminal would obey are shown as a mark.</summary>
    public Page Put(string text, Tone tone = Tone.Plain)
    {
        Write(Visible(text), tone);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public Page End()
    {
        EndLine();
        return this;
    }

    /// <summary>Writes a table.</summary>
    public Page Table(Table table)
    {
        if (table.Rows.Count > 0)
            WriteTable(table);
        return this;
    }

    protected abstract void Write(string text, Tone tone);

    protected abstract void EndLine();

    protected abstract void WriteTable(Table table);

    /// <summary>Text without control characters.</summary>
    protected static string Visible(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        return string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    /// <summary>Writes a line.</summary>
    public Page Line(string text = "", Tone tone = Tone.Plain) => text.Length == 0 ? End() : Put(text, tone).End();
}
