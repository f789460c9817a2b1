using Foedus.Charter.Syntax;

namespace Foedus.Charter.Formatting;

/// <summary>
/// Writes a file the way all files are written: one clause a line, two spaces a level, the words after the keywords of
/// neighbours in a column, arrows of neighbours in a column. Keeps every comment and quotation; what cannot be read is kept
/// as it is, at the right indentation. Formatting twice changes nothing more, and formatting never changes what a file means.
/// </summary>
public static class CharterFormatter
{
    /// <summary>
    /// The formatted text, with LF and a line end at its end. A file that is binary or beyond a limit comes back unchanged.
    /// To write it to disk use <see cref="Text.Utf8Transcoder.Encode"/>, which keeps bytes that are no UTF-8.
    /// </summary>
    public static string Format(SyntaxTree tree)
    {
        if (!tree.Frame.IsWhole) return tree.Source.Content;
        var layout = new LayoutBuilder(tree.Frame).Build();
        var rows = new RowBuilder(tree).Build(layout, 0);
        var text = new RowWriter(tree.Source).Write(rows);
        // A stray mark that is kept must not come to stand where it would be taken for a byte order mark.
        return text.StartsWith('\uFEFF') ? "\n" + text : text;
    }
}
