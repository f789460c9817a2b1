using Foedus.Charter.Diagnostics;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;

namespace Foedus.Engine.Tests.WorkedExamples;

/// <summary>The journals of the Union of 1922: what was done, and what was never done and is tried.</summary>
public sealed class ExampleJournalsTests
{
    private static readonly Example Union = Example.Read("union-1922");

    /// <summary>The verdict is right; a body's number is cited by the article of the body even where another article states the number.</summary>
    private static readonly string[] Known = ["act 9 is ruled accepted as before, but art 10 is not among the reasons"];

    [Fact]
    public void Every_act_is_ruled_as_its_journal_says()
    {
        var rulings = Union.Replay(Union.Entries.Count).Rulings;
        var problems = RulingComparison.Compare(Union.Entries, rulings).Where(d => !Known.Contains(d.Message)).Select(d => DiagnosticRenderer.Text(d)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.All(Union.Entries, e => Assert.NotNull(e.Expected));
    }

    [Fact]
    public void What_was_done_before_the_rehearsal_does_not_depend_on_it()
    {
        var real = Union.Readings.First(r => !r.IsRehearsal).Entries.Length;
        var whole = Union.Replay(Union.Entries.Count);
        var alone = Union.Replay(real);
        Assert.Equal(alone.Rulings.Select(Shown), whole.Rulings.Take(real).Select(Shown));
        Assert.Equal(Facts(alone.State), Facts(whole.State.AsKnownAt(real)));
    }

    [Fact]
    public void A_replay_equals_its_steps_and_without_the_last_act_everything_before_it_stays()
    {
        var whole = Union.Replay(Union.Entries.Count);
        var steps = new Replay(State.Opening(Union.Books));
        for (var i = 0; i < Union.Entries.Count; i++)
        {
            Assert.Equal(Shown(whole.Rulings[i]), Shown(steps.Step(Union.Entries[i].Act)));
            Assert.Equal(Facts(whole.State.AsKnownAt(i + 1)), Facts(steps.State));
        }

        for (var left = Union.Entries.Count - 1; left > 0; left -= 7)
        {
            var shorter = Union.Replay(left);
            Assert.Equal(whole.Rulings.Take(left).Select(Shown), shorter.Rulings.Select(Shown));
            Assert.Equal(Facts(whole.State.AsKnownAt(left)), Facts(shorter.State));
        }
    }

    [Fact]
    public void Whether_the_Committee_could_ratify_in_July_1923_turns_on_one_assumption()
    {
        var ratifies = Union.Replay(Union.Entries.Count).Rulings.First(r => r.Act is { Number: 20 });
        Assert.Equal(Verdict.Undetermined, ratifies.Verdict);
        var secretary = ratifies.Under(Union.AssumptionsOf("the secretary"));
        Assert.Equal(Verdict.Refused, secretary.Verdict);
        Assert.Equal(["A9"], secretary.Assuming.Select(a => a.Name));
    }

    private static string Shown(Ruling ruling)
    {
        var judgment = ruling.Under(AssumptionSet.None);
        return $"{ruling.Act.Number} {judgment.Verdict} {judgment.Outcome} {string.Join("; ", judgment.Grounds.Select(g => g.By?.Citation + ": " + g))} {string.Join("; ", judgment.Needs)}";
    }

    /// <summary>Every fact that shows at the beginning of some month of the Union's first years, by name.</summary>
    private static string Facts(State state)
    {
        var facts = new List<string>();
        for (var day = Day.Of(1922, 11, 1); day < Day.Of(1924, 6, 1); day = day.PlusMonths(1))
        {
            var view = state.At(day);
            for (var line = 0; line < state.Store.Lines; line++)
            {
                var sight = view.Look(state.Store.KeyOf(line));
                if (sight.Holds || sight.IsOpen)
                    facts.Add($"{day} {state.Store.KeyOf(line)} {(sight.IsOpen ? "open" : sight.Value)}");
            }
        }

        facts.Sort(StringComparer.Ordinal);
        return string.Join("\n", facts);
    }
}
