using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Tests.WorkedExamples;

namespace Foedus.Engine.Tests.Laws;

public sealed class RemovalLawTests
{
    [Theory]
    [InlineData("union-1922")]
    [InlineData("choirs")]
    public void Removing_an_act_changes_only_what_rested_on_it(string name)
    {
        var example = Example.Read(name);
        var acts = example.Entries.Select(e => e.Act).ToList();
        var log = new ReadLog();
        var (state, whole) = Replay(State.Opening(example.Books).Noting(log), acts);
        var (untouched, changed) = (0, 0);
        for (var removed = 0; removed < acts.Count; removed++)
        {
            var rested = RestedOn(state.Store, log, removed + 1);
            var (_, without) = Replay(State.Opening(example.Books), [.. acts.Where((_, i) => i != removed)]);
            for (var i = 0; i < acts.Count; i++)
            {
                if (i == removed)
                    continue;
                var after = without[i < removed ? i : i - 1];
                if (string.Equals(after, whole[i], StringComparison.Ordinal))
                    continue;
                Assert.True(
                    rested.Contains(i + 1),
                    $"Without act {acts[removed].Number} act {acts[i].Number} is ruled otherwise, though it did not rest on it.\nWith:\n{whole[i]}\nWithout:\n{after}");
                changed++;
            }

            untouched += acts.Count - 1 - rested.Count;
        }

        Assert.True(changed > 0, "No act made a difference to another.");
        Assert.True(untouched > acts.Count, "Everything was said to rest on everything.");
    }

    /// <summary>The acts whose rulings rest on an act, directly or by way of others.</summary>
    private static HashSet<int> RestedOn(FactStore store, ReadLog log, int act)
    {
        var found = new HashSet<int>();
        var next = new Stack<int>([act]);
        while (next.TryPop(out var source))
        {
            foreach (var dependent in Dependents.OfSource(store, log, source, Day.Min, Day.Max))
            {
                if (dependent != act && found.Add(dependent))
                    next.Push(dependent);
            }
        }

        return found;
    }

    private static (State State, List<string> Rulings) Replay(State state, IReadOnlyList<Act> acts)
    {
        var rulings = new List<string>();
        foreach (var act in acts)
        {
            var ruling = Judge.Rule(state, act);
            var judgment = ruling.Under(AssumptionSet.None);
            rulings.Add(RulingWords.Of(judgment) + "\n" + string.Join('\n', Reasons.Of(judgment).Lines()));
            state = state.Record(ruling);
        }

        return (state, rulings);
    }
}
