using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// One poll: who votes on a matter, what acts have told of it, and what it comes to. Casts and reports of parts add up until the poll is
/// closed by the report of the whole, by the last cast, by an act that closes it, or by the end of its time.
/// </summary>
internal sealed class Poll
{
    // The clause of a second call of which it turns on the hour whether it may be held, and its time in words.
    private (Provision By, string Span)? _hour;
    private bool _mayBeCalledAgain;
    private bool _quorumIsOpen;
    private readonly Judgement _j;
    private readonly Stage? _stage;
    private readonly List<(int By, ImmutableArray<Tally> Tallies)> _now = [];
    private (int Voter, ImmutableArray<Tally> Tallies)? _cast;

    public Poll(Judgement j, int matter, Stage? stage, IReadOnlyList<BodyAt> bodies, int electors)
    {
        _j = j;
        Matter = matter;
        _stage = stage;
        Bodies = bodies;
        Electors = electors;
        By = bodies.Count > 0 ? [.. bodies.Select(b => j.Book.ThingOf(b))] : [electors];
        Record = new PollRecord(j, matter, By);
    }

    public int Matter { get; }

    public IReadOnlyList<BodyAt> Bodies { get; }

    /// <summary>The electors who vote, where no body does; else -1.</summary>
    public int Electors { get; }

    /// <summary>Whose poll it is: the bodies, or the electors.</summary>
    public ImmutableArray<int> By { get; }

    public PollRecord Record { get; }

    /// <summary>The rules by which it is decided: in each of these ways, where a joint sitting has several.</summary>
    public IReadOnlyList<IReadOnlyList<RuleChain>> Rules(DecisionRule? named = null) =>
        RuleChain.RulesOfSitting(_j, Bodies) is var rules && rules is [var only] ? [RuleChain.For(_j, only, _stage, Matter, named)]
            : [.. rules.Select(b => RuleChain.For(_j, b, _stage, Matter, named)).Distinct()];

    /// <summary>The act at hand tells of the votes of the whole, of one body of several, or of a part of the electors.</summary>
    public void Tell(int by, ImmutableArray<Tally> tallies) => _now.Add((by, tallies));

    /// <summary>The act at hand casts the votes of one voter.</summary>
    public void TellCast(int voter, ImmutableArray<Tally> tallies) => _cast = (voter, tallies);

    /// <summary>What the poll comes to if it is closed now; its reasons are noted. None: what was told cannot be.</summary>
    /// <param name="named">A rule by which it is decided instead.</param>
    /// <param name="swapped">True if those against are to be counted as those in favour.</param>
    public Ends Result(DecisionRule? named = null, bool swapped = false)
    {
        var ways = Rules(named);
        if (!Decides(ways))
        {
            var name = Bodies.Count > 0 ? Bodies[0].Name : _j.Roll.NameOf(Electors);
            _j.Note(Truth.Open, Bodies.Count > 0 ? Bodies[0].Body.By : null, GroundKind.NoRule, name, null, new Need("a rule of decision for " + name));
            return Ends.Open;
        }

        Ends? first = null;
        foreach (var chains in ways)
        {
            var one = Ends.Carried;
            foreach (var chain in chains)
                one = Both(one, Result(chain, swapped));
            if (one is Ends.None || first is { } before && before != one && Mixed(before, one, ways))
                return one == Ends.None ? one : Ends.Open;
            first ??= one;
        }

        return first!.Value;
    }

    private static bool Decides(IReadOnlyList<IReadOnlyList<RuleChain>> ways)
    {
        foreach (var chains in ways)
        {
            if (chains.Any(c => c.Decides))
                return true;
        }

        return false;
    }

    /// <summary>What the tie rule says, where it says that somebody or a lot decides.</summary>
    /// <param name="named">A rule by which it is decided instead.</param>
    public (TieRule Rule, Provision By)? Tie(DecisionRule? named = null)
    {
        foreach (var chain in Rules(named).SelectMany(c => c))
        {
            if (chain.First(r => r.Tie) is { } slot && _j.Fill(slot, out var tie, out _))
                return tie.Lost ? null : (tie, slot.By);
        }

        return null;
    }

