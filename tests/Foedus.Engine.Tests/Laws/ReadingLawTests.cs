using System.Globalization;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Tests.WorkedExamples;

namespace Foedus.Engine.Tests.Laws;

public sealed class ReadingLawTests
{
    [Theory]
    [InlineData("union-1922")]
    [InlineData("choirs")]
    public void A_judgement_under_one_reading_is_that_branch_of_all_readings(string name)
    {
        var example = Example.Read(name);
        var state = State.Opening(example.Books);
        var compared = 0;
        foreach (var entry in example.Entries)
        {
            var ruling = Judge.Rule(state, entry.Act);
            foreach (var branch in ruling.Branches.Where(b => !b.Readings.IsEmpty))
            {
                var fixedReadings = Assumptions.None;
                foreach (var (silence, reading) in branch.Readings)
                    fixedReadings = fixedReadings.With(silence, reading);
                var alone = Assert.Single(Judge.RuleUnder(state, entry.Act, fixedReadings).Branches);
                Assert.Equal(branch.Verdict, alone.Verdict);
                Assert.Equal(branch.Outcome, alone.Outcome);
                Assert.Equal(branch.Destination, alone.Destination);
                Assert.Equal(branch.Effects.AsEnumerable(), alone.Effects);
                Assert.Equal(branch.Grounds.Select(g => g.ToString()), alone.Grounds.Select(g => g.ToString()));
                compared++;
            }

            state = state.Record(ruling);
        }

        Assert.True(compared > 0, "No act of the example met a silence.");
    }

    [Theory]
    [InlineData("union-1922")]
    [InlineData("choirs")]
    public void A_verdict_without_assumptions_is_the_one_that_all_branches_share(string name)
    {
        var example = Example.Read(name);
        var state = State.Opening(example.Books);
        foreach (var entry in example.Entries)
        {
            var ruling = Judge.Rule(state, entry.Act);
            var verdicts = ruling.Branches.Select(b => (b.Verdict, b.Outcome, b.Destination)).Distinct().ToList();
            Assert.Equal(verdicts.Count == 1 ? verdicts[0].Verdict : Verdict.Undetermined, ruling.Verdict);
            state = state.Record(ruling);
        }
    }

    [Fact]
    public void Ruling_twice_gives_the_same_and_changes_nothing()
    {
        var example = Example.Read("union-1922");
        var state = State.Opening(example.Books);
        foreach (var entry in example.Entries)
        {
            var before = (state.Store.Count, state.Known);
            var first = Judge.Rule(state, entry.Act);
            var second = Judge.Rule(state, entry.Act);
            Assert.Equal(before, (state.Store.Count, state.Known));
            Assert.Equal(Text(first), Text(second));
            state = state.Record(first);
        }
    }

    private static string Text(Ruling ruling) => string.Join(
        '\n', ruling.Branches.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Verdict} {b.Outcome} {b.Destination} {string.Join("; ", b.Grounds)}")));
}
