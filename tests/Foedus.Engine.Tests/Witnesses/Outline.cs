using Foedus.Charter.Forms;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>A text as its lines stand beneath one another.</summary>
internal sealed class Outline(string text, IEnumerable<Outline>? beneath = null)
{
    private static readonly char[] Space = [' ', ':'];

    /// <summary>The line, without the space before it.</summary>
    public string Text { get; private set; } = text;

    /// <summary>The lines beneath it.</summary>
    public List<Outline> Children { get; private set; } = [.. beneath ?? []];

    /// <summary>Reads lines; a line further to the right stands beneath the one before. Empty lines and remarks are left out.</summary>
    public static List<Outline> Read(IEnumerable<string> lines)
    {
        var root = new Outline("");
        var open = new Stack<(int Indent, Outline Line)>();
        open.Push((-1, root));
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            var indent = line.Length - line.TrimStart().Length;
            while (open.Peek().Indent >= indent)
                open.Pop();
            var made = new Outline(text);
            open.Peek().Line.Children.Add(made);
            open.Push((indent, made));
        }

        return root.Children;
    }

    /// <summary>The same lines beneath another one.</summary>
    public Outline Renamed(string wanted) => new(wanted, Children);

    /// <summary>All lines beneath this one and beneath those.</summary>
    public IEnumerable<Outline> All() => Children.SelectMany(c => c.All().Prepend(c));

    /// <summary>The lines as text.</summary>
    public static string Write(IEnumerable<Outline> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines)
            line.Write(text, 0);
        return text.ToString();
    }

    /// <summary>A copy.</summary>
    public Outline Copy() => new(Text, Children.Select(c => c.Copy()));

    /// <summary>
    /// Lays lines over a charter. A line that stands there already is where its own lines go; a line <c>- text</c> takes a line away; a clause
    /// that may be said only once replaces the one that is there; anything else is added. What may stand only in an article goes into the last.
    /// </summary>
    public static void Lay(List<Outline> charter, IEnumerable<Outline> lines)
    {
        foreach (var line in lines)
        {
            var wanted = line.Text.StartsWith("- ", StringComparison.Ordinal) ? line.Text[2..] : line.Text;
            if (Below(charter, wanted, FormTable.File) is { } there)
                Lay(there.Among, there.Parent, line);
            else if (FormOf(line.Text, FormTable.File) is not null)
                Lay(charter, FormTable.File, line);
            else
                Lay(charter.FindLast(l => FormOf(l.Text, FormTable.File) is { Id: "art" })!.Children, "art", line);
        }
    }

    private static void Lay(List<Outline> among, string parent, Outline line)
    {
        if (line.Text.StartsWith("- ", StringComparison.Ordinal))
        {
            Assert.True(among.RemoveAll(l => string.Equals(l.Text, line.Text[2..], StringComparison.Ordinal)) == 1, $"`{line.Text}`: the line is not there");
            return;
        }

        var form = FormOf(line.Text, parent);
        if (among.Find(l => string.Equals(l.Text, line.Text, StringComparison.Ordinal)) is { } same)
        {
            foreach (var child in line.Children)
                Lay(same.Children, form?.Id ?? "", child);
        }
        else if (form is { Many: false } && among.Find(l => FormOf(l.Text, parent) == form) is { } other)
        {
            other.Text = line.Text;
            other.Children = [.. line.Children.Select(c => c.Copy())];
        }
        else
        {
            among.Add(line.Copy());
        }
    }

    private static (List<Outline> Among, string Parent)? Below(List<Outline> among, string text, string parent)
    {
        if (among.Exists(l => string.Equals(l.Text, text, StringComparison.Ordinal)))
            return (among, parent);
        foreach (var line in among)
        {
            if (FormOf(line.Text, parent) is { } form && Below(line.Children, text, form.Id) is { } found)
                return found;
        }

        return null;
    }

    private static Form? FormOf(string text, string parent) => FormTable.Default.Under(parent)
        .Where(f => text.StartsWith(f.Keyword, StringComparison.Ordinal) && (text.Length == f.Keyword.Length || Space.Contains(text[f.Keyword.Length])))
        .MaxBy(f => f.Keyword.Length);

    private void Write(System.Text.StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(Text).Append('\n');
        foreach (var child in Children)
            child.Write(text, depth + 1);
    }
}
