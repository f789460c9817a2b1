using FsCheck;
using FsCheck.Fluent;
using Foedus.Charter.Binding;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Tests.WorkedExamples;
using Foedus.Engine.Things;
using Outcome = Foedus.Engine.Judging.Outcome;

namespace Foedus.Engine.Tests.Laws;

/// <summary>Doing what a ruling lists as needed makes the act accepted, and one step less does not.</summary>
public sealed class NeedLawTests
{
    private const string Charter = """
        foedus 1
        charter "Needs"
        edition 1, in force 2000-01-01
        kind town
        parties town Alder, Birch, Cedar, Dogwood, Elm
        art 1 body Assembly: seats 40 per town; chosen by each town; term 4 years
        art 2 deciding in Assembly: needs more than half of votes cast; needs at least a third of members; quorum at least 60 members; abstention not counted; tie lost
        art 3 about Assembly
          session extraordinary
            convened by Assembly on demand of at least 3 towns
        """;

    private static readonly Rulebooks Books = new(FederationReader.Read([SourceText.From("needs.charter", Charter)]));

    [Fact]
    public void An_equal_vote_that_is_also_too_small_says_what_else_is_wanting()
    {
        var judgment = Vote(45, 45);
        Assert.Equal(Outcome.Lost, judgment.Outcome);
        Assert.Contains("22 more votes in favour", judgment.Needs.Select(n => n.Text));
    }

    [Fact]
    public void So_many_more_votes_in_favour_carry_a_lost_vote_and_one_fewer_does_not()
    {
        var tallies = Gen.Choose(0, 120).SelectMany(f => Gen.Choose(0, 80).Select(a => (For: f, Against: a)));
        Prop.ForAll(tallies.ToArbitrary(), t => Holds(t.For, t.Against)).QuickCheckThrowOnFailure();

        static bool Holds(int inFavour, int against)
        {
            var judgment = Vote(inFavour, against);
            if (judgment.Outcome is not Outcome.Lost)
                return true;

            // Each need is for one test; all have to be met, by voters who change sides.
            var more = judgment.Needs.Max(n => int.Parse(n.Text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
            if (more > against)
                return true;
            return Vote(inFavour + more, against - more).Outcome == Outcome.Carried;
        }
    }

    [Theory]
    [InlineData(1, "2 more towns")]
    [InlineData(2, "1 more town")]
    public void A_demand_that_falls_short_says_how_many_more_and_so_many_suffice(int demanding, string need)
    {
        string[] towns = ["Alder", "Birch", "Cedar"];
        var judgment = Demand(towns[..demanding]);
        Assert.Equal(Verdict.Refused, judgment.Verdict);
        Assert.Equal(need, Assert.Single(judgment.Needs).Text);
        Assert.Equal(Verdict.Accepted, Demand(towns).Verdict);
    }

    [Fact]
    public void A_suspension_refused_for_want_of_findings_is_accepted_once_they_are_made()
    {
        var example = Example.Read("union-1922");
        var roll = example.Books.Roll;
        var day = Day.Of(1923, 8, 1);
        var council = roll.Add(ThingKind.Body, "Council");
        var finance = roll.Add(ThingKind.Office, "Finance", council);
        var presidium = roll.Add(ThingKind.Body, "Presidium", roll.Add(ThingKind.Unit, "Ukraine"));
        var order = roll.Add(ThingKind.Instrument, "O-of-the-law");
        var secretary = new AssumptionSet(example.Federation.Assumptions.Where(a => a.Name is "A29"));
        var state = State.Opening(example.Books);
        Record(new Act(1, day, Verb.Issues, [finance]) { Object = order, Sort = "order" });
        var suspends = new Act(2, day, Verb.Suspends, [presidium]) { Object = order };
        var refused = Judge.Rule(state, suspends).Under(secretary);
        Assert.Equal(Verdict.Refused, refused.Verdict);
        var findings = refused.Needs.Where(n => n.Text.StartsWith("finding: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, findings.Count);
        foreach (var finding in findings)
            Record(new Act(3, day, Verb.Finds, [presidium]) { Object = order, Text = finding.Text["finding: ".Length..] });
        Assert.Equal(Verdict.Accepted, Judge.Rule(state, suspends).Under(secretary).Verdict);

        void Record(Act act) => state = state.Record(Judge.Rule(state, act));
    }

    private static Judgment Vote(int inFavour, int against)
    {
        var act = new Act(1, Day.Of(2001, 1, 1), Verb.Votes, [Books.Roll.Add(ThingKind.Body, "Assembly")])
        {
            Object = Books.Roll.Add(ThingKind.Matter, "M"),
            Tallies = [new Tally(Side.For, inFavour, [], false), new Tally(Side.Against, against, [], false)],
        };
        return Judge.Rule(State.Opening(Books), act).Under(AssumptionSet.None);
    }

    private static Judgment Demand(string[] towns)
    {
        var act = new Act(1, Day.Of(2001, 1, 1), Verb.DemandsSession, [.. towns.Select(t => Books.Roll.Add(ThingKind.Unit, t))])
        {
            Object = Books.Roll.Add(ThingKind.Body, "Assembly"),
            Sort = "extraordinary",
        };
        return Judge.Rule(State.Opening(Books), act).Under(AssumptionSet.None);
    }
}
