using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>
/// Who holds which seat of which list, and the exchange that seats reserved for a group ask for: the Wahlordnung to the
/// Betriebsverfassungsgesetz of 2001, section 15, paragraph 5. In the place of the person of lowest highest number outside the group comes
/// the next of the group on the same list; where there is none, the seat goes to the list with the next highest number that has one; where no
/// list has one, it stays.
/// </summary>
internal sealed class ListSeats
{
    private readonly ListContest contest;
    private readonly int[][] order;
    private readonly List<(int List, Ratio Number, int Person)> held = [];
    private readonly int[] numbers;
    private readonly bool[] takesPart;

    /// <param name="contest">The lists.</param>
    /// <param name="order">All who stand on each list, in the order in which they take its seats.</param>
    /// <param name="seats">The seats of each list.</param>
    /// <param name="takesPart">Whether each list has votes and passes the threshold.</param>
    public ListSeats(ListContest contest, int[][] order, long[] seats, bool[] takesPart)
    {
        this.takesPart = takesPart;
        this.contest = contest;
        this.order = order;
        numbers = [.. seats.Select(count => (int)count)];
        for (var list = 0; list < order.Length; list++)
        {
            for (var place = 0; place < numbers[list]; place++) held.Add((list, Number(list, place + 1), order[list][place]));
        }
    }

    /// <summary>The elected, list after list, in the order in which they took their seats.</summary>
    public ImmutableArray<int> Winners => [.. held.OrderBy(seat => seat.List).Select(seat => seat.Person)];

    public TallyRound Reserve(ReservedSeats reserved, TieJudge judge)
    {
        var events = new List<TallyEvent>();
        var rows = new List<TallyRow>();
        var kept = new HashSet<int>();
        while (held.Count(seat => IsOf(reserved, seat.Person)) < reserved.Least)
        {
            var outside = held.Where(seat => !IsOf(reserved, seat.Person) && !kept.Contains(seat.Person)).ToArray();
            if (outside.Length == 0) break;
            var lowest = outside.Min(seat => seat.Number);
            int[] tied = [.. outside.Where(seat => seat.Number == lowest).Select(seat => seat.Person)];
            var leaving = SeatFilling.Choose(judge, TiePurpose.Exclude, 3, tied, events);
            var at = held.FindIndex(seat => seat.Person == leaving);
            if (Next(reserved, held[at].List) is { } own)
            {
                Replace(at, held[at].List, held[at].Number, own);
                continue;
            }

            // The next highest number among the lists that still have somebody of the group.
            int[] able = [.. Enumerable.Range(0, order.Length).Where(list => list != held[at].List && takesPart[list] && Next(reserved, list) is not null)];
            if (able.Length == 0)
            {
                kept.Add(leaving);
                events.Add(new TallyEvent(TallyEventKind.Noted, [leaving]));
                continue;
            }

            var highest = able.Max(list => Number(list, numbers[list] + 1));
            int[] coming = [.. able.Where(list => Number(list, numbers[list] + 1) == highest).Select(list => Next(reserved, list)!.Value)];
            var chosen = SeatFilling.Choose(judge, TiePurpose.Elect, 3, coming, events);
            var to = Array.FindIndex(order, people => people.Contains(chosen));
            numbers[to]++;
            Replace(at, to, highest, chosen);
        }

        return new TallyRound(
            string.Create(CultureInfo.InvariantCulture, $"Keep {reserved.Least} of the seats for {reserved.Group}"),
            ["highest number"],
            [.. rows],
            [.. events]);

        void Replace(int at, int list, Ratio number, int person)
        {
            var (_, old, leaving) = held[at];
            rows.Add(new TallyRow(leaving, null, [old], CandidateStanding.Excluded));
            rows.Add(new TallyRow(person, null, [number], CandidateStanding.Elected));
            events.Add(new TallyEvent(TallyEventKind.ExcludedByRule, [leaving]));
            events.Add(new TallyEvent(TallyEventKind.Elected, [person]));
            held.RemoveAt(at);
            held.Add((list, number, person));
        }
    }

    private Ratio Number(int list, int place) => contest.Lists[list].Votes / place;

    private bool IsOf(ReservedSeats reserved, int person) => contest.Frame.Candidates[person].Group == reserved.Group;

    private int? Next(ReservedSeats reserved, int list)
    {
        foreach (var person in order[list])
            if (IsOf(reserved, person) && !held.Exists(seat => seat.Person == person)) return person;
        return null;
    }
}
