using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// Who votes on a matter by a rule: the places of the bodies that sit, or the voters whom the rule names instead, without those who have a
/// voice only and without those whom the rule bars. Every way to report a vote is laid over it.
/// </summary>
internal sealed partial class Electorate
{
    private static readonly RollOfPlaces NoPlaces = new([]);
    private readonly Inquiry _inquiry;
    private readonly Dictionary<int, (Provision By, GroundKind Why, string What)> _outside = [];
    private readonly Dictionary<(int Unit, UnitKind Kind), int> _above = [];
    private readonly List<VotingPlaces> _all = [];
    private RollOfPlaces _roll = NoPlaces;
    private (RollOfPlaces? Roll, UnitKind? Kind, IReadOnlyDictionary<int, int>? Above) _aboveIn;
    private IReadOnlyList<VotingPlaces>? _everybody;

    private Electorate(Inquiry inquiry, IReadOnlyList<BodyAt> bodies, string name)
    {
        _inquiry = inquiry;
        Bodies = bodies;
        Name = name;
    }

    /// <summary>The bodies that sit; none where electors vote.</summary>
    public IReadOnlyList<BodyAt> Bodies { get; }

    /// <summary>In words, for messages: "Council", "Upper and Lower".</summary>
    public string Name { get; }

    /// <summary>The places that vote.</summary>
    public IReadOnlyList<VotingPlaces> Places => _roll.Places;

    /// <summary>All places of the bodies, those without a vote too.</summary>
    public IReadOnlyList<VotingPlaces> All => _everybody ?? _all;

    /// <summary>False where nobody knows who they are: electors.</summary>
    public bool IsOnRecord { get; private set; } = true;

    /// <summary>Of how many of a kind a phrase of voters speaks, which those in favour must be: "at least 2 republics holding ...".</summary>
    public List<DecisionTest> Amounts { get; } = [];

    /// <summary>The voters of a poll by a rule; null, with the reason noted, if who votes is not said.</summary>
    public static Electorate? Of(Inquiry inquiry, RuleChain chain, IReadOnlyList<BodyAt> bodies, int electors, int matter, bool byUnits)
    {
        Who? voters = null;
        if (chain.First(r => r.Voters) is { } slot && !inquiry.Ask(slot, out voters))
            return null;
        var name = bodies.Count == 1 ? inquiry.Roll.NameOf(inquiry.Book.ThingOf(bodies[0])) : bodies.Count > 0 ? string.Join(" and ", bodies.Select(b => inquiry.Roll.NameOf(inquiry.Book.ThingOf(b)))) : inquiry.Roll.NameOf(electors);
        var roll = new Electorate(inquiry, bodies, name);
        var barred = Bars.Of(inquiry, chain.NoVotes, bodies, matter);
        if (voters is null && bodies.Count == 1 && !HasVoices(bodies[0].Body))
        {
            // The same places as long as the same people sit, and the same are barred.
            var roster = inquiry.RosterOf(bodies[0], byUnits || barred.Count > 0);
            if (barred.Count == 0)
            {
                roll._roll = roster.Places ??= SittingMembers.Of(roster, byUnits);
                roll._everybody = roll._roll.Places;
                return roll;
            }

            roll.Without(barred, roster);
            return roll;
        }

        // Who has a voice only is told apart from the others, however the vote is told.
        roll.Seat(voters, byUnits || barred.Count > 0 || voters is not null || bodies.Any(b => VoicesOf(b).Any()), electors);
        roll.Take(barred);
        return roll;
    }

    /// <summary>Whether some units have more places that vote than others.</summary>
    public bool HasUnlikeUnits => _roll.HasUnlikeUnits;

    /// <summary>Whether the same places vote.</summary>
    public bool HasVotersOf(Electorate other)
    {
        if (ReferenceEquals(_roll, other._roll))
            return true;
        return Places.Count == other.Places.Count && Places.Select((p, i) => p == other.Places[i]).All(same => same);
    }

    /// <summary>The unit of a kind that a place's unit is or stands beneath, or -1.</summary>
    public int Above(int unit, UnitKind kind)
    {
        if (unit < 0)
            return -1;
        if (_aboveIn.Roll != _roll || _aboveIn.Kind != kind)
            _aboveIn = (_roll, kind, _roll.Above(_inquiry, kind));
        if (!_aboveIn.Above!.TryGetValue(unit, out var above) && !_above.TryGetValue((unit, kind), out above))
            _above[(unit, kind)] = above = UnitsBeneath.Above(_inquiry, unit, kind);
        return above;
    }

