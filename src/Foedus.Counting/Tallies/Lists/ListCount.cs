using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One count of an election of lists.</summary>
internal static class ListCount
{
    public static TallyResult Count(ListRule rule, ListContest contest, TallyOptions options, TieJudge judge)
    {
        var reserved = options.Reserved.RemoveAll(group => group.Least <= 0);
        if (reserved.Length > 1 || (reserved.Length == 1 && rule.Division.Method != ApportionmentMethod.Jefferson))
            return new NotTallied(TallyRefusal.ReservedNotInRule, null, reserved[0].Group);
        if (SeatFilling.Refusal(contest.Frame, options) is { } refusal) return refusal;
        if (contest.Lists.All(list => list.Votes.IsZero)) return new NotTallied(TallyRefusal.NoBallots);

        // A list takes no more seats than it has candidates; the seats beyond go on to the others, and stay empty where there are none.
        var room = contest.Lists.Select(list => list.Candidates.Count(one => !one.Withdrawn)).ToArray();
        var total = contest.Lists.Aggregate(Ratio.Zero, (sum, list) => sum + list.Votes);
        bool[] takesPart = [.. contest.Lists.Select(list => list.Votes.Sign > 0 && (rule.Threshold?.Passes(list.Votes, total) ?? true))];
        var able = room.Where((_, list) => takesPart[list]).Sum(most => (long)most);
        var house = Math.Min(contest.Frame.Seats, able);
        var division = new Division(rule.Division, house, [.. contest.Lists.Zip(room, (list, most) => new Claim(list.Votes, 0, most))]) { Threshold = rule.Threshold };
        var result = Apportionment.Divide(division);
        if (result is not Apportioned divided) return new NotTallied(TallyRefusal.WrongBallots, null, (result as NotApportioned)?.Explanation);

        var events = new List<TallyEvent>();
        var seats = divided.Certain.ToArray();
        if (divided.Tie is { } tie) Settle(contest, tie, seats, judge, events);
        var divide = new TallyRound(
            "Divide the seats among the lists",
            ["votes", "seats"],
            [.. contest.Lists.Select((list, at) => new TallyRow(null, list.Name, [list.Votes, seats[at]]))],
            [.. events]);

        events.Clear();
        var order = new int[contest.Lists.Length][];
        for (var list = 0; list < order.Length; list++) order[list] = Order(rule, contest, list, (int)seats[list], total, judge, events);
        var seating = new ListSeats(contest, order, seats, takesPart);
        ImmutableArray<TallyRound> rounds = [divide, Seats(rule, contest, seating, events)];
        if (reserved.Length == 1) rounds = rounds.Add(seating.Reserve(reserved[0], judge));
        return new Tallied(seating.Winners, rounds, judge.Settled, null, contest.Frame.Seats - seating.Winners.Length);
    }

    // A tie between lists is a tie between those who stand first among the ones a further seat would elect.
    private static void Settle(ListContest contest, SeatTie tie, long[] seats, TieJudge judge, List<TallyEvent> events)
    {
        List<int> units = [.. tie.Units];
        var won = new List<int>();
        for (var place = 0; place < tie.Places; place++)
        {
            // The quota method may bind the winners to one another: only units that can still be completed are asked about.
            List<int> able = tie.Needs.IsEmpty ? units : [.. units.Where(unit => tie.Ways().Any(way => way.Contains(unit) && won.All(way.Contains)))];
            int[] people = [.. able.Select(unit => Standing(contest, unit)[(int)seats[unit]])];
            var chosen = able[Array.IndexOf(people, SeatFilling.Choose(judge, TiePurpose.Elect, 1, people, events))];
            seats[chosen]++;
            won.Add(chosen);
            units.Remove(chosen);
        }
    }

    private static int[] Standing(ListContest contest, int list) =>
        [.. contest.Members[list].Where(candidate => !contest.Frame.Candidates[candidate].Withdrawn)];

    // All who stand on a list, in the order in which they take its seats.
    private static int[] Order(ListRule rule, ListContest contest, int list, int seats, Ratio total, TieJudge judge, List<TallyEvent> events)
    {
        var people = Standing(contest, list);
        if (rule.Seating is ListSeating.Closed) return people;
        List<int> jumping = [.. people];
        if (rule.Seating is ListSeating.Jump jump)
        {
            var votes = contest.Lists[list].Votes;
            Ratio? whole = jump.Of switch
            {
                JumpBase.ListVotes => votes,
                JumpBase.Quota => total / contest.Frame.Seats,
                _ => seats > 0 ? votes / seats : null,
            };
            jumping = [.. people.Where(candidate => whole is { } of && jump.Share.Passes(contest.Preferences(candidate), of))];
        }

        var order = new List<int>(people.Length);
        foreach (var equal in jumping.GroupBy(candidate => contest.Preferences(candidate)).OrderByDescending(group => group.Key))
        {
            // Equal votes matter only where the seats end between them; a lot puts them in order then.
            List<int> rest = [.. equal];
            while (rest.Count > 1 && order.Count < seats && order.Count + rest.Count > seats)
            {
                var chosen = SeatFilling.Choose(judge, TiePurpose.Elect, 2, rest.ToArray(), events);
                order.Add(chosen);
                rest.Remove(chosen);
            }

            order.AddRange(rest);
        }

        return [.. order, .. people.Except(order)];
    }

    private static TallyRound Seats(ListRule rule, ListContest contest, ListSeats seating, List<TallyEvent> events)
    {
        var rows = ImmutableArray.CreateBuilder<TallyRow>();
        var winners = seating.Winners.ToHashSet();
        for (var list = 0; list < contest.Lists.Length; list++)
        {
            for (var place = 0; place < contest.Members[list].Length; place++)
            {
                var candidate = contest.Members[list][place];
                var standing = contest.Frame.Candidates[candidate].Withdrawn ? CandidateStanding.Withdrawn
                    : winners.Contains(candidate) ? CandidateStanding.Elected
                    : CandidateStanding.Excluded;
                rows.Add(new TallyRow(candidate, null, [place + 1, contest.Preferences(candidate)], standing));
            }
        }

        return new TallyRound(
            rule.Seating switch
            {
                ListSeating.Closed => "Take the candidates in the order of the list",
                ListSeating.Open => "Take the candidates with the most preference votes",
                _ => "Take those who pass the share of preference votes, and then the order of the list",
            },
            ["place on the list", "preference votes"],
            rows.ToImmutable(),
            [.. events, .. seating.Winners.Select(candidate => new TallyEvent(TallyEventKind.Elected, [candidate]))]);
    }
}
