using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Standing;
using Foedus.Engine.Tests.Cases;

namespace Foedus.Engine.Tests.Standing;

public sealed class StandingTests
{
    private static readonly Day Later = Day.Of(2001, 3, 1);

    [Fact]
    public void A_matter_waits_for_those_before_whom_it_is_and_for_nobody_once_it_has_ended()
    {
        var (state, reader) = After("act 1 2001-02-01 Ashland introduces B1, law");
        var bill = reader.Find("B1");
        Assert.Equal(["Council"], MatterStanding.WaitsFor(state, bill, Later).Select(p => p.Words));
        Assert.Equal(Day.Of(2001, 5, 1), MatterStanding.Due(state, bill, Later, AssumptionSet.None).Value);
        var place = MatterStanding.Of(state, bill, Later, AssumptionSet.None);
        Assert.Equal(("Reading", false), (place.Value.Name, place.Value.IsEnd));
        Assert.Contains(place.Grounds, g => g.By?.Citation == "art 9");

        (state, reader) = After("act 1 2001-02-01 Ashland introduces B1, law\nact 2 2001-02-02 Council votes on B1, for 5, against 1");
        Assert.Empty(MatterStanding.WaitsFor(state, reader.Find("B1"), Later));
        Assert.Null(MatterStanding.Due(state, reader.Find("B1"), Later, AssumptionSet.None).Value);
        Assert.True(MatterStanding.Of(state, reader.Find("B1"), Later, AssumptionSet.None).Value.IsEnd);
    }

    [Fact]
    public void The_past_stays_as_it_was_before_a_later_act()
    {
        var (state, reader) = After("act 1 2001-02-01 Council issues X1, decree\nact 2 2001-02-10 Council repeals X1");
        var decree = reader.Find("X1");
        Assert.Equal(InstrumentState.NotIssued, At(state, decree, Day.Of(2001, 1, 31)));
        Assert.Equal(InstrumentState.InForce, At(state, decree, Day.Of(2001, 2, 9)));
        Assert.Equal(InstrumentState.Repealed, At(state, decree, Day.Of(2001, 2, 10)));
        Assert.Equal(InstrumentState.InForce, At(state.AsKnownAt(1), decree, Day.Of(2001, 2, 10)));
    }

    [Fact]
    public void What_turns_on_a_silence_names_it_and_an_assumption_settles_it()
    {
        var (state, reader) = After("act 1 2001-02-01 Council issues X1, decree\nact 2 2001-02-02 Council publishes X1 in fr");
        var open = InstrumentStanding.Of(state, reader.Find("X1"), Later, AssumptionSet.None);
        Assert.False(open.IsDetermined);
        Assert.Equal([InstrumentState.InForce, InstrumentState.NotInForce], open.Possible.Order());
        Assert.Equal(["art 5 if a language is missing"], open.Turns.Select(s => s.Address));
        Assert.Equal(["art 5 if a language is missing"], open.Needs.Select(n => n.Text));

        var all = new AssumptionSet(state.Books.Federation.Assumptions);
        var settled = InstrumentStanding.Of(state, reader.Find("X1"), Later, all);
        Assert.Equal((true, InstrumentState.InForce), (settled.IsDetermined, settled.Value));
        Assert.Equal(["A1"], settled.Assuming.Select(a => a.Name));
        Assert.Equal("de", PublicationStanding.Of(state, reader.Find("X1"), Later, all).Value);
    }

    [Fact]
    public void An_annulled_act_has_no_force_from_its_annulment_or_from_the_start_as_the_effect_is_read()
    {
        var (state, reader) = After("act 1 2001-02-01 Council issues X1, decree\nact 2 2001-02-05 Ashland appeals X1 to Court\nact 3 2001-02-10 Court annuls X1");
        var decree = reader.Find("X1");
        var answer = InstrumentStanding.Of(state, decree, Later, AssumptionSet.None);
        Assert.Equal([InstrumentState.Annulled, InstrumentState.Void], answer.Possible.Order());
        var before = InstrumentStanding.Of(state, decree, Day.Of(2001, 2, 9), AssumptionSet.None);
        Assert.Equal([InstrumentState.InForce, InstrumentState.Void], before.Possible.Order());
    }

    [Fact]
    public void An_office_has_holders_and_as_many_as_the_charter_says()
    {
        var (state, reader) = After("act 1 2001-02-01 Council elects Petrov as President");
        var office = reader.Find("President");
        Assert.Equal(["Petrov"], OfficeStanding.Holders(state, office, Later).Select(h => state.Roll.NameOf(h)));
        Assert.Null(OfficeStanding.Class(state, office, "Posts", Later));
        var declared = OfficeStanding.Named(state.Books[0], "President")!;
        Assert.Equal([1, 3], OfficeStanding.Number(state, declared, Later, AssumptionSet.None).Possible.Order());
        Assert.Empty(OfficeStanding.Superiors(declared));
        Assert.Null(OfficeStanding.Named(state.Books[0], "Nobody"));
    }

    [Fact]
    public void Duties_are_listed_once_they_have_arisen()
    {
        var (before, _) = After("act 1 2001-02-01 Council issues X1, decree");
        Assert.Empty(DutyStanding.All(before));
        var (state, _) = After("act 1 2001-02-01 Council issues X1, decree\nact 2 2001-02-02 Ashland suspends X1");
        Assert.Equal(["Notice"], DutyStanding.All(state).Select(d => state.Roll[d].Name));
        Assert.Empty(DutyStanding.All(state.AsKnownAt(1)));
        Assert.Equal(DutyStands.Open, DutyStanding.Of(state, "Notice", Day.Of(2001, 2, 3), AssumptionSet.None).Value);
        Assert.Equal(DutyStands.Missed, DutyStanding.Of(state, "Notice", Later, AssumptionSet.None).Value);
        Assert.Equal(DutyStands.NotArisen, DutyStanding.Of(state, "Notice", Day.Of(2001, 2, 1), AssumptionSet.None).Value);
    }

    private static InstrumentState At(State state, int thing, Day day) => InstrumentStanding.Of(state, thing, day, AssumptionSet.None).Value;

    private static (State State, ActReader Reader) After(string acts)
    {
        var books = new Rulebooks(League.With(journal: ""));
        var tree = SyntaxTree.Parse(SourceText.From("t.journal", "foedus 1\njournal \"T\" of \"League\"\n" + acts + "\n"));
        Assert.Empty(tree.Diagnostics);
        var reader = new ActReader(books);
        var replayed = Replay.Of(books, reader.Read(tree.ClausesOf("act")).Acts);
        Assert.All(replayed.Rulings, r => Assert.Equal(Verdict.Accepted, r.Verdict));
        return (replayed.State, reader);
    }
}
