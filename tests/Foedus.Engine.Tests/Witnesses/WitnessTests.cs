using Foedus.Charter.Forms;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>
/// Every word of a charter acts: for every place of the table of forms there are two federations that differ in that place alone, and a ruling,
/// a number of seats, a day, a duty or an open place that differs. See <c>tests/witnesses/README.md</c>.
/// </summary>
public sealed class WitnessTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Witness.Folder, "*.witness", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_witness_proves_that_its_place_acts(string file)
    {
        var wrong = WitnessRun.All.Where(r => r.Place.StartsWith(file + ":", StringComparison.Ordinal) && !r.Faults.IsEmpty).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Select(r => r.Place + "\n" + string.Join('\n', r.Faults))));
    }

    [Fact]
    public void Every_place_of_the_table_is_witnessed_or_is_words()
    {
        var witnessed = WitnessRun.All.Where(r => r.Faults.IsEmpty).SelectMany(r => r.Slots).ToHashSet(StringComparer.Ordinal);
        var open = FormSlot.Of(FormTable.Default).Where(s => !s.IsWords && !witnessed.Contains(s.Id)).Select(s => $"{s.File}: {s.Id}").ToList();
        Assert.True(open.Count == 0, "No witness shows that these act. Write one in tests/witnesses, or mark what acts on nothing as `words` in the table:\n" + string.Join('\n', open));
    }
}
