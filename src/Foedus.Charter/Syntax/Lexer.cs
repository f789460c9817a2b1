using System.Text;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// Cuts the lines of a file into tokens. Every character ends up in one token; trouble is reported and kept as <see cref="TokenKind.Bad"/>.
/// It may be used for file after file.
/// </summary>
internal sealed partial class Lexer(DiagnosticBag problems)
{
    private const int Kept = 1 << 14;
    private readonly List<Token> tokens = [];
    private SourceText source = SourceText.Empty;
    private string content = "";
    private bool quiet;
    private int at;
    private int end;

    /// <summary>All tokens of the file in order, trivia included.</summary>
    public List<Token> Tokens => tokens;

    /// <summary>Starts a file.</summary>
    public void Begin(SourceText file)
    {
        source = file;
        content = file.Content;
        tokens.Clear();
        quiet = false;
        tabOnThisLine = -1;
        at = end = 0;
    }

    /// <summary>Lets go of the file, and gives back what an unusual one has taken.</summary>
    public void Rest()
    {
        Begin(SourceText.Empty);
        if (tokens.Capacity > Kept) tokens.Capacity = 0;
    }

    /// <summary>Says nothing more about single characters, for files that are no text at all.</summary>
    public void BeQuiet() => quiet = true;

    /// <summary>Cuts one physical line from <paramref name="start"/> up to its line end, which is not included.</summary>
    /// <returns>How many tokens of a clause it has, and the column of the first, tabs expanded.</returns>
    public (int Significant, int Indent) Line(int start, int lineEnd)
    {
        at = start;
        end = lineEnd;
        var indent = Indentation();
        if (at < end && content[at] == '>')
        {
            CheckInside(at, end, directionMatters: false);
            Add(TokenKind.Quotation, at, end);
            return (0, indent);
        }
        var significant = 0;
        while (at < end)
        {
            if (significant >= FrameLimits.TokensPerLine)
            {
                Report(Place(at, end), FrameDiagnostics.TooMuch, "this line has too many words", Invariant(FrameLimits.TokensPerLine));
                Add(TokenKind.Bad, at, end);
                return (significant + 1, indent);
            }
            if (Next()) significant++;
        }
        return (significant, indent);
    }

    /// <summary>Adds a token that the lines do not hold: a line end, a byte order mark, a part that is not read.</summary>
    public void Add(TokenKind kind, int start, int tokenEnd)
    {
        tokens.Add(new Token(kind, start, tokenEnd - start));
        at = tokenEnd;
    }

    private int Indentation()
    {
        var column = 0;
        var start = at;
        var tab = -1;
        for (; at < end && content[at] is ' ' or '\t'; at++)
        {
            if (content[at] == '\t')
            {
                tab = tab < 0 ? at : tab;
                column = column / 4 * 4 + 4;
            }
            else
            {
                column++;
            }
        }
        if (at > start)
        {
            if (tab >= 0 && at < end) ReportTab(tab);
            Add(TokenKind.Whitespace, start, at);
        }
        return column;
    }

    private bool Next()
    {
        var c = content[at];
        switch (c)
        {
            case ' ' or '\t':
                Space();
                return false;
            case '#':
                CheckInside(at, end, directionMatters: true);
                Add(TokenKind.Comment, at, end);
                return false;
            case '"':
                String();
                return true;
            case ':': Mark(TokenKind.Colon); return true;
            case ';': Mark(TokenKind.Semicolon); return true;
            case ',': Mark(TokenKind.Comma); return true;
            case '|': Mark(TokenKind.Bar); return true;
            case '(': Mark(TokenKind.Open); return true;
            case ')': Mark(TokenKind.Close); return true;
            case '=': Mark(TokenKind.Equals); return true;
            case '+': Mark(TokenKind.Plus); return true;
            case '-' when Peek(1) == '>':
                Add(TokenKind.Arrow, at, at + 2);
                return true;
        }
        if (char.IsAsciiDigit(c)) Number();
        else if (char.IsAsciiLetterLower(c)) WordToken();
        else if (char.IsAsciiLetterUpper(c) || StartsName()) NameToken();
        else Odd();
        return true;
    }

    private void Mark(TokenKind kind) => Add(kind, at, at + 1);

    private char Peek(int ahead) => at + ahead < end ? content[at + ahead] : '\0';

    private bool StartsName()
    {
        Rune.DecodeFromUtf16(content.AsSpan(at, end - at), out var rune, out _);
        return rune != Rune.ReplacementChar && CharacterClasses.StartsName(rune);
    }

    private void Space()
    {
        var start = at;
        var tab = -1;
        for (; at < end && content[at] is ' ' or '\t'; at++)
            if (content[at] == '\t' && tab < 0)
                tab = at;
        // A tab before a comment or at the end of a line moves nothing.
        if (tab >= 0 && at < end && content[at] != '#') ReportTab(tab);
        Add(TokenKind.Whitespace, start, at);
    }

    private void ReportTab(int tab)
    {
        if (tokens.Count == 0 || !tabOnThisLine.Equals(source.LineIndexOf(tab)))
            Report(Place(tab, tab + 1), FrameDiagnostics.Tab);
        tabOnThisLine = source.LineIndexOf(tab);
    }

    private int tabOnThisLine = -1;

    private void String()
    {
        var start = at;
        var i = at + 1;
        while (true)
        {
            var found = i < end ? content.AsSpan(i, end - i).IndexOf('"') : -1;
            if (found < 0)
            {
                Report(Diagnostic.At(Place(start, start + 1), FrameDiagnostics.UnclosedString).Labelled("opened here"));
                Add(TokenKind.Bad, start, end);
                return;
            }
            i += found + 1;
            if (i < end && content[i] == '"') i++;
            else break;
        }
        var good = CheckInside(start, i, directionMatters: false);
        Add(good ? TokenKind.String : TokenKind.Bad, start, i);
    }

    private bool CheckInside(int start, int stop, bool directionMatters)
    {
        var text = content.AsSpan(start, stop - start);
        if (source.InvalidBytes > 0 && HoldsInvalid(text)) return false;
        if (!CharacterClasses.MayHoldTrouble(text)) return true;
        var good = true;
        for (var i = start; i < stop; i++)
        {
            int c = content[i];
            if (CharacterClasses.IsControl(c))
            {
                Report(Place(i, i + 1), FrameDiagnostics.ControlCharacter, Hex(c));
                good = false;
            }
            else if (directionMatters && CharacterClasses.IsBidirectionalControl(c))
            {
                Report(Place(i, i + 1), FrameDiagnostics.Invisible, Hex(c));
            }
        }
        return good;
    }

    private static bool HoldsInvalid(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i])) i++;
            else if (Utf8Transcoder.IsEscapedByte(text[i])) return true;
        }
        return false;
    }

    private SourceLocation Place(int start, int stop) => new(source, TextSpan.FromBounds(start, stop));

    private void Report(SourceLocation place, DiagnosticDescriptor kind, params ReadOnlySpan<string> arguments) => Report(Diagnostic.At(place, kind, arguments));

    private void Report(Diagnostic diagnostic)
    {
        if (!quiet) problems.Add(diagnostic);
    }

    private static string Hex(int rune) => rune.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);

    private static string Invariant(int n) => n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
