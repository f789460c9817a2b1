using System.Collections.Immutable;

namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>
/// What a place does in one setting it does in the others: every witness that suits one is run in it and has to show the same. Those
/// that rightly show something else are listed with the reason in <c>tests/witnesses/exceptions</c>.
/// </summary>
public sealed class SettingTests
{
    public static TheoryData<string> Names => [.. Setting.All.Select(s => s.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_witness_shows_the_same_in_each_setting_that_suits_it(string name)
    {
        var setting = Setting.All.Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));
        var excepted = Exceptions(name);
        ImmutableArray<(string Place, ImmutableArray<string> Faults)> runs = [.. Witness.All().AsParallel().AsOrdered()
            .Select(w => (w.Name, Faults: WitnessRun.In(setting, w))).Where(r => r.Faults is not null).Select(r => (r.Name, r.Faults!.Value))];
        var wrong = runs.Where(r => !r.Faults.IsEmpty && !excepted.Contains(r.Place)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {runs.Length}:\n" + string.Join("\n\n", wrong.Select(r => r.Place + "\n" + string.Join('\n', r.Faults))));
        var right = excepted.Except(runs.Where(r => !r.Faults.IsEmpty).Select(r => r.Place), StringComparer.Ordinal).ToList();
        Assert.True(right.Count == 0, $"tests/witnesses/exceptions/{name}: these show the same, or are no witnesses that suit the setting:\n" + string.Join('\n', right));
        Assert.True(runs.Length >= 25, $"{runs.Length} witnesses suit the setting");
    }

    /// <summary>The witnesses that rightly show something else: lines with a space before them, beneath the reason.</summary>
    private static HashSet<string> Exceptions(string name)
    {
        var file = Path.Combine(Witness.Folder, "exceptions", name);
        return File.Exists(file) ? [.. File.ReadLines(file).Where(l => l.StartsWith(' ')).Select(l => l.Trim())] : [];
    }
}