    /// <summary>The places that a name stands for; empty, with the reason, where it has no vote.</summary>
    public List<int> Find(int thing, out (Provision? By, GroundKind Why, string What) reason)
    {
        reason = (Bodies.Count > 0 ? Bodies[0].Body.By : null, GroundKind.NotAVoter, Name);
        if (_outside.TryGetValue(thing, out var barred))
        {
            reason = barred;
            return [];
        }

        if (thing < 0)
            return [];
        if (_roll.Of(thing) is { } places)
            return places;
        if (_inquiry.Roll[thing].Kind == ThingKind.Office)
        {
            foreach (var holder in _inquiry.HoldersOf(thing))
            {
                if (_outside.TryGetValue(holder.Thing, out barred))
                {
                    reason = barred;
                    return [];
                }

                if (_roll.Of(holder.Thing) is { } held)
                    return held;
            }
        }

        return [];
    }

    /// <summary>The name under which those who tell stand on the roll: their own, or that of the unit whose organ they are.</summary>
    public int NameOf(params ReadOnlySpan<int> tellers) =>
        tellers[0] >= 0 && _roll.Of(tellers[0]) is null && _inquiry.Parties.SpokenFor(tellers) is var unit and >= 0 && (_roll.Of(unit) is not null || _outside.ContainsKey(unit))
            ? unit : tellers[0];

