using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Deciding;

/// <summary>The vote by one way of reading what is not said.</summary>
internal sealed partial class PollReading
{
    private readonly PollLine? _quorum;
    private bool _emptyCarried;
    private readonly bool _quorumOpen;
    private readonly List<PollLine> _needs;
    private readonly List<PollLine> _enough;
    private readonly List<PollLine> _lines = [];
    private readonly (int AtLeast, int AtMost) _equal;
    private readonly VoteClasses _classes;
    private readonly Completions _completions;
    private readonly ImmutableArray<Gate> _gates;
    private readonly LaidVote _vote;
    private readonly List<(ToldSum Sum, Ratio Whole)> _wholes = [];

    public PollReading(
        Inquiry inquiry, RuleChain chain, LaidVote vote, PollMasks masks, DividedUnit divided,
        (Provision By, DecisionTest? Test, bool Open)? quorum, List<(Provision By, DecisionTest? Test)> needs, List<(Provision By, DecisionTest? Test)> enough, bool equalCounts = true)
    {
        _vote = vote;
        _classes = new VoteClasses(inquiry, vote, masks.OthersAreAbsent);
        var tests = new PollTests(inquiry, chain, vote, _classes, masks);
        foreach (var sum in vote.Sums)
        {
            if (_classes.Results(sum.In.Units, sum.In.Measure) == sum)
                _wholes.Add((sum, tests.Whole(sum)));
        }

        _quorumOpen = quorum is { Open: true };
        _quorum = quorum is { Test: { } presence } ? tests.Quorum(quorum.Value.By, presence) : null;
        PollLine Line((Provision By, DecisionTest? Test) l) => l.Test is { } test ? tests.Line(l.By, test) : new PollLine(l.By, null);
        _needs = needs.ConvertAll(Line);
        foreach (var amount in vote.Roll.Amounts)
            _needs.Add(tests.Line(chain.First(r => r.Voters)!.By, amount));
        _enough = enough.ConvertAll(Line);
        _equal = tests.Equal();
        if (_quorum is not null)
            _lines.Add(_quorum);
        _lines.AddRange(_needs);
        _lines.AddRange(_enough);
        foreach (var line in _lines)
            line.EqualCounts = equalCounts;
        var (classes, shared) = _classes.Make(divided);
        _gates = tests.Gates;
        foreach (var line in _lines)
        {
            if ((line.Test?.Units ?? line.Test?.Measure?.Kind) is not { } kind)
                continue;
            if (line.Counts is not null || line.Test!.Measure is { } m && m == vote.Weights.Measure || _classes.Results(line.Test.Units, line.Test.Measure) is not null)
                continue;
            IsDivided |= divided != DividedUnit.InPart || _classes.HasDividedUnits(kind);
            if (_classes.MayDivide(kind) && vote.Sums.Exists(s => s.Given[(int)Response.Yes].Sign > 0 && s.Given[(int)Response.Yes] != _classes.Capacity(s).High))
                line.Missing ??= new Need("how each " + kind.Name + " voted");
            if (line != _quorum)
                Divides(line, divided, kind);
        }

        foreach (var line in _needs.Concat(_enough).Where(l => l.Test is { Base: TestBase.Members or TestBase.MembersPresent or TestBase.Seats } && l.Counts is null))
        {
            IsDivided |= !vote.Weights.IsByHead && (divided != DividedUnit.InPart || _classes.HasDividedMembers());
            Divides(line, divided, null);
        }

        _completions = new Completions(_gates, classes, shared);
        foreach (var line in _lines)
        {
            foreach (var (gate, even, some) in line.Evens)
                HasEqualUnits |= even >= 0 && _completions.Alone[gate] != Counting.Truth.True && _completions.Alone[even] != Counting.Truth.False && _completions.Alone[some] != Counting.Truth.False;
        }
    }

    /// <summary>Where only the numbers of votes are told that each voter may have divided, it is open what the divided ones are as a whole.</summary>
    private void Divides(PollLine line, DividedUnit divided, UnitKind? kind)
    {
        if (!_classes.MayDivideVotes(kind))
            return;
        IsDivided = true;
        if (divided != DividedUnit.InPart)
            line.Missing ??= new Need("how each " + (kind?.Name ?? "member") + " voted");
    }

