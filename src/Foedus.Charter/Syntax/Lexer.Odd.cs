using System.Text;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <content>Characters that charters do not use, and what to type instead.</content>
internal sealed partial class Lexer
{
    private void Odd()
    {
        var start = at;
        var c = content[at];
        if (c is '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u201F')
        {
            CurlyQuotes();
            return;
        }
        if (source.InvalidBytes > 0 && Utf8Transcoder.IsEscapedByte(c))
        {
            while (at < end && Utf8Transcoder.IsEscapedByte(content[at])) at++;
            Add(TokenKind.Bad, start, at);
            return;
        }
        var status = Rune.DecodeFromUtf16(content.AsSpan(at, end - at), out var rune, out var used);
        at += used;
        if (status != System.Buffers.OperationStatus.Done) Report(Place(start, at), FrameDiagnostics.ControlCharacter, Hex(c));
        else if (CharacterClasses.IsControl(rune.Value)) Report(Place(start, at), FrameDiagnostics.ControlCharacter, Hex(rune.Value));
        else if (CharacterClasses.IsInvisible(rune.Value) || CharacterClasses.IsBidirectionalControl(rune.Value)) ReportInvisible(start);
        else Strange(start, rune);
        Add(TokenKind.Bad, start, at);
    }

    private void Strange(int start, Rune rune)
    {
        while (at < end && CharacterClasses.IsFullWidth(rune.Value) && CharacterClasses.IsFullWidth(content[at])) at++;
        var text = content[start..at];
        var diagnostic = Diagnostic.At(Place(start, at), FrameDiagnostics.OddCharacter, text);
        var plain = Plain(text);
        Report(CharacterClasses.IsOddSpace(rune.Value) ? diagnostic.Helped("type an ordinary space")
            : !string.Equals(plain, text, StringComparison.Ordinal) ? diagnostic.Helped(plain)
            : rune.Value == '>' ? diagnostic.Helped("->  before what follows, or  more than  before a number")
            : rune.Value is '<' ? diagnostic.Helped("fewer than")
            : rune.Value is '\'' ? diagnostic.Helped("write quoted text in straight double quotes")
            : rune.Value is '{' or '}' or '[' or ']' ? diagnostic.Helped("only round parentheses are used, and indentation says what belongs together")
            : diagnostic);
    }

    private void CurlyQuotes()
    {
        var start = at;
        at++;
        while (at < end && content[at] is not ('\u201C' or '\u201D' or '\u00BB' or '\u00AB')) at++;
        if (at < end) at++;
        var inner = content[start..at].Trim('\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB');
        Report(Diagnostic.At(Place(start, at), FrameDiagnostics.OddCharacter, content[start..(start + 1)])
            .Labelled("use straight double quotes")
            .Helped("\"" + inner.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
        Add(TokenKind.Bad, start, at);
    }

    private void ReportInvisible(int position)
    {
        Rune.DecodeFromUtf16(content.AsSpan(position, end - position), out var rune, out var used);
        Report(Place(position, position + used), FrameDiagnostics.Invisible, Hex(rune.Value));
    }

    private int FirstInvisible(int start, int stop)
    {
        for (var i = start; i < stop; i++)
        {
            var rune = Rune.TryGetRuneAt(content, i, out var r) ? r.Value : content[i];
            if (CharacterClasses.IsInvisible(rune) || CharacterClasses.IsBidirectionalControl(rune)) return i;
        }
        return -1;
    }

    private static bool IsOddMark(char c) => c is '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2013' or '\u2014' or '\u2192' or '\uFF0C' or '\uFF1B' or '\uFF1A' or '\uFF08' or '\uFF09';

    /// <summary>The same text with look-alikes replaced by what was meant.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u02BC': plain.Append('\''); break;
                case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212': plain.Append('-'); break;
                case '\u2192' or '\u21D2': plain.Append("->"); break;
                case '\u2265': plain.Append("at least"); break;
                case '\u2264': plain.Append("at most"); break;
                case '\u00BD': plain.Append("1/2"); break;
                case '\u2153': plain.Append("1/3"); break;
                case '\u2154': plain.Append("2/3"); break;
                case '\u00BE': plain.Append("3/4"); break;
                case '\u00BC': plain.Append("1/4"); break;
                case '&': plain.Append("and"); break;
                default: plain.Append(CharacterClasses.IsFullWidth(c) ? (char)(c - 0xFEE0) : c); break;
            }
        }
        return plain.ToString();
    }

    private static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