    /// <summary>The provision by which an equal vote is lost; null if none says so.</summary>
    public Provision? TieIsLost(DecisionRule? named) =>
        Rules(named).SelectMany(c => c).Select(c => c.First(r => r.Tie)).OfType<Slot<TieRule>>().FirstOrDefault(s => _j.Fill(s, out var tie, out _) && tie.Lost)?.By;

    /// <summary>
    /// How those in favour compare with those against, whatever is needed: more (carried), as many (tied) or fewer (lost); open where what was
    /// told leaves it open. Nothing is noted but what cannot be.
    /// </summary>
    public Ends Compared(DecisionRule? named, out string votes, out string others)
    {
        (votes, others) = ("", "");
        var ends = Ends.None;
        foreach (var chain in Rules(named).SelectMany(c => c))
        {
            if (Lay(chain) is not { IsSound: true } vote)
                return Ends.Open;
            ends |= PollReading.Compare(_j, chain, vote, out votes, out others);
        }

        return ends;
    }

    /// <summary>The voters by a rule, with what has been told; null if who votes is not said.</summary>
    /// <param name="chain">The rule.</param>
    /// <param name="swapped">True if those against are to be counted as those in favour.</param>
    /// <param name="withCasts">False to leave out what was cast before.</param>
    /// <param name="spare">A voter for whose places a unit's votes are laid last, since it may cast them itself; -1: none.</param>
    public LaidVote? Lay(RuleChain chain, bool swapped = false, bool withCasts = true, int spare = -1)
    {
        VoteWeight? weight = null;
        var votes = chain.First(r => r.Votes);
        if (votes is { IsAskedWhenMet: false } && !_j.Ask(votes, out weight))
            return null;
        var tellers = withCasts ? Record.Tellers() : [];
        var parts = new List<(int By, ImmutableArray<Tally> Tallies)>(_now);
        foreach (var teller in tellers)
        {
            if (IsPart(teller) && Record.Of(teller) is [.., var last])
                parts.Add((teller, last.Tallies));
        }

        var byUnits = weight?.Of is not null || chain.LooksAtUnits || tellers.Exists(t => !IsPart(t)) || !withCasts || _cast is not null
            || (chain.First(r => r.RepresentedIsThere) is not null && chain.First(r => r.ProxyAtMost) is { } proxies && proxies.Fillers.Any(most => most > 0))
            || parts.Exists(p => p.Tallies.Any(t => t.Units.Length > 0 || t.Measure is not null || t.In >= 0));
        if (RollOf(chain, byUnits, weight, all: withCasts && _cast is null) is not var (roll, at))
            return null;
        if (!roll.IsOnRecord && chain.Counting is { } counting && parts.Exists(p => PartOf(p.By) >= 0 || p.Tallies.Any(t => t.In >= 0)))
            roll.Split(_j.UnitsOf(counting.Kind));

        // What a unit that is named stands for hangs on it where units have unlike numbers of seats.
        if (votes is { IsAskedWhenMet: true } && roll.HasUnlikeUnits && parts.Exists(p => p.Tallies.Any(t => t.Units.Any(u => _j.Roll[u].Kind == ThingKind.Unit))) && !_j.Ask(votes, out weight))
            return null;
        var vote = new LaidVote(_j, roll, new VoteWeights(at, roll, weight, votes?.By)) { Matter = Matter };

        // A unit stands for what its members have not cast themselves.
        var spared = _cast is { } own ? roll.Find(own.Voter, out _) : spare >= 0 ? roll.Find(spare, out _) : null;
        tellers.RemoveAll(IsPart);
        foreach (var voter in tellers.Count > 1 ? [.. tellers.OrderBy(t => _j.Roll[t].Kind == ThingKind.Unit ? 1 : 0)] : tellers)
        {
            foreach (var act in Record.Of(voter))
                vote.LayRecorded(voter, Sided(act.Tallies, swapped), spared, act.Other >= 0);
        }

        if (_cast is { } cast)
            vote.LayCast(cast.Voter, Sided(cast.Tallies, swapped), byAnother: _j.Act.Other >= 0);
        var secret = Secret(chain);
        foreach (var (by, tallies) in parts)
        {
            var part = PartOf(by);
            var sided = Sided(tallies, swapped);
            vote.Lay(part < 0 ? sided : [.. sided.Select(t => t.In < 0 ? t with { In = part } : t)], secret);
        }

        return vote;
    }

