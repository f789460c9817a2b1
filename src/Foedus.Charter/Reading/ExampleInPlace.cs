using Foedus.Charter.Forms;

namespace Foedus.Charter.Reading;

/// <summary>Sets an example of a form where it may stand: the shortest file that holds it, built from the examples of the forms above it.</summary>
public static class ExampleInPlace
{
    private const int Step = 2;

    /// <summary>The forms above a form on the shortest way from the top of a file, outermost first; empty for a form of the top.</summary>
    /// <param name="form">The form.</param>
    /// <param name="table">The table that it belongs to.</param>
    public static IReadOnlyList<Form> Above(Form form, FormTable table)
    {
        var below = new Dictionary<string, Form>(StringComparer.Ordinal);
        var open = new Queue<Form>([form]);
        while (open.TryDequeue(out var next))
        {
            if (next.Under.Contains(FormTable.File) || next.Under.Contains(FormTable.Anywhere))
            {
                var above = new List<Form>();
                for (var level = next; level != form; level = below[level.Id]) above.Add(level);
                return above;
            }
            foreach (var id in next.Under)
                if (!string.Equals(id, form.Id, StringComparison.Ordinal) && table.Form(id) is { } parent && below.TryAdd(id, next))
                    open.Enqueue(parent);
        }
        return [];
    }

    /// <summary>An example with a line for each clause above it, ending with a line end.</summary>
    /// <param name="form">The form of the example.</param>
    /// <param name="example">A clause of the form, well or badly written.</param>
    /// <param name="table">The table that the form belongs to.</param>
    public static string Text(Form form, string example, FormTable table) => Text(form, [example], table);

    /// <summary>Several examples under the same clauses.</summary>
    public static string Text(Form form, IEnumerable<string> examples, FormTable table)
    {
        var above = Above(form, table);
        var lines = above.Select((level, depth) => new string(' ', Step * depth) + level.Good.FirstOrDefault(level.Keyword));
        return string.Concat(lines.Concat(examples.Select(example => new string(' ', Step * above.Count) + example)).Select(line => line + "\n"));
    }
}
