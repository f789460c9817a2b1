using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Lists counted from rankings: the groups of a contest are its lists. A paper is a vote for the list of its first choice, and a preference
/// vote for that candidate; a first rank shared by members of one list is a vote for the list alone. Somebody without a group is a list of
/// one. Other figures and options are counted by <see cref="ListRule"/>.
/// </summary>
public static class ListRules
{
    private const string Hondt = "V. D'Hondt, Système pratique et raisonné de représentation proportionnelle, 1882";
    private const string SainteLague = "A. Sainte-Laguë, La représentation proportionnelle et la méthode des moindres carrés, 1910";

    /// <summary>The rows of <see cref="TallyRules"/>.</summary>
    public static ImmutableArray<TallyRule> All { get; } =
    [
        Rule("list-closed-dhondt", "Closed lists, seats by D'Hondt", Hondt, ApportionmentMethod.Jefferson, new ListSeating.Closed()),
        Rule("list-open-dhondt", "Open lists by preference votes, seats by D'Hondt", Hondt, ApportionmentMethod.Jefferson, new ListSeating.Open()),
        Rule("list-closed-sainte-lague", "Closed lists, seats by Sainte-Laguë", SainteLague, ApportionmentMethod.Webster, new ListSeating.Closed()),
        Rule("list-open-sainte-lague", "Open lists by preference votes, seats by Sainte-Laguë", SainteLague, ApportionmentMethod.Webster, new ListSeating.Open()),
        Rule(
            "list-closed-largest-remainder",
            "Closed lists, seats by largest remainders of the Hare quota",
            "T. Hare, Treatise on the Election of Representatives, 1859; Hare-Niemeyer",
            ApportionmentMethod.LargestRemainder,
            new ListSeating.Closed()),
    ];

    private static TallyRule Rule(string name, string title, string source, ApportionmentRule division, ListSeating seating) =>
        new(name, title, source, (contest, options, judge) => Count(new ListRule(division, seating), contest, options, judge));

    private static TallyResult Count(ListRule rule, Contest contest, TallyOptions options, TieJudge judge)
    {
        if (contest.Candidates.All(candidate => candidate.Group is null)) return new NotTallied(TallyRefusal.NoGroups);
        if (contest.Ballots.IsEmpty) return new NotTallied(TallyRefusal.NoBallots);

        // The groups are the lists here, so nothing is left by which seats could be kept for others.
        if (options.Reserved.FirstOrDefault(group => group.Least > 0) is { } reserved)
            return new NotTallied(TallyRefusal.ReservedNotInRule, null, reserved.Group);

        var names = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var listOf = new int[contest.Candidates.Length];
        for (var candidate = 0; candidate < listOf.Length; candidate++)
        {
            var group = contest.Candidates[candidate].Group;
            if (group is null || !places.TryGetValue(group, out listOf[candidate]))
            {
                listOf[candidate] = names.Count;
                names.Add(group ?? contest.Candidates[candidate].Name);
                if (group is not null) places[group] = listOf[candidate];
            }
        }

        var votes = new Int128[names.Count];
        var preferences = new Int128[listOf.Length];
        var nobody = Int128.Zero;
        for (var b = 0; b < contest.Ballots.Length; b++)
        {
            var ballot = contest.Ballots[b];
            int[] first = [.. ballot.Ranks.Select(group => group.Where(candidate => !contest.Candidates[candidate].Withdrawn).ToArray()).FirstOrDefault(group => group.Length > 0, [])];
            if (first.Length == 0)
            {
                nobody += ballot.Count;
                continue;
            }

            if (first.Any(candidate => listOf[candidate] != listOf[first[0]])) return new NotTallied(TallyRefusal.EqualRanks, b);
            votes[listOf[first[0]]] += ballot.Count;
            if (first.Length == 1) preferences[first[0]] += ballot.Count;
        }

        if (votes.All(one => one == 0)) return new NotTallied(TallyRefusal.NoBallots);
        var gathered = names.ConvertAll(_ => ImmutableArray.CreateBuilder<int>());
        for (var candidate = 0; candidate < listOf.Length; candidate++) gathered[listOf[candidate]].Add(candidate);
        ImmutableArray<ImmutableArray<int>> members = [.. gathered.Select(list => list.ToImmutable())];
        var lists = names.Select((name, list) => new PartyList(
            name,
            (BigInteger)votes[list],
            [.. members[list].Select(candidate => new ListCandidate(contest.Candidates[candidate].Name, (BigInteger)preferences[candidate]))]));
        var result = ListCount.Count(rule, new ListContest(contest, [.. lists], members), options, judge);
        return result is Tallied tallied && nobody != 0 ? WithRow(tallied, new TallyRow(null, PaperLabels.NoVote, [(BigInteger)nobody, null])) : result;
    }

    private static Tallied WithRow(Tallied tallied, TallyRow row) =>
        tallied with { Rounds = tallied.Rounds.SetItem(0, tallied.Rounds[0] with { Rows = tallied.Rounds[0].Rows.Add(row) }) };
}
