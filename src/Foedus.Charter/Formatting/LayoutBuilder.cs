using Foedus.Charter.Syntax;

namespace Foedus.Charter.Formatting;

/// <summary>Finds for every line, comment and empty line of a file where it belongs, so that nothing is lost when lines move.</summary>
internal sealed class LayoutBuilder(FrameTree frame)
{
    private readonly LayoutNode root = new(LayoutKind.Blank, null, -1);
    private readonly List<LayoutNode> open = [];
    private readonly List<int> comments = [];
    private readonly HashSet<int> blankBefore = [];
    private bool blank;

    public List<LayoutNode> Build()
    {
        var next = 0;
        for (var i = 0; i < frame.Physical.Length; i++)
        {
            switch (frame.Physical[i].Kind)
            {
                case PhysicalLineKind.Blank:
                    blank = true;
                    break;
                case PhysicalLineKind.Comment:
                    if (blank) blankBefore.Add(i);
                    blank = false;
                    comments.Add(i);
                    break;
                case PhysicalLineKind.Quotation when frame.HomelessQuotations.Contains(i):
                    PlaceComments(-1, 0);
                    root.Children.Add(new LayoutNode(LayoutKind.Quotation, null, i));
                    blank = false;
                    break;
                case PhysicalLineKind.Quotation:
                    blank = false;
                    break;
                default:
                    var line = frame.Lines[next++];
                    PlaceComments(line.Indent, line.Depth);
                    Place(line);
                    i = line.LastPhysical;
                    break;
            }
        }
        PlaceComments(0, 0);
        return root.Children;
    }

    private void Place(FrameLine line)
    {
        Close(line.Depth);
        var siblings = At(line.Depth).Children;
        if (blank) siblings.Add(new LayoutNode(LayoutKind.Blank, null, -1));
        blank = false;
        var node = new LayoutNode(LayoutKind.Line, line, line.FirstPhysical);
        siblings.Add(node);
        if (line.Clauses.Count > 0) open.Add(node);
    }

    /// <summary>Comments belong with the line after them, or, if they are indented deeper than it, to the end of the lines before them.</summary>
    private void PlaceComments(int nextIndent, int nextDepth)
    {
        foreach (var comment in comments)
        {
            var indent = frame.Physical[comment].Indent;
            var depth = nextDepth;
            if (indent > nextIndent)
            {
                depth = 0;
                while (depth < open.Count && open[depth].Line!.Indent < indent) depth++;
                depth = Math.Max(depth, Math.Min(nextDepth, open.Count));
            }
            var siblings = At(Math.Min(depth, open.Count)).Children;
            if (blankBefore.Contains(comment)) siblings.Add(new LayoutNode(LayoutKind.Blank, null, -1));
            siblings.Add(new LayoutNode(LayoutKind.Comment, null, comment));
        }
        comments.Clear();
    }

    private void Close(int depth)
    {
        if (open.Count > depth) open.RemoveRange(depth, open.Count - depth);
    }

    private LayoutNode At(int depth) => depth == 0 ? root : open[depth - 1];
}
