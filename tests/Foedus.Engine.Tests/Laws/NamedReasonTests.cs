using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Syntax;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Tests.Laws;

/// <summary>A reason names who and what it is about, and not something else that comes in the same clause.</summary>
public sealed class NamedReasonTests
{
    [Theory]
    [InlineData(0, "Senate", "Board")]
    [InlineData(1, "Board", "Senate")]
    public void Who_is_kept_apart_sits_already_in_the_body_that_is_named_first(int which, string held, string wanted)
    {
        var reason = Assert.Single(LastOf("861-sits-already", which), g => g.Message == GroundKind.ApartFrom);
        Assert.Equal(held, reason.First);
        Assert.Equal(wanted, reason.Second);
    }

    [Fact]
    public void An_expulsion_that_is_entered_late_names_the_acts_of_later_days_in_which_the_town_took_part()
    {
        var reason = Assert.Single(LastOf("862-expelled-on-paper-since", 0), g => g.Message == GroundKind.ActedSince);
        Assert.Equal("1", reason.First);
    }

    [Fact]
    public void What_a_town_did_before_the_day_or_on_the_day_of_its_expulsion_is_not_named() =>
        Assert.DoesNotContain(LastOf("862-expelled-on-paper-since", 1), g => g.Message == GroundKind.ActedSince);

    /// <summary>The reasons of the last act of a case of a provision.</summary>
    private static ImmutableArray<Ground> LastOf(string provision, int which)
    {
        var federation = FederationFolder.Read(Path.Combine(Cases.Examples.Folder(""), "..", "tests", "provisions", provision));
        var books = new Rulebooks(federation);
        ImmutableArray<ClauseSyntax> clauses = [.. federation.Cases.ElementAt(which).Clause.Children.Where(c => c.Is("given"))];
        var replay = new Replay(State.Opening(books));
        Ruling? last = null;
        foreach (var act in new ActReader(books).ReadGivens(clauses, 1, Day.From(federation.Editions[0].From), 0))
            last = replay.Step(act);
        return [.. last!.Branches.SelectMany(b => b.Grounds)];
    }
}
