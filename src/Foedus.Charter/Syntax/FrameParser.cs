using System.Runtime.InteropServices;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>Turns the tokens of a file into lines, and lines into a tree by their indentation. Iterative: depth costs no stack. It may be used for file after file.</summary>
internal sealed class FrameParser(DiagnosticBag problems)
{
    private const int Kept = 1 << 12;
    private readonly Lexer lexer = new(problems);
    private readonly List<PhysicalLine> physical = [];
    private readonly List<FrameLine> lines = [];
    private readonly List<FrameClause> onLine = [];
    private readonly List<FrameClause> top = [];
    private readonly List<FrameLine> open = [];
    private readonly List<int> homeless = [];
    private readonly Stack<int> opened = [];
    private SourceText source = SourceText.Empty;
    private Token[] words = [];
    private int clauses;
    private bool whole = true;

    public FrameTree Parse(SourceText file)
    {
        Cut(file);
        words = Words();
        for (var i = 0; i < physical.Count; i++)
        {
            switch (physical[i].Kind)
            {
                case PhysicalLineKind.Quotation:
                    Quote(i);
                    break;
                case PhysicalLineKind.Clauses:
                    i = Line(i);
                    break;
            }
            if (clauses < FrameLimits.Clauses) continue;
            problems.Add(Diagnostic.At(At(i), FrameDiagnostics.TooMuch, "the file has too many clauses", Number(FrameLimits.Clauses)));
            whole = false;
            break;
        }
        return new FrameTree(source, words, [.. lines], [.. top], [.. homeless]) { IsWhole = whole };
    }

    /// <summary>Cuts a file into tokens and physical lines alone.</summary>
    public PhysicalText Physical(SourceText file)
    {
        Cut(file);
        return new PhysicalText([.. lexer.Tokens], [.. physical]);
    }

    /// <summary>Lets go of the file, and gives back what an unusual one has taken.</summary>
    public void Rest()
    {
        lexer.Rest();
        Begin(SourceText.Empty);
        words = [];
        if (physical.Capacity > Kept) physical.Capacity = 0;
        if (lines.Capacity > Kept) lines.Capacity = 0;
        if (top.Capacity > Kept) top.Capacity = 0;
    }

    private void Begin(SourceText file)
    {
        source = file;
        physical.Clear();
        lines.Clear();
        top.Clear();
        open.Clear();
        homeless.Clear();
        clauses = 0;
        whole = true;
    }