    /// <summary>A place of no unit that somebody may hold who is not on record, or -1: where nobody at all is.</summary>
    public int Unrecorded(int thing, Func<int, bool> isFree)
    {
        if (_outside.TryGetValue(thing, out var outside) && (outside.Why != GroundKind.VoiceOnly || _inquiry.Roll[thing].Kind != ThingKind.Unit) || !MaySitUnrecorded(thing) || WasMember(thing))
            return -1;
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i] is { Unit: < 0, Holder: < 0, OnRecord: false } && isFree(i))
                return i;
        }

        return -1;
    }

    /// <summary>Notes that nobody can say whether somebody sits there who is not on record, and of which seats nobody is.</summary>
    public void Doubt(int thing)
    {
        var name = _inquiry.Roll.NameOf(thing);
        var lines = Bodies.SelectMany(b => _inquiry.RosterOf(b).Lines)
            .Where(l => l is { Holder: < 0, Unit: < 0, Record: not SeatRecord.Beside, Line: not null } or { Holder: < 0, Unit: < 0, Record: SeatRecord.None }).ToList();
        var by = lines.Select(l => l.Line?.Formula.By).FirstOrDefault(p => p is not null) ?? (Bodies.Count > 0 ? Bodies[0].Body.By : null);
        var seats = string.Join(", ", lines.Select(SeatsOf).Distinct());
        _inquiry.Note(Truth.Open, by, GroundKind.SitsUnrecorded, name, new object?[] { Name, seats.Length > 0 ? seats : "all" }, new Need("a record by name of who sits in " + Name));
    }

    /// <summary>Seats in words: "2 chosen by any town".</summary>
    private static string SeatsOf(RosterLine line)
    {
        var chosen = line.Line?.Chosen ?? line.Body.Body.Chosen;
        return line.Count + (chosen is { IsSaid: true } said ? " chosen by " + said.Said.By.Words : "");
    }

    /// <summary>Whether somebody is on record as a member who is none any more, or is none yet.</summary>
    private bool WasMember(int thing) =>
        Bodies.Any(b => Mandates.Posts.Parts(_inquiry, b).Any(post => _inquiry.Mandates.WasRecorded(post, thing)));

    /// <summary>Persons may, and units where members are chosen from among units.</summary>
    private bool MaySitUnrecorded(int thing) => _inquiry.Roll[thing].Kind switch
    {
        ThingKind.Person or ThingKind.Outside or ThingKind.Office => true,
        ThingKind.Unit => Bodies.Any(b => Mandates.ElectiveLine.Of(_inquiry, b).Any(l => l.TakesUnit(_inquiry, thing))),
        _ => false,
    };

    /// <summary>Electors told of unit by unit: each unit has its own, and nobody knows how many.</summary>
    public void Split(IEnumerable<int> units)
    {
        _roll = new RollOfPlaces([.. units.Select(u => new VotingPlaces(u, null, -1, SeatRange.Unknown, OnRecord: false))]);
    }

    /// <summary>How many places have no vote this time, but for those of some who are named.</summary>
    public Ratio Barred(HashSet<int> but)
    {
        var barred = Ratio.Zero;
        foreach (var place in _outside.Count > 0 ? All : [])
        {
            var name = IsBarred(place.Unit) ? place.Unit : IsBarred(place.Holder) ? place.Holder : -1;
            if (name >= 0 && !but.Contains(place.Unit) && !but.Contains(place.Holder))
                barred += place.Count.Least;
        }

        return barred;
    }

    /// <summary>Whether somebody who sits there has no vote this time, so that he can only be told to take no part.</summary>
    public bool HasBarred => _outside.Count > 0 && All.Count > Places.Count;

    /// <summary>Who of those who would vote has no vote this time, by the line that bars them.</summary>
    public IEnumerable<(Provision By, string When, string Names)> BarredBy() =>
        from place in All
        let who = IsBarred(place.Unit) ? place.Unit : IsBarred(place.Holder) ? place.Holder : -1
        where who >= 0
        group who by (_outside[who].By, _outside[who].What) into barred
        select (barred.Key.By, barred.Key.What, string.Join(", ", barred.Distinct().Select(_inquiry.Roll.NameOf).Order(StringComparer.Ordinal)));

    /// <summary>How many places vote.</summary>
    public SeatRange Size => _roll.Size;

    public static SeatRange Sum(IEnumerable<VotingPlaces> places)
    {
        var sum = SeatRange.None;
        foreach (var place in places)
            sum += place.Count;
        return sum;
    }

    private void Seat(Who? voters, bool byUnits, int electors)
    {
        if (voters is null)
        {
            foreach (var body in Bodies)
                SittingMembers.Add(_inquiry, body, byUnits, _all);
            if (Bodies.Count == 0)
            {
                _all.Add(new VotingPlaces(_inquiry.UnitOf(electors), null, -1, SeatRange.Unknown, OnRecord: false));
                IsOnRecord = false;
            }
        }
        else
        {
            Named(voters);
        }
    }

    /// <summary>Those whom a rule names as the voters.</summary>
    private void Named(Who voters)
    {
        var sitting = new List<VotingPlaces>();
        foreach (var body in Bodies)
            SittingMembers.Add(_inquiry, body, byUnits: true, sitting);
        foreach (var party in voters.Parties)
        {
            switch (party.Kind)
            {
                case PartyKind.Member when party.Of?.Body is { } of:
                    Members(of, party, sitting);
                    break;
                case PartyKind.Body when party.Body is { } body:
                    Members(body, party, sitting);
                    break;
                case PartyKind.Unit or PartyKind.NamedUnit:
                    Units(party, sitting);
                    break;
                case PartyKind.Electors:
                    _all.Add(new VotingPlaces(-1, null, -1, SeatRange.Unknown, OnRecord: false));
                    IsOnRecord = false;
                    break;
                default:
                    foreach (var thing in _inquiry.Parties.NamedIn(party, _inquiry.Anchor))
                        _all.Add(new VotingPlaces(-1, null, thing, SeatRange.Exactly(Ratio.One), OnRecord: true));
                    break;
            }

            if (party.Quantity is { } quantity)
                Amounts.Add(new DecisionTest(quantity, party.UnitKind is null ? TestBase.Members : TestBase.Units) { Units = party.UnitKind, Words = party.Words });
            if (party is { Holding: { } holding, HoldingMeasure: { } measure })
                Amounts.Add(new DecisionTest(holding, TestBase.Measure) { Measure = measure, Words = holding.Words + " of " + measure.Name });
        }
    }

    private void Members(Body body, Party party, List<VotingPlaces> sitting)
    {
        var places = sitting;
        if (!Bodies.Any(b => b.Body == body || b.Body.ChamberOf == body))
        {
            places = [];
            if (_inquiry.BodyAt(body, Bodies.Count > 0 ? Bodies[0].Unit : -1) is { } at)
                SittingMembers.Add(_inquiry, at, byUnits: true, places);
        }

        foreach (var place in places)
        {
            var named = party.Except is { } except && (IsOf(place.Unit, except) || IsOf(place.Holder, except));
            if (!named && !_all.Contains(place))
                _all.Add(place);
        }

        // Who holds the excepted office is not on record: he may be one of those who are not told apart.
        if (party.Except is { Kind: PartyKind.Office } office && !places.Exists(p => IsOf(p.Holder, office))
            && _inquiry.Parties.NamedIn(office, _inquiry.Anchor).All(o => _inquiry.HoldersOf(o).Count == 0)
            && _all.FindIndex(p => p.Holder < 0) is var open and >= 0)
        {
            var count = _all[open].Count;
            _all[open] = _all[open] with { Count = new SeatRange(Ratio.Max(Ratio.Zero, count.Least - 1), count.Most) };
        }
    }

    private bool IsOf(int thing, Party party)
    {
        if (thing < 0)
            return false;
        if (party.Kind == PartyKind.Office && _inquiry.Parties.NamedIn(party, _inquiry.Anchor).Any(o => o == thing || _inquiry.HoldersOf(o).Any(h => h.Thing == thing)))
            return true;
        if (party.Which == Which.That && _inquiry.Anchor.Unit < 0)
            return false;
        return _inquiry.Is(thing, party with { Quantity = null }) == Truth.Yes;
    }

    private void Units(Party party, List<VotingPlaces> sitting)
    {
        var single = party with { Quantity = null, Holding = null, HoldingMeasure = null };
        var own = sitting.FindAll(p => p.Unit >= 0 && _inquiry.IsUnit(p.Unit, single) == Truth.Yes);
        if (own.Count > 0)
        {
            _all.AddRange(own);
            return;
        }

        foreach (var unit in _inquiry.Parties.NamedIn(single, _inquiry.Anchor))
        {
            if (_inquiry.IsUnit(unit, single) == Truth.Yes)
                _all.Add(new VotingPlaces(unit, null, -1, SeatRange.Exactly(Ratio.One), OnRecord: true));
        }
    }

    /// <summary>The places of a roster without those that are barred.</summary>
    private void Without(Dictionary<int, NoVote> barred, Roster roster)
    {
        int[] key = [.. barred.Keys.Order()];
        foreach (var (thing, line) in barred)
            _outside.TryAdd(thing, (line.By, GroundKind.NoVoteWhen, line.When.Words));
        var all = roster.Places ??= SittingMembers.Of(roster, byUnits: true);
        _everybody = all.Places;
        if (roster.Barred is { } kept && kept.Key.AsSpan().SequenceEqual(key))
        {
            _roll = kept.Places;

            // Who holds a place of a barred unit is outside as well.
            foreach (var thing in key)
            {
                foreach (var i in all.Of(thing) ?? [])
                    IsIn(all.Places[i]);
            }

            return;
        }

        _roll = new RollOfPlaces([.. all.Places.Where(IsIn)]);
        roster.Barred = (key, _roll);
    }

    /// <summary>Takes out who has a voice only and who is barred, and enters the others by name.</summary>
    private void Take(Dictionary<int, NoVote> barred)
    {
        foreach (var (thing, line) in barred)
            _outside.TryAdd(thing, (line.By, GroundKind.NoVoteWhen, line.When.Words));
        foreach (var body in Bodies)
        {
            foreach (var voice in VoicesOf(body))
                Silence(voice, body);
        }

        _roll = new RollOfPlaces([.. _all.Where(IsIn)]);
    }

    /// <summary>Whether a place votes; who holds one that does not is outside as well.</summary>
    private bool IsIn(VotingPlaces place)
    {
        if ((place.Holder < 0 || !HasNoVote(place.Holder)) && (place.Unit < 0 || !_outside.ContainsKey(place.Unit)))
            return true;
        if (place.Holder >= 0)
            _outside.TryAdd(place.Holder, Reason(place));
        return false;
    }

    private bool IsBarred(int thing) => thing >= 0 && _outside.TryGetValue(thing, out var reason) && reason.Why == GroundKind.NoVoteWhen;

    private bool HasNoVote(int holder) =>
        _outside.ContainsKey(holder) || (_inquiry.Roll[holder].Kind == ThingKind.Office && _inquiry.HoldersOf(holder).Any(h => _outside.ContainsKey(h.Thing)));

    private (Provision By, GroundKind Why, string What) Reason(VotingPlaces place)
    {
        if (place.Unit >= 0 && _outside.TryGetValue(place.Unit, out var reason))
            return reason;
        return _outside[_outside.ContainsKey(place.Holder) ? place.Holder : _inquiry.HoldersOf(place.Holder).First(h => _outside.ContainsKey(h.Thing)).Thing];
    }
}
