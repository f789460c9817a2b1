using Foedus.Counting.Tests.Ballots;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>Seats reserved for groups, by guarding and dooming.</summary>
public class ReservedPlaceTests
{
    public static TheoryData<string> Rules => ["wig", "meek", "warren"];

    [Theory, MemberData(nameof(Rules))]
    public void The_last_of_a_group_is_guarded_and_the_others_are_doomed(string rule)
    {
        var contest = Grouped(Papers.Of(2, "ABCD", "40 A>B", "30 B>A", "20 C>A", "10 D>C"), "D");
        Assert.Equal("AB", Papers.Winners(rule, Grouped(Papers.Of(2, "ABCD", "40 A>B", "30 B>A", "20 C>A", "10 D>C"), "")));
        var tallied = Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest, Reserving(1)));
        Assert.Equal("AD", Papers.Names(contest, tallied.Winners));
        Assert.Contains(tallied.Rounds.SelectMany(round => round.Events), e => e.Kind == TallyEventKind.ExcludedByRule);
    }

    [Theory, MemberData(nameof(Rules))]
    public void The_least_numbers_hold_whatever_the_ballots(string rule)
    {
        var bound = 0;
        AnyContest.Holds(AnyContest.Strict, contest =>
        {
            var grouped = Grouped(contest, "N0N3N4");
            var standing = grouped.Candidates.Count(c => c.Group is not null);
            var least = Math.Min(2, Math.Min(standing, grouped.Seats));
            var options = Reserving(least) with { Ties = TieBreaking.Order([.. Enumerable.Range(0, contest.Candidates.Length)]) };
            var tallied = (Tallied)Papers.Rule(rule).Run(grouped, options);
            var free = (Tallied)Papers.Rule(rule).Run(grouped, options with { Reserved = [] });
            if (!free.Winners.SequenceEqual(tallied.Winners)) bound++;
            return tallied.Winners.Count(c => grouped.Candidates[c].Group == "reserved") >= least
                && tallied.Winners.Length == free.Winners.Length;
        });
        Assert.True(bound > 5);
    }

    [Fact]
    public void More_than_stand_or_than_there_are_seats_is_refused()
    {
        var contest = Grouped(Papers.Of(2, "ABCD", "4 A", "3 B"), "CD");
        Assert.Equal(TallyRefusal.ReservedImpossible, Refusal("wig", 3));
        Assert.Equal(TallyRefusal.ReservedNotInRule, Refusal("scottish", 1));
        Assert.Equal(TallyRefusal.ReservedNotInRule, Refusal("ers97", 1));
        Assert.Equal(TallyRefusal.ReservedNotInRule, Refusal("meek-prf", 1));

        TallyRefusal Refusal(string rule, int least) => Assert.IsType<NotTallied>(Papers.Rule(rule).Run(contest, Reserving(least))).Reason;
    }

    private static TallyOptions Reserving(int least) => TallyOptions.Default with { Reserved = [new ReservedSeats("reserved", least)] };

    private static Contest Grouped(Contest contest, string members) =>
        Contest.Create(
            [.. contest.Candidates.Select(c => c with { Group = members.Contains(c.Name, StringComparison.Ordinal) ? "reserved" : null })],
            contest.Seats,
            contest.Ballots);
}
