using System.Text;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <content>Words, names, labels, numbers and dates.</content>
internal sealed partial class Lexer
{
    private void WordToken()
    {
        var start = at;
        at = EndOfWord();
        if (SpoilsWord())
        {
            Spoilt(start, FrameDiagnostics.MixedWord);
            return;
        }
        var plain = at;
        // `unspecified(a)` is a word and a parenthesis; `h(1)` and `art2(b)` are labels.
        var labelled = Peek(0) is '.' or '(' && LabelTail(parentheses: plain - start == 1 || content.AsSpan(start, plain - start).ContainsAnyInRange('0', '9'));
        Add(labelled ? TokenKind.Label : TokenKind.Word, start, at);
    }

    /// <summary>Where letters and digits of ASCII end, with hyphens between them.</summary>
    private int EndOfWord()
    {
        var line = content.AsSpan(0, end);
        var i = at;
        while (i < line.Length && (char.IsAsciiLetterOrDigit(line[i]) || (line[i] == '-' && i + 1 < line.Length && char.IsAsciiLetterOrDigit(line[i + 1])))) i++;
        return i;
    }

    private void NameToken()
    {
        var start = at;
        at = EndOfWord();
        while (at < end)
        {
            var c = content[at];
            if (char.IsAscii(c))
            {
                if (!char.IsAsciiLetterOrDigit(c) && !((c is '-' or '\'') && NameGoesOn(at + 1))) break;
                at++;
                continue;
            }
            if (Rune.DecodeFromUtf16(content.AsSpan(at, end - at), out var rune, out var used) != System.Buffers.OperationStatus.Done || !CharacterClasses.ContinuesName(rune)) break;
            at += used;
        }
        if (SpoilsWord())
        {
            Spoilt(start, FrameDiagnostics.MixedWord);
            return;
        }
        Add(LabelTail(parentheses: true) ? TokenKind.Label : TokenKind.Name, start, at);
    }

    private bool NameGoesOn(int position)
    {
        if (position >= end) return false;
        if (char.IsAscii(content[position])) return char.IsAsciiLetterOrDigit(content[position]);
        return Rune.DecodeFromUtf16(content.AsSpan(position, end - position), out var rune, out _) == System.Buffers.OperationStatus.Done
            && CharacterClasses.ContinuesName(rune) && !CharacterClasses.IsInvisible(rune.Value);
    }

    /// <summary>Whether what comes next, without a space, makes the word before it no word.</summary>
    private bool SpoilsWord()
    {
        if (at >= end) return false;
        var c = content[at];
        return c is '_' or '\'' or '\u2019' || (!char.IsAscii(c) && !CharacterClasses.IsOddSpace(c) && !IsOddMark(c));
    }

    private void Spoilt(int start, DiagnosticDescriptor kind)
    {
        while (at < end && content[at] is not (' ' or '\t' or ',' or ';' or ':' or '|' or '(' or ')' or '"' or '#' or '=')) at++;
        var invisible = FirstInvisible(start, at);
        if (invisible >= 0)
        {
            ReportInvisible(invisible);
        }
        else
        {
            var text = content[start..at];
            var plain = Plain(text);
            var diagnostic = Diagnostic.At(Place(start, at), kind, Shown(text));
            Report(!string.Equals(plain, text, StringComparison.Ordinal) ? diagnostic.Helped(plain) : diagnostic);
        }
        Add(TokenKind.Bad, start, at);
    }

    /// <summary>Reads <c>.4</c> and <c>(2)</c> after a word, name or number; true if there was one.</summary>
    private bool LabelTail(bool parentheses)
    {
        var before = at;
        while (at < end)
        {
            if (content[at] == '.' && char.IsAsciiLetterOrDigit(Peek(1)))
            {
                at++;
                while (at < end && char.IsAsciiLetterOrDigit(content[at])) at++;
                parentheses = true;
            }
            else if (parentheses && content[at] == '(' && InParentheses() is var length and > 0)
            {
                at += length;
            }
            else
            {
                break;
            }
        }
        return at > before;
    }

    private int InParentheses()
    {
        var i = 1;
        while (i <= 8 && char.IsAsciiLetterOrDigit(Peek(i))) i++;
        return i > 1 && Peek(i) == ')' ? i + 1 : 0;
    }

    private void Number()
    {
        var start = at;
        while (at < end && (char.IsAsciiDigit(content[at]) || content[at] == '_')) at++;
        var digits = at - start;
        var c = Peek(0);
        if (c == '-' && digits == 4 && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)) && !char.IsAsciiLetterOrDigit(Peek(3)))
        {
            Date(start);
            return;
        }
        var kind = TokenKind.Number;
        if (c == '/' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            while (at < end && (char.IsAsciiDigit(content[at]) || content[at] == '_')) at++;
            kind = TokenKind.Fraction;
        }
        else if (c == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            while (at < end && (char.IsAsciiDigit(content[at]) || content[at] == '_')) at++;
        }
        if (Peek(0) == '%')
        {
            at++;
            kind = TokenKind.Percent;
        }
        if (kind == TokenKind.Number && (char.IsAsciiLetter(Peek(0)) || Peek(0) is '.' or '(' || (Peek(0) == '-' && char.IsAsciiLetterOrDigit(Peek(1)))))
        {
            LabelFromNumber(start);
            return;
        }
        FinishNumber(kind, start);
    }

    private void LabelFromNumber(int start)
    {
        var plain = at;
        at = EndOfWord();
        LabelTail(parentheses: true);
        if (at == plain) FinishNumber(TokenKind.Number, start);
        else if (SpoilsWord()) Spoilt(start, FrameDiagnostics.MixedWord);
        else Add(TokenKind.Label, start, at);
    }

    private void FinishNumber(TokenKind kind, int start)
    {
        // `25,000` would be two numbers in a list.
        if (kind == TokenKind.Number && at - start <= 3 && Peek(0) == ',' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)) && char.IsAsciiDigit(Peek(3)) && !char.IsAsciiDigit(Peek(4)))
        {
            while (at < end && (char.IsAsciiDigit(content[at]) || (content[at] == ',' && char.IsAsciiDigit(Peek(1))))) at++;
            var text = content[start..at];
            Report(Diagnostic.At(Place(start, at), FrameDiagnostics.BadNumber, text)
                .Helped(text.Replace(',', '_'))
                .Helped(text.Replace(",", ", ", StringComparison.Ordinal)));
            Add(TokenKind.Bad, start, at);
            return;
        }
        if (char.IsAsciiLetterOrDigit(Peek(0)) || Peek(0) == '%' || SpoilsWord())
        {
            Spoilt(start, FrameDiagnostics.BadNumber);
            return;
        }
        if (!NumberReader.IsNumber(content.AsSpan(start, at - start)))
        {
            Report(Place(start, at), FrameDiagnostics.BadNumber, Shown(content[start..at]));
            kind = TokenKind.Bad;
        }
        Add(kind, start, at);
    }

    private void Date(int start)
    {
        at += 3;
        if (Peek(0) == '-' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2))) at += 3;
        if (at < end && (char.IsAsciiLetterOrDigit(content[at]) || content[at] == '-' || SpoilsWord()))
        {
            Spoilt(start, FrameDiagnostics.BadDate);
            return;
        }
        var real = PartialDate.TryRead(content.AsSpan(start, at - start), out _);
        if (!real) Report(Place(start, at), FrameDiagnostics.BadDate, content[start..at]);
        Add(real ? TokenKind.Date : TokenKind.Bad, start, at);
    }
}
