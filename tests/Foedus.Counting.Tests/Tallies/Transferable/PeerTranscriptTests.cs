using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>
/// Votes of every candidate at the end of every round of six wards, as two other programs count them: the Scottish rules and the
/// reference rule of Meek by droop 0.14 (J. Lundell), ERS97 by OpenSTV 1.6 (J. O'Neill), which was checked against the Electoral
/// Reform Society's eSTV. When the rules were written, droop agreed in every round of all its own reference transcripts by the
/// Scottish rules (30 elections), the reference rule of Meek (7) and exact Gregory (4, but for the order of equal surpluses), and
/// OpenSTV in every batch of 80 elections by ERS97.
/// </summary>
public class PeerTranscriptTests
{
    public static TheoryData<string, string> Counts => [.. All().Select(count => (count.Ward, count.Rule))];

    [Theory, MemberData(nameof(Counts))]
    public void Every_round_agrees_with_the_other_program(string ward, string rule)
    {
        var rounds = All().Single(count => count.Ward == ward && count.Rule == rule).Rounds;
        var tallied = Assert.IsType<Tallied>(TallyRules.Find(rule)!.Run(ScottishWard.Of(ward).Contest));
        Assert.Equal(rounds.Count, tallied.Rounds.Length);
        for (var r = 0; r < rounds.Count; r++)
            Assert.Equal(rounds[r], tallied.Rounds[r].Rows.Where(row => row.Candidate is not null).Select(row => row.Cells[0]!.Value));
    }

    private static List<(string Ward, string Rule, List<Ratio[]> Rounds)> All()
    {
        using var stream = typeof(PeerTranscriptTests).Assembly.GetManifestResourceStream("count-transcripts.txt")!;
        using var reader = new StreamReader(stream);
        var counts = new List<(string, string, List<Ratio[]>)>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (line[0] != ' ') counts.Add((words[0], words[1], []));
            else counts[^1].Item3.Add([.. words.Select(Ratio.Parse)]);
        }

        return counts;
    }
}