    /// <summary>True if the votes of persons are turned into votes of their units, and as many may be for as against in one of them.</summary>
    public bool HasEqualUnits { get; }

    /// <summary>How those in favour compare with those against: more (carried), as many (tied), fewer (lost), or which of these it may be.</summary>
    public static Ends Compare(Inquiry inquiry, RuleChain chain, LaidVote vote, out string votes, out string others)
    {
        var reading = new PollReading(inquiry, chain, vote, PollMasks.Of(Abstention.NotCounted, invalidCast: false), DividedUnit.InPart, null, [], []);
        votes = Words(reading._completions.BoundsOf(reading._gates[reading._equal.AtLeast].Left));
        others = Words(reading._completions.BoundsOf(reading._gates[reading._equal.AtLeast].Right));
        var ends = Ends.None;
        void Add(bool atLeast, bool atMost) => ends |= atLeast && atMost ? Ends.Tied : atLeast ? Ends.Carried : Ends.Lost;
        if (reading._completions.Together is { } ways)
        {
            foreach (var bits in ways)
                Add((bits & (1UL << reading._equal.AtLeast)) != 0, (bits & (1UL << reading._equal.AtMost)) != 0);
            return ends;
        }

        var alone = reading._completions.Alone.ToArray();
        var (least, most) = (alone[reading._equal.AtLeast], alone[reading._equal.AtMost]);
        if (least == Counting.Truth.Open || most == Counting.Truth.Open)
            return Ends.Open;
        Add(least == Counting.Truth.True, most == Counting.Truth.True);
        return ends;
    }

    /// <summary>True if a test is by units, and one of them has votes on several sides.</summary>
    public bool IsDivided { get; private set; }

    public Ends Ends { get; private set; }

    /// <summary>True if there is no way in which the votes that were told can have been given.</summary>
    public bool IsImpossible => _completions.Together is { Count: 0 };

    private static readonly Response[] Sides = [Response.Yes, Response.No, Response.Abstain, Response.Invalid, Response.Blank];

    /// <summary>Whether there are as many votes as were told; the reason is noted if there are not.</summary>
    public bool Fits(Inquiry inquiry, LaidVote vote)
    {
        foreach (var (sum, whole) in _wholes)
        {
            var word = sum.In.Units?.Plural ?? sum.In.Measure!.Name;
            if (sum.Total > whole)
                vote.Refuse(null, GroundKind.VoteSum, sum.Total, new object?[] { word, whole });
            foreach (var side in Sides)
            {
                // Numbers in something else than votes are those of voters: somebody has to have voted so.
                if (sum.Given[(int)side].Sign > 0 && !vote.HasAny(side, besides: sum))
                    vote.Refuse(null, GroundKind.NobodyVotedSo, sum.Given[(int)side], new object?[] { word, vote.Roll.Name }, new Need("how many votes those were"));
            }
        }

        foreach (var sum in vote.Sums)
        {
            var all = _classes.Capacity(sum);
            if (_classes.Results(sum.In.Units, sum.In.Measure) == sum)
                all = vote.Roll.IsOnRecord || sum.In.Units is null ? WeightBounds.Any : all;
            var grain = sum.In.Measure is null && vote.Weights.IsByHead;
            if (grain && sum.Given.Any(g => !g.IsInteger))
                vote.Refuse(null, GroundKind.PartOfVote, sum.Given.First(g => !g.IsInteger), vote.Roll.Name);
            else if (sum.In == ToldIn.Votes && _classes.Grain(sum) is { IsZero: false } least && sum.Given.Any(g => !(g / least).IsInteger))
                vote.Refuse(vote.Weights.By, GroundKind.NoSuchVotes, vote.Roll.Name, null, new Need("multiples of " + least.ToMixedString()));
            else if (vote.Roll.Places.All(p => p.Count.IsExact) && all.High is { } most && sum.Total > most)
                TooMany(vote, sum.Total, most, OutOf(vote, sum.Total - most));
            else if (!vote.Roll.Places.All(p => p.Count.IsExact) && vote.Roll.Size.Most is { } bound && sum.In == ToldIn.Votes && vote.Weights.IsByHead && sum.Total > bound)
                TooMany(vote, sum.Total, bound, null);
        }

        return vote.IsSound;
    }

