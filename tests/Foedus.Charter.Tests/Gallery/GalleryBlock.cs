using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>
/// A fenced block of a page: <c>```foedus bad union.charter</c>. Its words are the language, <c>bad</c> or <c>good</c>, perhaps the name of the file,
/// and options: <c>escaped</c> (the block writes characters that a page cannot show as <c>\x..</c>, <c>\u....</c>, <c>\r</c>, <c>\t</c>, and
/// <c>\*n{text}</c> for a text n times), <c>times=n</c> (the file holds the last line n times) and <c>with=FDnnnn</c> (an error that comes along).
/// </summary>
internal sealed partial record GalleryBlock(int First, int Last, string Language, IReadOnlyList<string> Words, string Text)
{
    private const string DefaultName = "example.charter";

    public bool IsBad => Words.Contains("bad", StringComparer.Ordinal);

    public bool IsGood => Words.Contains("good", StringComparer.Ordinal);

    /// <summary>Errors of other numbers that the example has as well.</summary>
    public IEnumerable<string> Along => Words.Where(w => w.StartsWith("with=", StringComparison.Ordinal)).Select(w => w[5..]);

    private string Name => Words.FirstOrDefault(w => w.Contains('.', StringComparison.Ordinal), DefaultName);

    /// <summary>The block as the file that it stands for.</summary>
    public SourceText File()
    {
        var text = Text;
        if (Words.FirstOrDefault(w => w.StartsWith("times=", StringComparison.Ordinal)) is { } times)
        {
            var last = text.TrimEnd('\n').LastIndexOf('\n') + 1;
            text = string.Concat(text.AsSpan(0, last), string.Concat(Enumerable.Repeat(text[last..], int.Parse(times.AsSpan(6), CultureInfo.InvariantCulture))));
        }
        return SourceText.FromBytes(Name, Words.Contains("escaped", StringComparer.Ordinal) ? Unescaped(text) : Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Unescaped(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length;)
        {
            var escape = Escape().Match(text, at);
            if (!escape.Success || escape.Index != at)
            {
                var next = escape.Success ? escape.Index : text.Length;
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at..next]));
                at = next;
                continue;
            }
            at += escape.Length;
            if (escape.Groups["byte"] is { Success: true } hex) bytes.Add(byte.Parse(hex.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else if (escape.Groups["char"] is { Success: true } code) bytes.AddRange(Encoding.UTF8.GetBytes(((char)int.Parse(code.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));
            else if (escape.Groups["times"] is { Success: true } times) bytes.AddRange(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(escape.Groups["text"].Value, int.Parse(times.Value, CultureInfo.InvariantCulture)))));
            else bytes.Add(escape.Value is "\\r" ? (byte)'\r' : (byte)'\t');
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"\\(x(?<byte>[0-9A-F]{2})|u(?<char>[0-9A-F]{4})|\*(?<times>[0-9]+)\{(?<text>[^}]*)\}|r|t)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();
}
