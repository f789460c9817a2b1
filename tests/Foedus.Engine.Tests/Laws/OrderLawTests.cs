using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Tests.Laws;

/// <summary>What the order of the ledger may bring about, and what it may not; over the acts of every case.</summary>
public sealed class OrderLawTests
{
    public static TheoryData<string> Folders => PowerLawTests.Folders;

    [Theory, MemberData(nameof(Folders))]
    public void No_act_in_any_order_throws_and_each_has_its_ruling(string folder)
    {
        var random = new Random(folder.Length);
        foreach (var (books, read) in Lives(folder))
        {
            for (var round = 0; round < 3; round++)
            {
                var acts = read.ToArray();
                if (round > 0)
                    random.Shuffle(acts);

                // Some are entered with the day of another, and some twice.
                for (var i = 0; i < acts.Length; i += 3)
                    acts[i] = acts[i] with { Done = acts[random.Next(acts.Length)].Done };
                acts = [.. acts, .. acts.Take(2)];
                var rulings = Rulings(books, acts);
                Assert.All(rulings, r => Assert.NotEmpty(r.Branches));
                Assert.Equal(acts.Length, rulings.Count);
            }
        }
    }

    /// <summary>
    /// Two acts of one doer on one day, about different things, of which neither is ruled on otherwise for the other: whichever is recorded first,
    /// every act after them is ruled on alike.
    /// </summary>
    [Theory, MemberData(nameof(Folders))]
    public void No_verdict_turns_on_which_of_two_independent_acts_of_a_day_is_recorded_first(string folder)
    {
        // A vote without a quorum and one with it, of one sitting, are a first call and its end, and so not independent.
        var calls = PowerLawTests.Read(folder).Editions.Any(edition => edition.Rules.Any(rule => rule.SecondCall is not null));
        foreach (var (books, acts) in Lives(folder))
        {
            for (var i = 0; i + 2 < acts.Length; i++)
            {
                // What one does may be about what the other did, without naming it; what one doer does about different things is not.
                var (first, second) = (acts[i], acts[i + 1] with { Done = acts[i].Done });
                if (!first.By.AsSpan().SequenceEqual(second.By.AsSpan()) || ShareAThing(first, second)
                    || (calls && first.Verb is Verb.Votes && second.Verb is Verb.Votes)
                    || first.Verb is Verb.Starts or Verb.Elects or Verb.Appoints || second.Verb is Verb.Starts or Verb.Elects or Verb.Appoints)
                    continue;
                var one = Rulings(books, [.. acts.Take(i), first, second, .. acts.Skip(i + 2)]);
                var other = Rulings(books, [.. acts.Take(i), second, first, .. acts.Skip(i + 2)]);
                if (Shown(one[i]) != Shown(other[i + 1]) || Shown(one[i + 1]) != Shown(other[i]))
                    continue;
                for (var later = i + 2; later < acts.Length; later++)
                {
                    Assert.True(
                        Shown(one[later]) == Shown(other[later]),
                        $"Act {acts[later].Number} is ruled on otherwise if act {second.Number} is recorded before act {first.Number}.\n{Shown(one[later])}\n{Shown(other[later])}");
                }
            }
        }
    }

    /// <summary>Acts about one thing are not independent, nor are choices, which may be of the last place.</summary>
    private static bool ShareAThing(Act first, Act second) => first.Object < 0 || second.Object < 0 || Things(first).Intersect(Things(second)).Any();

    private static IEnumerable<int> Things(Act act) => new[] { act.Object, act.Other }.Where(t => t >= 0);

    private static List<Ruling> Rulings(Rulebooks books, IEnumerable<Act> acts)
    {
        var state = State.Opening(books);
        var rulings = new List<Ruling>();
        foreach (var act in acts)
        {
            rulings.Add(Judge.Rule(state, act));
            state = state.Record(rulings[^1]);
        }

        return rulings;
    }

    private static string Shown(Ruling ruling)
    {
        var judgment = ruling.Under(AssumptionSet.None);
        return $"{judgment.Verdict} {judgment.Outcome}";
    }

    /// <summary>The acts of each case of a folder, with the rules by which they were read.</summary>
    private static IEnumerable<(Rulebooks Books, ImmutableArray<Act> Acts)> Lives(string folder)
    {
        var federation = PowerLawTests.Read(folder);
        if (federation.Editions.IsEmpty)
            yield break;
        foreach (var text in federation.Cases.Where(c => c.Clause.Child("after-act") is null))
        {
            var books = new Rulebooks(federation);
            ImmutableArray<Foedus.Charter.Syntax.ClauseSyntax> clauses = [.. text.Clause.Children.Where(c => c.Is("start") || c.Is("given"))];
            ImmutableArray<Act> acts = [.. new ActReader(books).ReadGivens(clauses, 1, Day.From(federation.Editions[0].From), 0)];
            if (acts.Length > 1)
                yield return (books, acts);
        }
    }
}