    /// <summary>More votes were told than there are; where some have none this time, by which line.</summary>
    private static void TooMany(LaidVote vote, Ratio told, Ratio most, Need? need)
    {
        vote.Refuse(vote.Roll.Bodies.Count > 0 ? vote.Roll.Bodies[0].Body.By : null, GroundKind.VoteSum, told, new object?[] { vote.Roll.Name, most }, need);
        foreach (var (by, when, names) in vote.Roll.BarredBy())
            vote.Refuse(by, GroundKind.NoVoteWhen, names, when, new Need("not " + when));
    }

    /// <summary>Where as many too many are told as have no vote this time: how they are told.</summary>
    private static Need? OutOf(LaidVote vote, Ratio tooMany) =>
        vote.Roll.HasBarred && vote.HasAbstentions && vote.Weights.IsByHead
            ? new Need($"those without a vote as `not taking part {tooMany.ToMixedString()}`, not as `abstaining`") : null;

    /// <summary>Finds the ends that it may have.</summary>
    /// <param name="anybodyFor">Whether anybody is in favour.</param>
    /// <param name="emptyCarried">True if nobody is for or against and that is carried.</param>
    public void Solve(bool anybodyFor, bool emptyCarried = false)
    {
        _emptyCarried = emptyCarried;
        if (_completions.Together is { } ways)
        {
            foreach (var bits in ways)
            {
                Add(l => l.Read(g => TruthOf.From((bits & (1UL << g)) != 0)), g => (bits & (1UL << g)) != 0, anybodyFor);
            }

            return;
        }

        var alone = _completions.Alone.ToArray();
        Truth Gate(int g) => alone[g] switch { Counting.Truth.True => Truth.Yes, Counting.Truth.False => Truth.No, _ => Truth.Open };
        Truth Read(PollLine line)
        {
            var truth = line.Read(Gate);
            return truth == Truth.Open && line.Missing is null && line.Counts is null && line.Gates.Count > 1 && !_completions.CanAllHold([.. line.Gates.Select(g => g.Gate)])
                ? Truth.No : truth;
        }

        bool[] both = [false, true];
        foreach (var even in alone[_equal.AtLeast] == Counting.Truth.Open || alone[_equal.AtMost] == Counting.Truth.Open ? both : [alone[_equal.AtLeast] == Counting.Truth.True && alone[_equal.AtMost] == Counting.Truth.True])
            Add(Read, g => g == _equal.AtLeast || g == _equal.AtMost ? even : alone[g] != Counting.Truth.False && even, anybodyFor);
    }

    /// <summary>The ends for answers of the gates; a line that is open may go either way.</summary>
    private void Add(Func<PollLine, Truth> read, Func<int, bool> gate, bool anybodyFor)
    {
        var quorum = _quorumOpen ? Truth.Open : _quorum is null ? Truth.Yes : read(_quorum);
        if (quorum != Truth.Yes)
            Ends |= Ends.NoQuorum;
        if (quorum == Truth.No)
            return;
        if (_emptyCarried)
        {
            var met = _needs.Where(n => n.Test is not { Base: TestBase.VotesCast or TestBase.Unopposed }).Aggregate(Truth.Yes, (so, n) => so.And(read(n)));
            Ends |= met == Truth.Yes ? Ends.Carried : met == Truth.No ? Ends.Lost : Ends.Carried | Ends.Lost;
            return;
        }

        if (!anybodyFor)
        {
            Ends |= Ends.Lost;
            return;
        }

        var enough = _enough.Aggregate(Truth.No, (any, l) => any.Or(read(l)));
        var all = _needs.Count == 0 ? Truth.No : Truth.Yes;
        var (failed, tied) = (false, false);
        foreach (var need in _needs)
        {
            var one = read(need);
            all = all.And(one);
            var even = one == Truth.No && need.Even >= 0 && gate(need.Even);
            tied |= even;
            failed |= one == Truth.No && !even;
        }

        var carried = enough.Or(all);
        if (carried != Truth.No)
            Ends |= Ends.Carried;
        if (carried == Truth.Yes)
            return;
        Ends |= tied && !failed && gate(_equal.AtLeast) && gate(_equal.AtMost) ? all == Truth.No || enough != Truth.No ? Ends.Tied : Ends.Lost : Ends.Lost;
    }
}
