namespace Foedus.Architecture.Tests;

/// <summary>What a charter says is read by somebody who acts on it.</summary>
public class ModelTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "Foedus.Architecture.Tests", "unread-getters.txt");

    [Fact]
    public void Every_getter_of_the_model_is_read_by_the_engine_the_command_or_a_check()
    {
        var listed = Listed();
        Rule.Holds(
            "A word of a charter that nobody reads does nothing. Use it, delete it, or list it with its reason in unread-getters.txt.",
            Unread().Where(g => !listed.ContainsKey(g)));
    }

    [Fact]
    public void The_list_of_unread_getters_names_only_such_as_are_unread()
    {
        var unread = Unread().ToHashSet(StringComparer.Ordinal);
        Rule.Holds("Take the line out of unread-getters.txt.", Listed().Keys.Where(g => !unread.Contains(g)));
    }

    [Fact]
    public void Every_unread_getter_has_its_reason() =>
        Rule.Holds("A line is `Type.Getter: the reason`.", Listed().Where(l => l.Value.Length == 0).Select(l => l.Key));

    // Where something stands is no word of it.
    private static IEnumerable<string> Unread() => ModelReads.All().Where(g => !g.Read && !g.Getter.EndsWith(".By", StringComparison.Ordinal)).Select(g => g.Getter);

    private static Dictionary<string, string> Listed() => File.ReadLines(List).Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(':', 2)).ToDictionary(l => l[0].Trim(), l => l.ElementAtOrDefault(1)?.Trim() ?? "", StringComparer.Ordinal);
}