    /// <summary>
    /// The voters, and as at what day: now, or on the day of the first cast. Which of them it is is asked only where they have changed meanwhile.
    /// </summary>
    private (Electorate Roll, Inquiry At)? RollOf(RuleChain chain, bool byUnits, VoteWeight? weight, bool all)
    {
        if (Electorate.Of(_j, chain, Bodies, Electors, Matter, byUnits) is not { } now)
            return null;
        if (chain.First(r => r.RollAtOpening) is not { } slot || slot is { IsSaid: true, Said: false } || Record.Opened() is not { } opened || opened >= _j.Today)
            return (now, _j);
        var then = new Inquiry(_j.State, _j.Book, _j.View.AsAt(opened), _j.Readings);
        if (Electorate.Of(then, chain, Bodies, Electors, Matter, byUnits) is not { } first)
            return (now, _j);
        if (!slot.IsSaid && first.HasVotersOf(now) && !(all && HasOtherWeights(then, first, now, weight)))
            return (now, _j);
        if (!_j.Ask(slot, out var atOpening))
            return null;
        return atOpening ? (first, then) : (now, _j);
    }

    private bool HasOtherWeights(Inquiry then, Electorate first, Electorate now, VoteWeight? weight)
    {
        if (weight?.Measure is null)
            return false;
        var (before, after) = (new VoteWeights(then, first, weight), new VoteWeights(_j, now, weight));
        return first.Places.Zip(now.Places).Any(p => before.AllVotes(p.First) != after.AllVotes(p.Second));
    }

    /// <summary>The provision by which the ballot is secret; null if it is not.</summary>
    public Provision? Secret(RuleChain chain) =>
        chain.First(r => r.Ballot) is { } slot && _j.Fill(slot, out var ballot, out _) && ballot == Ballot.Secret ? slot.By : null;

    /// <summary>Those of whom nothing was told yet, where several parts report each for itself.</summary>
    public List<int> Waiting()
    {
        if (Bodies.Count > 1)
            return [.. By.Where(b => !_now.Exists(n => n.By == b) && !Record.HasTold(b) && !HaveCast(b))];
        if (Electors < 0 || PartOf(_now.Count > 0 ? _now[0].By : -1) < 0)
            return [];
        var kind = Rules().SelectMany(c => c).Select(c => c.Counting?.Kind).OfType<UnitKind>().FirstOrDefault();
        return kind is null ? [] : [.. _j.UnitsOf(kind).Select(u => _j.Roll.Find(ThingKind.Electors, "electors", u) is var e and >= 0 ? e : -1 - u)
            .Where(e => e < 0 || (!_now.Exists(n => n.By == e) && !Record.HasTold(e)))];
    }

    /// <summary>Whether all who sit in one of several bodies have cast their votes one by one.</summary>
    private bool HaveCast(int by) => _j.BodyOf(by) is { } body && Record.Tellers().Exists(t => !IsPart(t))
        && Rules().SelectMany(c => c).All(c => Lay(c) is { IsSound: true } vote && vote.Roll.Places.Any(p => p.Body == body) && vote.IsCompleteIn(body));

    /// <summary>Notes what cannot be in what has been told, while the poll is still open.</summary>
    /// <param name="named">A rule by which it is decided instead.</param>
    public void Check(DecisionRule? named = null)
    {
        foreach (var chain in Rules(named).SelectMany(c => c))
        {
            if (Lay(chain) is { IsSound: true } vote)
                new PollCount(_j, chain, vote, tieGoesOn: false, [false], lossesAlike: true).Check();
        }
    }

    /// <summary>Closes the poll: what is told of the matter afterwards belongs to another.</summary>
    public void Close(Ends ends)
    {
        foreach (var by in By)
        {
            _j.Link(Relations.PollClosed, Matter, by, _j.State.Known + 1);
            if (ends == Ends.NoQuorum || (_mayBeCalledAgain && !_quorumIsOpen))
                Calls.Keep(_j, by, Matter, quorate: ends != Ends.NoQuorum);
        }
    }

