using System.Globalization;
using System.Text;
using Foedus.Charter.Binding;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Snapshots;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Clock;

/// <summary>Chains of lapses run from their true days, however long they are and however far ahead somebody asks.</summary>
public sealed class ChainTests
{
    private static readonly Day Zero = Day.Of(2024, 1, 1);

    [Fact]
    public void A_line_of_three_thousand_stages_is_followed_to_every_one_of_them()
    {
        var life = new Life(Stages(3000, ring: false));
        for (var day = 1; day < 3000; day += 271)
            Assert.Equal("S" + day.ToString(CultureInfo.InvariantCulture), life.Where(life.State, Zero + day));
        Assert.Equal("S2999", life.Where(life.State, Zero + 2999));
        Assert.Equal("Lapsed", life.Where(life.State, Zero + 3000));
        Assert.Equal("Lapsed", life.Where(life.State, Zero + 400_000));
    }

    [Fact]
    public void A_ring_is_where_it_comes_round_to_a_thousand_years_ahead()
    {
        var life = new Life(Stages(7, ring: true, within: "1 month"));
        var far = Zero.PlusMonths(12_000);
        Assert.Equal("S" + (12_000 % 7).ToString(CultureInfo.InvariantCulture), life.Where(life.State, far));
        Assert.Equal("S" + (11_999 % 7).ToString(CultureInfo.InvariantCulture), life.Where(life.State, far - 1));
    }

    [Fact]
    public void A_question_far_ahead_changes_no_byte()
    {
        var life = new Life(Stages(7, ring: true));
        var before = life.Bytes();
        for (var day = 5; day < 3000; day += 411)
            Assert.Equal("S" + (day % 7).ToString(CultureInfo.InvariantCulture), life.Where(life.State, Zero + day));
        Assert.Equal(before, life.Bytes());
    }

    [Fact]
    public void What_would_follow_is_told_in_a_branch_and_changes_no_byte()
    {
        var life = new Life(Stages(7, ring: true));
        var before = life.Bytes();
        var branch = life.State.Branch();
        branch = branch.Record(Judge.Rule(branch, life.Approval(2, 100)));
        var other = new Act(3, Zero + 101, Verb.Introduces, [life.Alder]) { Object = branch.Roll.Add(ThingKind.Matter, "another"), Sort = "bill" };
        branch = branch.Record(Judge.Rule(branch, other));
        var ended = life.Where(branch, Zero + 500);
        Assert.Equal("Law", ended);
        Assert.Equal(before, life.Bytes());
        Assert.Equal("S3", life.Where(life.State, Zero + 500));
    }

    [Fact]
    public void An_act_long_after_meets_the_stage_of_its_day_and_what_was_known_before_stays_known()
    {
        var life = new Life(Stages(7, ring: true));
        for (var number = 2; number < 20; number++)
        {
            // Each is of a stage that the matter has reached by then: it is extended by a day, which moves all that follows.
            var known = life.State.Known;
            var extension = new Act(number, Zero + (100 * number), Verb.Extends, [life.Council]) { Object = life.Bill };
            var ruling = Judge.Rule(life.State, extension);
            Assert.Equal(Verdict.Accepted, ruling.Verdict);
            life.State = life.State.Record(ruling);
            for (var before = 1; before <= known; before += 9)
            {
                var moved = before - 1;
                var day = Zero + 2500;
                Assert.Equal("S" + ((2500 - moved) % 7).ToString(CultureInfo.InvariantCulture), life.Where(life.State.AsKnownAt(before), day));
            }
        }

        var approval = life.Approval(20, 3000);
        Assert.Equal(Verdict.Accepted, Judge.Rule(life.State, approval).Verdict);
        life.State = life.State.Record(Judge.Rule(life.State, approval));
        Assert.Equal("Law", life.Where(life.State, Zero + 100_000));
        Assert.Equal("S" + ((3000 - 18) % 7).ToString(CultureInfo.InvariantCulture), life.Where(life.State.AsKnownAt(19), Zero + 3000));
    }

    [Fact]
    public void A_state_that_was_asked_far_ahead_goes_on_as_one_that_was_not()
    {
        var (asked, other) = (new Life(Stages(7, ring: true)), new Life(Stages(7, ring: true)));
        for (var number = 2; number < 12; number++)
        {
            asked.Where(asked.State, Zero + (300 * number));
            var act = new Act(number, Zero + (100 * number), Verb.Extends, [asked.Council]) { Object = asked.Bill };
            asked.State = asked.State.Record(Judge.Rule(asked.State, act));
            var replay = new Replay(other.State);
            replay.Step(act);
            other.State = replay.State;
            Assert.Equal(asked.Bytes(), other.Bytes());
        }
    }

    [Fact]
    public void When_a_long_chain_falls_with_its_beginning_and_returns_all_of_it_does()
    {
        var life = new Life(Stages(7, ring: true));
        life.Do(new Act(2, Zero + 3000, Verb.Introduces, [life.Alder]) { Object = life.Books.Roll.Add(ThingKind.Matter, "another"), Sort = "bill" });
        Assert.Equal("S2", life.Where(life.State, Zero + 2851));
        var late = new Act(3, Zero + 3, Verb.Extends, [life.Council]) { Object = life.Bill };
        life.Do(late);
        Assert.Equal("S1", life.Where(life.State, Zero + 2851));
        Assert.Equal("S2", life.Where(life.State.AsKnownAt(2), Zero + 2851));
        Assert.Equal("S0", life.Where(life.State, Zero + 3011));
    }

    private static string Stages(int count, bool ring, string within = "1 day")
    {
        var text = new StringBuilder("""
            foedus 1
            charter "Chains"
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
              procedure Bill for bill
                opened by any town

            """);
        for (var i = 0; i < count; i++)
        {
            var next = i + 1 < count ? "S" + (i + 1).ToString(CultureInfo.InvariantCulture) : ring ? "S0" : "Lapsed";
            text.Append(CultureInfo.InvariantCulture, $"""
                    stage S{i}
                      before Council
                      within {within}
                      extended by 1 day by Council
                      on approval -> Law
                      on rejection -> Lost
                      on no decision -> {next}

                """);
        }

        return text.Append("""
                end Law
                end Lost
                end Lapsed
            """).ToString();
    }

    private sealed class Life
    {
        public Life(string charter)
        {
            Books = new Rulebooks(FederationReader.Read([SourceText.From("chains.charter", charter)]));
            Reader = new ActReader(Books);
            Council = Books.Roll.Add(ThingKind.Body, "Council");
            Alder = Books.Roll.Add(ThingKind.Unit, "Alder");
            Bill = Books.Roll.Add(ThingKind.Matter, "B");
            State = State.Opening(Books);
            Do(new Act(1, Zero - 1, Verb.Introduces, [Alder]) { Object = Bill, Sort = "bill" });
        }

        public Rulebooks Books { get; }

        public ActReader Reader { get; }

        public int Council { get; }

        public int Alder { get; }

        public int Bill { get; }

        public State State { get; set; }

        public Act Approval(int number, int day) => new(number, Zero + day, Verb.Approves, [Council]) { Object = Bill };

        public void Do(Act act) => State = State.Record(Judge.Rule(State, act));

        public string Where(State state, Day day) => MatterStanding.Of(state, Bill, day, AssumptionSet.None).Value.Name;

        public byte[] Bytes()
        {
            using var bytes = new MemoryStream();
            new StateSnapshot(State, Reader).Write(bytes, []);
            return bytes.ToArray();
        }
    }
}