    private Token[] Words()
    {
        if (physical.Count == 0) return [];
        var found = new Token[physical[^1].FirstWord + physical[^1].Words];
        var n = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(lexer.Tokens))
            if (!token.IsTrivia)
                found[n++] = token;
        return found;
    }

    private void Cut(SourceText file)
    {
        Begin(file);
        lexer.Begin(file);
        var content = source.Content;
        if (content.Length > FrameLimits.Characters)
        {
            problems.Add(Diagnostic.At(new SourceLocation(source, new TextSpan(0, 0)), FrameDiagnostics.TooMuch, "the file has too many characters", Number(FrameLimits.Characters)));
            lexer.Add(TokenKind.Unread, 0, content.Length);
            whole = false;
            return;
        }
        Whole(content);
        var at = 0;
        while (at < content.Length && content[at] == '\uFEFF') at++;
        if (at > 0) lexer.Add(TokenKind.ByteOrderMark, 0, at);
        var firstWord = 0;
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.LineSpan(line);
            var firstToken = line == 0 ? 0 : lexer.Tokens.Count;
            var before = lexer.Tokens.Count;
            var (count, indent) = lexer.Line(Math.Max(at, span.Start), span.End);
            var kind = Kind(before, count);
            var (net, low, goesOn) = Parentheses(before);
            var next = line + 1 < source.LineCount ? source.LineStart(line + 1) : content.Length;
            if (next > span.End) lexer.Add(TokenKind.NewLine, span.End, next);
            physical.Add(new PhysicalLine(firstToken, lexer.Tokens.Count - firstToken, firstWord, count, indent, kind, net, low, goesOn));
            firstWord += count;
        }
    }

    /// <summary>What is to be said about the file as a whole.</summary>
    private void Whole(string content)
    {
        var zero = content.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            problems.Add(Diagnostic.At(Span(zero, 1), FrameDiagnostics.Binary));
            lexer.BeQuiet();
            whole = false;
            return;
        }
        if (source.InvalidBytes > 0)
        {
            var first = FirstInvalid(content);
            problems.Add(Diagnostic.At(Span(first, 1), FrameDiagnostics.NotUtf8, Number(source.InvalidBytes)).Labelled("the first of them"));
        }
        if (content.StartsWith('\uFEFF')) problems.Add(Diagnostic.At(Span(0, 1), FrameDiagnostics.ByteOrderMark));
        var cr = content.IndexOf('\r', StringComparison.Ordinal);
        if (cr >= 0) problems.Add(Diagnostic.At(Span(cr, 0), FrameDiagnostics.LineEnds, cr + 1 < content.Length && content[cr + 1] == '\n' ? "CR LF" : "CR"));
    }

    private static int FirstInvalid(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (char.IsHighSurrogate(content[i])) i++;
            else if (Utf8Transcoder.IsEscapedByte(content[i])) return i;
        }
        return 0;
    }

    private PhysicalLineKind Kind(int firstToken, int significant)
    {
        if (significant > 0) return PhysicalLineKind.Clauses;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(lexer.Tokens)[firstToken..])
        {
            if (token.Kind == TokenKind.Quotation) return PhysicalLineKind.Quotation;
            if (token.Kind == TokenKind.Comment) return PhysicalLineKind.Comment;
        }
        return PhysicalLineKind.Blank;
    }

    private (int Net, int Low, bool GoesOn) Parentheses(int firstToken)
    {
        var (net, low, last) = (0, 0, TokenKind.Bad);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(lexer.Tokens)[firstToken..])
        {
            if (token.IsTrivia) continue;
            var kind = last = token.Kind;
            if (kind == TokenKind.Open) net++;
            else if (kind == TokenKind.Close) low = Math.Min(low, --net);
        }
        return (net, low, last is TokenKind.Comma or TokenKind.Bar);
    }

    private void Quote(int i)
    {
        var line = physical[i];
        var token = lexer.Tokens[line.FirstToken + line.Tokens - 1];
        for (var t = line.FirstToken; t < line.FirstToken + line.Tokens; t++)
            if (lexer.Tokens[t].Kind == TokenKind.Quotation)
                token = lexer.Tokens[t];
        var owner = open.FindLast(l => l.Indent <= line.Indent) ?? (open.Count > 0 ? open[0] : null);
        if (owner is null)
        {
            problems.Add(Diagnostic.At(new SourceLocation(source, token.Span), FrameDiagnostics.HomelessQuotation));
            homeless.Add(i);
            return;
        }
        owner.Head.Add(Quotation.From(source, token.Span));
    }

    /// <summary>Reads the line that starts at a physical line; gives the last physical line that belongs to it.</summary>
    private int Line(int first)
    {
        var last = Extent(first, parentheses: true, out var closed);
        var unclosed = !closed;
        if (unclosed) last = Extent(first, parentheses: false, out _);
        var line = new FrameLine(first, last, physical[first].Indent);
        Hang(line);
        var firstWord = physical[first].FirstWord;
        Split(line, firstWord, physical[last].FirstWord + physical[last].Words);
        lines.Add(line);
        if (line.Clauses.Count > 0) Attach(line);
        for (var i = first + 1; i < last; i++)
            if (physical[i].Kind == PhysicalLineKind.Quotation)
                Quote(i);
        return last;
    }

    private int Extent(int first, bool parentheses, out bool closed)
    {
        var last = first;
        var depth = Math.Max(0, physical[first].ParenthesisNet - physical[first].ParenthesisLow);
        if (!parentheses) depth = 0;
        var goesOn = physical[first].GoesOn;
        for (var j = first + 1; j < physical.Count && (goesOn || depth > 0) && j - first < FrameLimits.Continuations; j++)
        {
            var next = physical[j];
            if (next.Kind != PhysicalLineKind.Clauses) continue;
            if (next.Indent <= physical[first].Indent) break;
            last = j;
            goesOn = next.GoesOn;
            if (parentheses) depth = Math.Max(depth + next.ParenthesisNet, next.ParenthesisNet - next.ParenthesisLow);
        }
        closed = depth == 0;
        return last;
    }

    /// <summary>Closes the lines that this one does not stand under.</summary>
    private void Hang(FrameLine line)
    {
        var shallowest = -1;
        while (open.Count > 0 && open[^1].Indent >= line.Indent)
        {
            shallowest = open[^1].Indent;
            open.RemoveAt(open.Count - 1);
        }
        if (shallowest > line.Indent) problems.Add(Diagnostic.At(FirstWord(line), FrameDiagnostics.UnevenIndentation));
        if (open.Count > FrameLimits.Depth)
        {
            problems.Add(Diagnostic.At(FirstWord(line), FrameDiagnostics.TooMuch, "this line is indented too many steps", Number(FrameLimits.Depth)));
            whole = false;
            while (open.Count > FrameLimits.Depth) open.RemoveAt(open.Count - 1);
        }
        line.Depth = open.Count;
    }

    private void Attach(FrameLine line)
    {
        var parent = open.Count > 0 ? open[^1].Head : null;
        var siblings = line.HasColon ? 1 : onLine.Count;
        for (var i = 0; i < onLine.Count; i++)
        {
            var clause = onLine[i];
            if (i >= siblings) line.Head.Add(clause);
            else if (parent is null) top.Add(clause);
            else parent.Add(clause);
        }
        open.Add(line);
    }

    private void Split(FrameLine line, int from, int to)
    {
        var start = from;
        var colon = -1;
        opened.Clear();
        onLine.Clear();
        var spoilt = false;
        for (var i = from; i < to; i++)
        {
            var kind = words[i].Kind;
            switch (kind)
            {
                case TokenKind.Open:
                    opened.Push(i);
                    break;
                case TokenKind.Close when !opened.TryPop(out _):
                    problems.Add(Diagnostic.At(Location(i), FrameDiagnostics.UnopenedParenthesis));
                    spoilt = true;
                    break;
                case TokenKind.Bad:
                    spoilt = true;
                    break;
                case TokenKind.Semicolon when opened.Count == 0:
                    Finish(line, start, i, ref spoilt, ";");
                    start = i + 1;
                    break;
                case TokenKind.Colon when opened.Count == 0 && colon < 0 && onLine.Count == 0:
                    colon = i;
                    line.HasColon = true;
                    Finish(line, start, i, ref spoilt, ":");
                    start = i + 1;
                    break;
                case TokenKind.Colon when opened.Count == 0:
                    var second = Diagnostic.At(Location(i), FrameDiagnostics.SecondColon);
                    problems.Add(colon >= 0 ? second.Also(Location(colon), "the first one") : second.Labelled("a colon follows only the first clause of a line"));
                    spoilt = true;
                    break;
            }
        }
        if (opened.Count > 0)
        {
            problems.Add(Diagnostic.At(Location(opened.Peek()), FrameDiagnostics.UnclosedParenthesis));
            spoilt = true;
        }
        if (start < to) Finish(line, start, to, ref spoilt, ";");
        line.Clauses = [.. onLine];
    }

    private void Finish(FrameLine line, int start, int stop, ref bool spoilt, string mark)
    {
        if (stop == start)
        {
            problems.Add(Diagnostic.At(Location(stop), FrameDiagnostics.EmptyClause, mark));
            line.IsSpoilt = true;
            if (mark[0] == ':') line.HasColon = false;
        }
        else
        {
            line.IsSpoilt |= spoilt;
            onLine.Add(new FrameClause(line, start, stop - start, line.HasColon && onLine.Count > 0) { IsSpoilt = spoilt });
            clauses++;
        }
        spoilt = false;
    }

    private SourceLocation Location(int word) => new(source, words[word].Span);

    private SourceLocation FirstWord(FrameLine line) => Location(physical[line.FirstPhysical].FirstWord);

    private SourceLocation At(int line) => new(source, source.LineSpan(Math.Min(line, source.LineCount - 1)));

    private SourceLocation Span(int start, int length) => new(source, new TextSpan(start, length));

    private static string Number(int n) => n.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
