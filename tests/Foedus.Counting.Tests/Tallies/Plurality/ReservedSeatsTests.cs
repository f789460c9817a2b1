using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Tallies.Plurality;

/// <summary>Seats reserved for groups, in rules that elect the highest.</summary>
public class ReservedSeatsTests
{
    private static readonly Gen<(int[] Votes, int[] Groups, int Seats, int[] Least)> Cases =
        from count in Gen.Choose(1, 7)
        from votes in Gen.Choose(0, 6).ArrayOf(count)
        from groups in Gen.Choose(0, 2).ArrayOf(count)
        from seats in Gen.Choose(1, count)
        from women in Gen.Choose(0, 3)
        from young in Gen.Choose(0, 2)
        select (votes, groups, seats, new[] { 0, women, young });

    [Fact]
    public void The_best_of_the_group_take_the_places_of_the_lowest_outside_it()
    {
        var contest = Contest(["5", "4", "3", "2w", "1w"], 3);
        Assert.Equal(["A", "B", "D"], Elected(contest, ("women", 1)));
        Assert.Equal(["A", "D", "E"], Elected(contest, ("women", 2)));
        Assert.Equal(["A", "B", "C"], Elected(contest));
    }

    [Fact]
    public void Whoever_is_elected_anyway_fills_the_reserved_seat() =>
        Assert.Equal(["A", "B"], Elected(Contest(["5w", "4", "3w"], 2), ("women", 1)));

    [Fact]
    public void A_tie_for_a_reserved_seat_is_between_the_members_of_the_group()
    {
        var contest = Contest(["5", "4", "1w", "1w"], 2);
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("approval").Run(contest, Options(("women", 1))));
        Assert.Equal([0], open.Certain);
        Assert.Equal([2, 3], open.Possible);
    }

    [Fact]
    public void Reserved_seats_that_nobody_can_fill_are_refused()
    {
        var contest = Contest(["5", "4", "1w"], 2);
        var refusal = Assert.IsType<NotTallied>(Papers.Rule("approval").Run(contest, Options(("women", 2))));
        Assert.Equal((TallyRefusal.ReservedImpossible, "women"), (refusal.Reason, refusal.Detail));
        Assert.IsType<NotTallied>(Papers.Rule("schulze").Run(Contest(["5w", "4w", "1x", "1x"], 2), Options(("women", 1), ("young", 2))));
        Assert.Equal(
            TallyRefusal.ReservedNotInRule,
            Assert.IsType<NotTallied>(Papers.Rule("two-rounds").Run(contest.WithSeats(1), Options(("women", 1)))).Reason);
    }

    [Fact]
    public void The_elected_are_the_sets_of_most_votes_that_keep_the_reserved_seats() =>
        Prop.ForAll(Cases.ToArbitrary(), one =>
            {
                var contest = Contest([.. one.Votes.Zip(one.Groups, (votes, group) => $"{votes}{" wy"[group]}")], one.Seats);
                var result = Papers.Rule("approval").Run(contest, Options(("women", one.Least[1]), ("young", one.Least[2])) with { MostWays = 5000 });
                var sets = Enumerable.Range(0, 1 << one.Votes.Length)
                    .Select(bits => Enumerable.Range(0, one.Votes.Length).Where(i => (bits >> i & 1) != 0).ToArray())
                    .Where(set => set.Length == one.Seats && Enumerable.Range(1, 2).All(g => set.Count(i => one.Groups[i] == g) >= one.Least[g]))
                    .GroupBy(set => set.Sum(i => one.Votes[i])).MaxBy(group => group.Key)?.Select(set => string.Join(' ', set)).Order(StringComparer.Ordinal);
                string[]? ways = result switch
                {
                    Tallied tallied => [string.Join(' ', tallied.Winners.Order())],
                    TallyUndetermined open => [.. open.Ways.Select(way => string.Join(' ', way.Winners.Order())).Order(StringComparer.Ordinal)],
                    _ => null,
                };
                Assert.Equal(sets, ways);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    private static Contest Contest(string[] candidates, int seats) => Counting.Contest.Create(
        [.. candidates.Select((text, i) => new Candidate(((char)('A' + i)).ToString(), false, text[^1] switch { 'w' => "women", 'y' => "young", 'x' => "others", _ => null }))],
        seats,
        [
            new RankedBallot(1, [[.. Enumerable.Range(0, candidates.Length)]]),
            .. candidates.Select((text, i) => (Votes: text.TrimEnd('w', 'y', 'x', ' '), i)).Where(one => one.Votes != "0")
                .Select(one => new RankedBallot(int.Parse(one.Votes, System.Globalization.CultureInfo.InvariantCulture), [[one.i]])),
        ]);

    private static TallyOptions Options(params (string Group, int Least)[] reserved) =>
        new(TieBreaking.None, [.. reserved.Select(one => new ReservedSeats(one.Group, one.Least))]);

    private static string[] Elected(Contest contest, params (string Group, int Least)[] reserved) =>
        [.. Assert.IsType<Tallied>(Papers.Rule("approval").Run(contest, Options(reserved))).Winners.Order().Select(c => contest.Candidates[c].Name)];
}
