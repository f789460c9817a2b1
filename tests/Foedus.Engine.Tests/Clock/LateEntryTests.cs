using FsCheck;
using FsCheck.Fluent;
using Foedus.Charter.Binding;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Clock;

/// <summary>What the calendar brings follows from the acts that are known, in whatever order they were entered.</summary>
public sealed class LateEntryTests
{
    private const string Charter = """
        foedus 1
        charter "Late entries"
        edition 1, in force 2000-01-01
        kind town
        parties town Alder, Birch
        time
          zone "Europe/London"
          first day not counted
          last day as it falls
        art 1 "Council"
          body Council
            seats 5
            chosen by any town
            term 90 years
          deciding in Council
            needs more than half of votes cast
            abstention not counted
            quorum none
            tie lost
        art 2 "Bills"
          fact Report by Council, good or bad
          procedure Bill for bill
            opened by any town
            stage First
              before Council
              within 10 days
              extended by 5 days by Council
              on approval -> Law
              on rejection -> Lost
              on no decision when Report is good -> Second
              on no decision -> Lapsed
            stage Second
              before Council
              within 7 days
              on approval -> Law
              on rejection -> Lost
              on no decision -> Lapsed
            end Law
            end Lost
            end Lapsed
        """;

    private static readonly Day Zero = Day.Of(2024, 1, 1);

    [Fact]
    public void The_order_in_which_acts_are_entered_makes_no_difference_to_what_a_lapse_brings()
    {
        var lives =
            from extended in Gen.Choose(0, 14)
            from reported in Gen.Choose(0, 20)
            from answered in Gen.Choose(1, 30)
            from approves in Gen.Elements(true, false)
            from order in Gen.Shuffle(new[] { 0, 1, 2, 3 })
            select (extended, reported, answered, approves, order);
        Prop.ForAll(lives.ToArbitrary(), life =>
        {
            var books = new Rulebooks(FederationReader.Read([SourceText.From("late.charter", Charter)]));
            var roll = books.Roll;
            var council = roll.Add(ThingKind.Body, "Council");
            var alder = roll.Add(ThingKind.Unit, "Alder");
            var (bill, other) = (roll.Add(ThingKind.Matter, "B"), roll.Add(ThingKind.Matter, "C"));
            Act[] acts =
            [
                new Act(2, Zero + life.extended, Verb.Extends, [council]) { Object = bill },
                new Act(3, Zero + life.reported, Verb.States, [council]) { Object = bill, Sort = "Report", Text = "good" },
                new Act(4, Zero + life.answered, life.approves ? Verb.Approves : Verb.Rejects, [council]) { Object = bill },
                new Act(5, Zero + 40, Verb.Introduces, [alder]) { Object = other, Sort = "bill" },
            ];
            var introduced = new Act(1, Zero, Verb.Introduces, [alder]) { Object = bill, Sort = "bill" };
            var inTurn = Play(books, [introduced, .. acts.OrderBy(a => a.Done).ThenBy(a => a.Number)], out var verdicts);
            var entered = Play(books, [introduced, .. life.order.Select(i => acts[i])], out var others);

            // Only where every act is ruled on alike: an act may be refused because of what was known when it was entered.
            if (verdicts.Any(v => others[v.Key] != v.Value))
                return true.Label("");
            var (expected, came) = (Course(inTurn, bill), Course(entered, bill));
            return (expected == came).Label($"in turn {expected}, as entered {came}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_state_that_was_asked_about_later_days_rules_as_one_that_was_not()
    {
        var books = new Rulebooks(FederationReader.Read([SourceText.From("late.charter", Charter)]));
        var alder = books.Roll.Add(ThingKind.Unit, "Alder");
        var bill = books.Roll.Add(ThingKind.Matter, "B");
        var state = State.Opening(books);
        state = state.Record(Judge.Rule(state, new Act(1, Zero, Verb.Introduces, [alder]) { Object = bill, Sort = "bill" }));
        Assert.Equal(Verdict.Accepted, Judge.Rule(State.Opening(books), new Act(1, Zero, Verb.Introduces, [alder]) { Object = bill, Sort = "bill" }).Verdict);
        var written = state.Store.Count;
        Assert.Equal("First", Where(state, bill, Zero + 10));
        Assert.Equal("Lapsed", Where(state, bill, Zero + 11));
        Assert.Equal(written, state.Store.Count);
        var report = new Act(2, Zero + 5, Verb.States, [books.Roll.Add(ThingKind.Body, "Council")]) { Object = bill, Sort = "Report", Text = "good" };
        var after = state.Record(Judge.Rule(state, report));
        Assert.Equal("Second", Where(after, bill, Zero + 11));
        Assert.Equal("Lapsed", Where(after.AsKnownAt(1), bill, Zero + 11));
        Assert.Equal("Lapsed", Where(after, bill, Zero + 18));
    }

    private static State Play(Rulebooks books, IEnumerable<Act> acts, out Dictionary<int, Verdict> verdicts)
    {
        var state = State.Opening(books);
        verdicts = [];
        foreach (var act in acts)
        {
            var ruling = Judge.Rule(state, act);
            verdicts[act.Number] = ruling.Verdict;
            state = state.Record(ruling);
        }

        return state;
    }

    private static string Course(State state, int matter) => string.Join(' ', Enumerable.Range(0, 46).Select(i => Where(state, matter, Zero + i)));

    private static string Where(State state, int matter, Day day) => MatterStanding.Of(state, matter, day, AssumptionSet.None).Value.Name;
}
