using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Formatting;

/// <summary>Turns lines into rows: one clause a row, short children kept after a colon, what cannot be read kept as it is.</summary>
internal sealed class RowBuilder
{
    private const int InlineChildren = 3;
    private readonly FrameTree frame;
    private readonly Dictionary<FrameClause, ClauseSyntax> clauses = new(ReferenceEqualityComparer.Instance);

    public RowBuilder(SyntaxTree tree)
    {
        frame = tree.Frame;
        foreach (var clause in tree.Descendants())
            if (!clause.IsCarried)
                clauses[clause.Frame] = clause;
    }

    public List<Row> Build(List<LayoutNode> nodes, int depth)
    {
        var rows = new List<Row>();
        foreach (var node in nodes)
        {
            switch (node.Kind)
            {
                case LayoutKind.Blank when rows.Count > 0:
                    rows.Add(new Row { IsBlank = true });
                    break;
                case LayoutKind.Comment or LayoutKind.Quotation:
                    rows.Add(new Row { Verbatim = [(0, Stripped(node.Physical))] });
                    break;
                case LayoutKind.Line:
                    Line(node, depth, rows);
                    break;
            }
        }
        return rows;
    }

    private void Line(LayoutNode node, int depth, List<Row> rows)
    {
        var line = node.Line!;
        if (line.IsSpoilt || line.Clauses.Count == 0 || line.Clauses.Any(IsBad))
        {
            Kept(node, depth, rows);
            return;
        }
        var comments = Comments(line);
        var trailing = comments.Remove(LastWord(line), out var last) && last.Count == 1 && !last[0].OwnLine ? last[0].Text : null;
        if (trailing is null && last is not null) comments[LastWord(line)] = last;
        if (line.HasColon) Headed(node, depth, rows, comments, trailing);
        else Siblings(node, depth, rows, comments, trailing);
    }

    private void Headed(LayoutNode node, int depth, List<Row> rows, Dictionary<int, List<(bool OwnLine, string Text)>> comments, string? trailing)
    {
        var line = node.Line!;
        var inline = line.Clauses.Count - 1;
        if (inline is > 0 and <= InlineChildren && comments.Count == 0 && !node.Children.Exists(c => c.Kind is LayoutKind.Line or LayoutKind.Comment))
        {
            var pieces = Pieces(line.Head, comments);
            pieces.Add(new Piece(TokenKind.Colon, ":"));
            for (var i = 1; i <= inline; i++)
            {
                if (i > 1) pieces.Add(new Piece(TokenKind.Semicolon, ";"));
                pieces.AddRange(Pieces(line.Clauses[i], comments));
            }
            if (RowWriter.Width(pieces) + (2 * depth) <= RowWriter.Widest)
            {
                var whole = Clause(line.Head, pieces);
                whole.Comment = trailing;
                whole.Quotations.AddRange(line.Head.Quotations);
                rows.Add(whole);
                return;
            }
        }
        var head = Clause(line.Head, Pieces(line.Head, comments));
        head.Comment = trailing;
        head.Quotations.AddRange(line.Head.Quotations);
        for (var i = 1; i <= inline; i++) head.Children.Add(Clause(line.Clauses[i], Pieces(line.Clauses[i], comments)));
        head.Children.AddRange(Under(node, depth, after: inline > 0));
        rows.Add(head);
    }

    private void Siblings(LayoutNode node, int depth, List<Row> rows, Dictionary<int, List<(bool OwnLine, string Text)>> comments, string? trailing)
    {
        var line = node.Line!;
        for (var i = 0; i < line.Clauses.Count; i++)
        {
            var row = Clause(line.Clauses[i], Pieces(line.Clauses[i], comments));
            if (i == line.Clauses.Count - 1) row.Comment = trailing;
            if (i == 0)
            {
                row.Quotations.AddRange(line.Head.Quotations);
                row.Children.AddRange(Under(node, depth, after: false));
            }
            rows.Add(row);
        }
    }