    /// <summary>Whether the quorum of a second call holds: this is the next call at its time after a first that failed for want of a quorum.</summary>
    private bool[] SecondCall(RuleChain chain)
    {
        if (chain.SecondCall is not { } slot || By[0] < 0)
            return [false];
        _mayBeCalledAgain = true;
        if (!_j.Fill(slot, out var call, out _) || call.Later is not { } later)
            return [false];
        var (matter, sitting) = (HasPassed(Calls.FirstOfMatter(_j, By[0], Matter), later), HasPassed(Calls.FirstOfSitting(_j, By[0]), later));
        if (matter != sitting && chain.First(r => r.SecondCallOfSitting) is { } of && _j.Fill(of, out var isSitting, out _))
            matter = sitting = isSitting ? sitting : matter;
        if (matter == Truth.Open || sitting == Truth.Open)
            _hour = (slot.By, later.Words);
        return matter == sitting && matter != Truth.Open ? [matter == Truth.Yes] : [false, true];
    }

    private Truth HasPassed(Day? first, Span later) => first is not { } day ? Truth.No
        : later.Unit == SpanUnit.Hours ? Hours.HavePassed(day, _j.Today, later.Count)
        : TruthOf.From(Periods.After(_j.Book.Edition.Time, day, later) <= _j.Today);

    private Ends Result(RuleChain chain, bool swapped)
    {
        if (Lay(chain, swapped) is not { } vote)
            return Ends.Open;
        if (!vote.IsSound)
            return Ends.None;
        if (chain.First(r => r.Ballot) is { } slot && _j.Fill(slot, out var ballot, out _) && ballot == Ballot.RollCall
            && vote.Sums.Count > 0)
        {
            _j.Inform(Truth.Yes, slot.By, GroundKind.RollWanting);
        }

        var count = new PollCount(_j, chain, vote, _stage?.Exits.Exists(e => e.On == StageOutcome.Tie) == true, SecondCall(chain), _stage is null);
        var ends = count.Decide();
        _quorumIsOpen |= count.QuorumIsOpen;
        if (_hour is var (by, span) && System.Numerics.BitOperations.PopCount((uint)ends) > 1)
            Hours.Ask(_j, by, span);
        return ends;
    }

    /// <summary>A joint sitting whose bodies have rules that come out differently.</summary>
    private bool Mixed(Ends one, Ends other, IReadOnlyList<IReadOnlyList<RuleChain>> ways)
    {
        if (one == Ends.None || other == Ends.None)
            return false;
        _j.Note(Truth.Open, ways[0][0].Leading.By, GroundKind.JointRule, string.Join(" and ", Bodies.Select(b => b.Name)), null, new Need("by whose rule a joint sitting decides"));
        return true;
    }

    /// <summary>Two rules that both have to be met.</summary>
    private static Ends Both(Ends left, Ends right)
    {
        if (left == Ends.None || right == Ends.None)
            return Ends.None;
        if (left == Ends.Carried)
            return right;
        var both = (left | right) & Ends.Open;
        foreach (var a in Single(left))
        {
            foreach (var b in Single(right))
                both |= a == Ends.Carried ? b : b == Ends.Carried || a == Ends.NoQuorum ? a : b == Ends.NoQuorum ? b : a == Ends.Tied ? b : a;
        }

        return both;
    }

    private static IEnumerable<Ends> Single(Ends ends)
    {
        foreach (var one in new[] { Ends.Carried, Ends.Lost, Ends.Tied, Ends.NoQuorum })
        {
            if ((ends & one) != 0)
                yield return one;
        }
    }

    /// <summary>True for a body or a part of the electors that reports for all of its own.</summary>
    private bool IsPart(int teller) => _j.Roll[teller].Kind is ThingKind.Body or ThingKind.Electors;

    /// <summary>The part of the roll of which somebody tells: a chamber of the sitting, the electors of a unit; -1: the whole.</summary>
    private int PartOf(int by)
    {
        if (by < 0)
            return -1;
        if (_j.Roll[by].Kind == ThingKind.Electors)
            return by == Electors ? -1 : _j.Roll[by].Of;
        return Bodies.Count > 1 && By.Contains(by) ? by : -1;
    }

    private static IReadOnlyList<Tally> Sided(ImmutableArray<Tally> tallies, bool swapped) => swapped
        ? [.. tallies.Select(t => t with { Side = t.Side == Side.For ? Side.Against : t.Side == Side.Against ? Side.For : t.Side })]
        : tallies;
}