    private List<Row> Under(LayoutNode node, int depth, bool after)
    {
        var rows = Build(node.Children, depth + 1);
        if (after && node.Children.Count > 0 && node.Children[0].Kind == LayoutKind.Blank) rows.Insert(0, new Row { IsBlank = true });
        return rows;
    }

    private Row Clause(FrameClause clause, List<Piece> pieces)
    {
        var form = clauses[clause].Form!;
        var keyword = form.KeywordWords.Length;
        var isHead = form.Carries || (!form.MayBeSilent && clause.Children.Count > 0);
        return new Row { Pieces = pieces, Keyword = keyword, Arrow = Arrow(pieces, clause.Count), Aligns = !isHead && clause.Count > keyword };
    }

    /// <summary>Where the outcome of a row starts: at its arrow, or at the silence whose readings start with one.</summary>
    private static int Arrow(List<Piece> pieces, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (pieces[i].Kind == TokenKind.Arrow) return i;
            if (pieces[i].Kind == TokenKind.Open) return i > 1 && i + 1 < count && pieces[i + 1].Kind == TokenKind.Arrow ? i - 1 : -1;
        }
        return -1;
    }

    private void Kept(LayoutNode node, int depth, List<Row> rows)
    {
        var line = node.Line!;
        var row = new Row();
        for (var i = line.FirstPhysical; i <= line.LastPhysical; i++)
        {
            if (frame.Physical[i].Kind == PhysicalLineKind.Quotation) continue;
            var deeper = i == line.FirstPhysical ? 0 : Math.Max(1, frame.Physical[i].Indent - line.Indent);
            row.Verbatim.Add((deeper, Stripped(i)));
        }
        if (line.Clauses.Count > 0) row.Quotations.AddRange(line.Head.Quotations);
        row.Children.AddRange(Under(node, depth, after: false));
        rows.Add(row);
    }

    private bool IsBad(FrameClause clause)
    {
        for (var level = clauses.GetValueOrDefault(clause); ; level = level.Carried)
        {
            if (level is null || level.IsBad || level.Form is null) return true;
            if (level.Carried is null) return false;
        }
    }

    private List<Piece> Pieces(FrameClause clause, Dictionary<int, List<(bool OwnLine, string Text)>> comments)
    {
        var pieces = new List<Piece>(clause.Count);
        for (var i = clause.First; i < clause.First + clause.Count; i++)
        {
            var token = frame.Words[i];
            pieces.Add(new Piece(token.Kind, frame.Source.Slice(token.Span)) { Comments = comments.GetValueOrDefault(i) });
        }
        return pieces;
    }

    private int LastWord(FrameLine line) => frame.Physical[line.LastPhysical].FirstWord + frame.Physical[line.LastPhysical].Words - 1;

    /// <summary>The comments of a line, by the word that they follow.</summary>
    private Dictionary<int, List<(bool OwnLine, string Text)>> Comments(FrameLine line)
    {
        var comments = new Dictionary<int, List<(bool OwnLine, string Text)>>();
        for (var i = line.FirstPhysical; i <= line.LastPhysical; i++)
        {
            var physical = frame.Physical[i];
            for (var t = physical.FirstToken; t < physical.FirstToken + physical.Tokens; t++)
            {
                if (frame.Tokens[t].Kind != TokenKind.Comment) continue;
                var word = physical.FirstWord + physical.Words - 1;
                if (!comments.TryGetValue(word, out var list)) comments[word] = list = [];
                list.Add((physical.Words == 0, frame.Source.Slice(frame.Tokens[t].Span).TrimEnd()));
            }
        }
        return comments;
    }

    /// <summary>A physical line without the space before and the line end after it.</summary>
    private string Stripped(int physical)
    {
        var span = frame.Source.LineSpan(physical);
        var text = frame.Source.Slice(span);
        if (physical == 0) text = text.TrimStart('\uFEFF');
        text = text.TrimStart(' ', '\t');
        return frame.Physical[physical].Kind is PhysicalLineKind.Clauses ? text : text.TrimEnd();
    }
}
