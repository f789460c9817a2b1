using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Deciding;

/// <summary>
/// Decides a vote by one chain of rules: the ends that it has over everything that what was told leaves open. One end is given, with each
/// test and its two sides; several are left open, with what would tell.
/// </summary>
internal sealed class PollCount
{
    private readonly Inquiry _inquiry;
    private readonly RuleChain _chain;
    private readonly LaidVote _vote;
    private readonly bool _tieGoesOn;
    private readonly bool[] _secondCall;
    private readonly bool _lossesAlike;
    private readonly List<Reading> _readings = [];
    private readonly List<(Provision By, Ground Open)> _unsaid = [];

    /// <param name="inquiry">Whose reasons are noted.</param>
    /// <param name="chain">The rules.</param>
    /// <param name="vote">What was told.</param>
    /// <param name="tieGoesOn">True if an equal vote has somewhere to go, so that it is no loss.</param>
    /// <param name="secondCall">Whether the quorum of the second call holds; both where that cannot be told.</param>
    /// <param name="lossesAlike">True if nothing hangs on whether it is lost or there is no quorum.</param>
    public PollCount(Inquiry inquiry, RuleChain chain, LaidVote vote, bool tieGoesOn, bool[] secondCall, bool lossesAlike)
    {
        _inquiry = inquiry;
        _chain = chain;
        _vote = vote;
        _tieGoesOn = tieGoesOn;
        _secondCall = secondCall;
        _lossesAlike = lossesAlike;
    }

    /// <summary>Notes where more is told than there is.</summary>
    public void Check() =>
        new Reading(_inquiry, _chain, _vote, PollMasks.Of(Abstention.NotCounted, invalidCast: false), DividedUnit.InPart, null, [], []).Fits(_inquiry, _vote);

    /// <summary>Every end that it may have. The reasons are noted.</summary>
    public Ends Decide()
    {
        foreach (var (masks, second) in Masks().SelectMany(m => _secondCall.Select(c => (m, c))))
        {
            var divided = DividedUnit.InPart;
            do
            {
                var reading = new Reading(_inquiry, _chain, _vote, masks, divided, Quorum(second), Asked(_chain.Needs), Asked(_chain.Enough));
                if (divided == DividedUnit.InPart && !reading.Fits(_inquiry, _vote))
                    return Ends.None;
                reading.Solve(_vote.AnybodyFor);
                if (reading.IsImpossible)
                {
                    _vote.Refuse(_vote.Weights.By, GroundKind.NoSuchVotes, _vote.Roll.Name, null);
                    return Ends.None;
                }

                _readings.Add(reading);
                divided = reading.IsDivided && divided < DividedUnit.Whole ? divided + 1 : DividedUnit.InPart;
            }
            while (divided != DividedUnit.InPart);
        }

        var ends = _readings.Aggregate(Ends.None, (all, r) => all | r.Ends);
        if ((ends & Ends.Tied) != 0)
            ends = Tie(ends);
        if (_lossesAlike && ends == (Ends.Lost | Ends.NoQuorum))
            ends = Ends.Lost;
        Report(ends);
        return ends;
    }

    /// <summary>What abstentions and invalid papers count as; in several ways where that is not said and there are any.</summary>
    private List<PollMasks> Masks()
    {
        var abstentions = new List<Abstention> { Abstention.NotCounted };
        if (_vote.HasAbstentions && _chain.First(r => r.Abstention) is { } slot)
        {
            if (_inquiry.Fill(slot, out var how, out var open))
            {
                abstentions = [how];
                _inquiry.Cite(slot.By, GroundKind.Abstentions, how switch
                {
                    Abstention.CountsAgainst => "counted against",
                    Abstention.QuorumOnly => "counted for the quorum only",
                    _ => "not counted",
                });
            }
            else
            {
                abstentions = [Abstention.NotCounted, Abstention.CountsAgainst, Abstention.QuorumOnly];
                _unsaid.Add((slot.By, open));
            }
        }

        bool[] invalid = [false];
        if (_vote.HasInvalid)
        {
            if (_chain.First(r => r.InvalidPapers) is not { } papers)
                invalid = [false, true];
            else if (_inquiry.Fill(papers, out var cast, out var open))
                invalid = [cast];
            else
                (invalid, _) = ([false, true], Unsaid(papers.By, open));
        }

        return [.. abstentions.SelectMany(a => invalid.Select(i => PollMasks.Of(a, i)))];
    }

    private bool Unsaid(Provision by, Ground open)
    {
        _unsaid.Add((by, open));
        return true;
    }

    private (Provision By, DecisionTest? Test, bool Open)? Quorum(bool second)
    {
        if (second && _chain.First(r => r.SecondCall) is { } call && _inquiry.Fill(call, out var lower, out _))
            return lower.Test is null ? null : (call.By, lower.Test, false);
        if (_chain.First(r => r.Quorum) is not { } slot)
            return null;
        if (!_inquiry.Fill(slot, out var rule, out var open))
        {
            if (!_unsaid.Exists(u => u.By == slot.By && u.Open.Need == open.Need))
                _unsaid.Add((slot.By, open));
            return (slot.By, null, true);
        }

        return rule.Test is { } test ? (slot.By, test, false) : null;
    }

    private List<(Provision By, DecisionTest? Test)> Asked(IReadOnlyList<Slot<DecisionTest>> slots)
    {
        var asked = new List<(Provision By, DecisionTest? Test)>();
        foreach (var slot in slots)
        {
            if (_inquiry.Fill(slot, out var test, out var open))
            {
                asked.Add((slot.By, test));
                continue;
            }

            asked.Add((slot.By, null));
            if (!_unsaid.Exists(u => u.By == slot.By && u.Open.Need == open.Need))
                _unsaid.Add((slot.By, open));
        }

        return asked;
    }

    /// <summary>What an equal vote is: where the charter says that it is lost, it is; where it says nothing and it leads nowhere, too.</summary>
    private Ends Tie(Ends ends)
    {
        if (_chain.First(r => r.Tie) is not { } slot)
            return _tieGoesOn ? ends : (ends & ~Ends.Tied) | Ends.Lost;
        if (!_inquiry.Fill(slot, out var tie, out var open))
        {
            _unsaid.Add((slot.By, open));
            return ends | Ends.Lost | Ends.Open;
        }

        if (tie.Lost)
        {
            _inquiry.Inform(Truth.No, slot.By, GroundKind.Tied, "lost", null, new Need("1 more vote in favour"));
            return (ends & ~Ends.Tied) | Ends.Lost;
        }

        if (ends == Ends.Tied)
        {
            var who = tie.Lot ? "lot" : tie.Chair ? "the chair" : tie.DecidedBy?.Words ?? "";
            _inquiry.Inform(Truth.No, slot.By, GroundKind.Tied, "decided by " + who, null, new Need(tie.Lot ? "a lot" : "vote of " + who, who));
        }

        return ends;
    }

    private void Report(Ends ends)
    {
        var first = _readings[0];
        var single = ends is Ends.Carried or Ends.Lost or Ends.Tied or Ends.NoQuorum;
        if (!single)
        {
            if (_secondCall.Length > 1)
                _inquiry.Note(Truth.Open, _chain.First(r => r.SecondCall)!.By, GroundKind.SecondCallOf, null, null, new Need("of which call this is the second"));
            foreach (var (_, open) in _unsaid)
                _inquiry.Note(open.Met, open.By, open.Message, open.First, open.Second, open.Need);
            if (_vote.HasInvalid && _chain.First(r => r.InvalidPapers) is null && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.InvalidUnsaid, null, null, new Need("whether an invalid paper is a vote cast"));
            if (first.IsDivided && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.DividedUnit, null, null, new Need("how a unit counts whose votes are divided"));
        }

        first.Report(_inquiry, ends, single);
        if (!single && _inquiry.Standing != Truth.Open)
            _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.VoteOpen, null, null, new Need("the votes one by one"));
    }

    /// <summary>The vote by one way of reading what is not said.</summary>
    private sealed class Reading
    {
        private readonly PollLine? _quorum;
        private readonly bool _quorumOpen;
        private readonly List<PollLine> _needs;
        private readonly List<PollLine> _enough;
        private readonly (int AtLeast, int AtMost) _equal;
        private readonly VoteClasses _classes;
        private readonly Completions _completions;
        private readonly System.Collections.Immutable.ImmutableArray<Gate> _gates;
        private readonly LaidVote _vote;
        private readonly List<(ToldSum Sum, Ratio Whole)> _wholes = [];

        public Reading(
            Inquiry inquiry, RuleChain chain, LaidVote vote, PollMasks masks, DividedUnit divided,
            (Provision By, DecisionTest? Test, bool Open)? quorum, List<(Provision By, DecisionTest? Test)> needs, List<(Provision By, DecisionTest? Test)> enough)
        {
            _vote = vote;
            _classes = new VoteClasses(inquiry, vote);
            var tests = new PollTests(inquiry, chain, vote, _classes, masks);
            foreach (var sum in vote.Sums.Where(s => _classes.Results(s.In.Units, s.In.Measure) == s))
                _wholes.Add((sum, tests.Whole(sum)));
            _quorumOpen = quorum is { Open: true };
            _quorum = quorum is { Test: { } presence } ? tests.Quorum(quorum.Value.By, presence) : null;
            PollLine Line((Provision By, DecisionTest? Test) l) => l.Test is { } test ? tests.Line(l.By, test) : new PollLine(l.By, null);
            _needs = needs.ConvertAll(Line);
            _needs.AddRange(vote.Roll.Amounts.Select(a => tests.Line(chain.First(r => r.Voters)!.By, a)));
            _enough = enough.ConvertAll(Line);
            _equal = tests.Equal();
            var (classes, shared) = _classes.Make(divided);
            _gates = tests.Gates;
            foreach (var line in Lines.Where(l => l.Test?.Units is not null || l.Test?.Measure is not null))
            {
                var kind = line.Test!.Units ?? line.Test.Measure!.Kind;
                if (line.Counts is not null || line.Test.Measure is { } m && m == vote.Weights.Measure || _classes.Results(line.Test.Units, line.Test.Measure) is not null)
                    continue;
                IsDivided |= divided != DividedUnit.InPart || _classes.HasDividedUnits(kind);
                if (_classes.MayDivide(kind) && vote.Sums.Exists(s => s.Given[(int)Response.Yes].Sign > 0 && s.Given[(int)Response.Yes] != _classes.Capacity(s).High))
                    line.Missing ??= new Need("how each " + kind.Name + " voted");
            }

            _completions = new Completions(_gates, classes, shared);
        }

        /// <summary>True if a test is by units, and one of them has votes on several sides.</summary>
        public bool IsDivided { get; }

        public Ends Ends { get; private set; }

        /// <summary>True if there is no way in which the votes that were told can have been given.</summary>
        public bool IsImpossible => _completions.Together is { Count: 0 };

        private IEnumerable<PollLine> Lines => (_quorum is null ? [] : new[] { _quorum }).Concat(_needs).Concat(_enough);

        /// <summary>Whether there are as many votes as were told; the reason is noted if there are not.</summary>
        public bool Fits(Inquiry inquiry, LaidVote vote)
        {
            foreach (var (sum, whole) in _wholes)
            {
                if (sum.Total > whole)
                    vote.Refuse(null, GroundKind.VoteSum, sum.Total, new object?[] { sum.In.Units?.Plural ?? sum.In.Measure!.Name, whole });
            }

            foreach (var sum in vote.Sums)
            {
                var all = _classes.Capacity(sum);
                if (_classes.Results(sum.In.Units, sum.In.Measure) == sum)
                    all = vote.Roll.IsOnRecord || sum.In.Units is null ? WeightBounds.Any : all;
                var grain = sum.In.Measure is null && vote.Weights.Measure is null;
                if (grain && sum.Given.Any(g => !g.IsInteger))
                    vote.Refuse(null, GroundKind.PartOfVote, sum.Given.First(g => !g.IsInteger), vote.Roll.Name);
                else if (sum.In == ToldIn.Votes && _classes.Grain(sum) is { IsZero: false } least && sum.Given.Any(g => !(g / least).IsInteger))
                    vote.Refuse(vote.Weights.By, GroundKind.NoSuchVotes, vote.Roll.Name, null, new Need("multiples of " + least.ToMixedString()));
                else if (vote.Roll.Places.All(p => p.Count.IsExact) && all.High is { } most && sum.Total > most)
                    vote.Refuse(vote.Roll.Bodies.Count > 0 ? vote.Roll.Bodies[0].Body.By : null, GroundKind.VoteSum, sum.Total, new object?[] { vote.Roll.Name, most });
                else if (!vote.Roll.Places.All(p => p.Count.IsExact) && vote.Roll.Size.Most is { } bound && sum.In == ToldIn.Votes && vote.Weights.Measure is null && sum.Total > bound)
                    vote.Refuse(vote.Roll.Bodies.Count > 0 ? vote.Roll.Bodies[0].Body.By : null, GroundKind.VoteSum, sum.Total, new object?[] { vote.Roll.Name, bound });
            }

            return vote.IsSound;
        }

        public void Solve(bool anybodyFor)
        {
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

        public void Report(Inquiry inquiry, Ends ends, bool single)
        {
            var alone = _completions.Alone.ToArray();
            Truth Gate(int g) => alone[g] switch { Counting.Truth.True => Truth.Yes, Counting.Truth.False => Truth.No, _ => Truth.Open };
            if (_quorum is { } quorum)
            {
                var met = quorum.Read(Gate);
                var there = quorum.Gates.Count > 0 && quorum.Missing is null ? Words(_completions.BoundsOf(_gates[quorum.Gates[0].Gate].Left)) : "";
                if (ends == Ends.NoQuorum)
                    inquiry.Inform(Truth.No, quorum.By, GroundKind.NoQuorum, quorum.Words, there, new Need(MoreThere(quorum)));
                else if (met == Truth.Yes)
                    inquiry.Cite(quorum.By, GroundKind.Quorum, quorum.Words, there);
                else if (met == Truth.Open && !single)
                    inquiry.Note(Truth.Open, quorum.By, GroundKind.TestOpen, "quorum " + quorum.Words, quorum.Missing?.Text ?? "how many are there", quorum.Missing);
                if (ends == Ends.NoQuorum)
                    return;
            }

            var enough = _enough.Find(l => l.Read(Gate) == Truth.Yes);
            if (enough is not null && ends == Ends.Carried)
            {
                Note(inquiry, enough, Gate, single);
                return;
            }

            var noted = false;
            foreach (var need in _needs)
                noted |= Note(inquiry, need, Gate, single) == Truth.No;
            if (!single)
            {
                foreach (var line in _enough)
                    Note(inquiry, line, Gate, single);
            }

            if (ends == Ends.Lost && !noted)
            {
                var by = _needs.Count > 0 ? _needs[0].By : _enough[0].By;
                if (!_vote.AnybodyFor)
                    inquiry.Inform(Truth.No, by, GroundKind.NobodyInFavour, null, null, new Need("1 vote in favour"));
                else
                    inquiry.Inform(Truth.No, by, GroundKind.NoWayToCarry, _needs.Count > 0 ? _needs[0].Words : "", null, new Need("other votes"));
            }
        }

        private Truth Note(Inquiry inquiry, PollLine line, Func<int, Truth> gate, bool single)
        {
            if (line.Test is null)
                return Truth.Open;
            if (line.Missing is { } missing)
            {
                if (!single)
                    inquiry.Note(Truth.Open, line.By, GroundKind.TestOpen, line.Words, missing.Text, missing);
                return Truth.Open;
            }

            var met = line.Read(gate);
            if (line.Counts is not null)
            {
                if (met == Truth.Open && !single)
                    inquiry.Note(met, line.By, GroundKind.TestOpen, line.Words, "how each unit voted", new Need("how each unit voted"));
                else if (met == Truth.Yes)
                    inquiry.Inform(met, line.By, GroundKind.Carried, line.Words, UnitsFor(line, gate));
                else if (met == Truth.No)
                    inquiry.Inform(met, line.By, GroundKind.NotCarried, line.Words, new object?[] { UnitsFor(line, gate), "other votes" }, new Need("other votes"));
                return met;
            }

            foreach (var (g, part) in line.Gates)
                Note(inquiry, line, g, part, gate(g), single);
            return met;
        }

        private static string UnitsFor(PollLine line, Func<int, Truth> gate) =>
            line.Gates.Any(g => gate(g.Gate) == Truth.Yes) ? "in favour: " + string.Join(", ", line.Gates.Where(g => gate(g.Gate) == Truth.Yes).Select(g => g.Part)) : "nobody in favour";

        private void Note(Inquiry inquiry, PollLine line, int g, string? part, Truth met, bool single)
        {
            var test = line.Test!;
            var (left, right) = (_completions.BoundsOf(_gates[g].Left).Range, _completions.BoundsOf(_gates[g].Right).Range);
            var sides = left is { } l && right is { } r ? new Sides(new Margin(l, r, l - r, _gates[g].Strict), test.Amount.How, part) : null;
            if (test.Base == TestBase.Unopposed)
                sides = sides is null ? null : sides with { None = true };
            switch (met)
            {
                case Truth.Yes:
                    inquiry.Inform(Truth.Yes, line.By, GroundKind.Carried, line.Words, sides);
                    break;
                case Truth.No:
                    var more = More(test, sides);
                    inquiry.Inform(Truth.No, line.By, GroundKind.NotCarried, line.Words, new object?[] { sides, more }, new Need(more));
                    break;
                default:
                    if (!single)
                    {
                        var need = MissingFor(test);
                        inquiry.Note(Truth.Open, line.By, GroundKind.TestOpen, line.Words, (part is null ? "" : part + ": ") + need.Text, need);
                    }

                    break;
            }
        }

        /// <summary>What would tell an open test.</summary>
        private Need MissingFor(DecisionTest test)
        {
            if (test.InEach is { } kind)
                return new Need("how each " + kind.Name + " voted");
            if (test.InEachChamber)
                return new Need("how each chamber voted");
            if (test.Measure is { } measure && _vote.Weights.Missing.Count > 0)
                return new Need("the " + measure.Name + " of every unit");
            if (test.Units is { } units)
                return new Need("how each " + units.Name + " voted");
            if (test.Measure is { } figure && _vote.Sums.Count > 0 && figure != _vote.Weights.Measure)
                return new Need("how each " + figure.Kind.Name + " voted");
            if (test.Base is TestBase.Members && !_vote.Roll.Size.IsExact)
                return new Need("the number of members of " + _vote.Roll.Name);
            return _vote.Weights.Missing.Count > 0 ? _vote.Weights.Missing[0] : new Need("exact figures for " + test.Words);
        }

        /// <summary>How many more in favour it takes, everybody else staying where they are in the base.</summary>
        private static string More(DecisionTest test, Sides? sides)
        {
            if (test.Base == TestBase.Unopposed)
                return sides?.Margin.Right.High.ToMixedString() + " fewer against";
            if (sides is not { Margin: var margin })
                return "other votes";
            var missing = margin.Missing;
            var whole = test.Base is not TestBase.Measure;
            var lacking = whole ? (margin.Strict ? (Ratio)(missing.Floor() + 1) : missing.Ceiling()) : missing;
            if (test.NotInFavour || test.Amount.How is Comparison.AtMost or Comparison.FewerThan)
                return lacking.ToMixedString() + " fewer not in favour";
            var of = test.Base switch
            {
                TestBase.Measure => test.Measure!.Name,
                TestBase.Units => lacking == Ratio.One ? test.Units!.Name : test.Units!.Plural,
                _ => lacking == Ratio.One ? "vote in favour" : "votes in favour",
            };
            return (whole || !margin.Strict ? "" : "more than ") + lacking.ToMixedString() + " more " + of;
        }

        private string MoreThere(PollLine quorum)
        {
            if (quorum.Gates.Count != 1 || _completions.BoundsOf(_gates[quorum.Gates[0].Gate].Left - _gates[quorum.Gates[0].Gate].Right).Low is not { } low)
                return "more present";
            var missing = Ratio.Max(Ratio.Zero, -low);
            return (_gates[quorum.Gates[0].Gate].Strict ? missing.Floor() + 1 : missing.Ceiling()).ToString(CultureInfo.InvariantCulture) + " more present";
        }

        private static string Words(AmountBounds bounds) => bounds.Range is { } range ? range.IsExact ? range.Low.ToMixedString() : range.Low.ToMixedString() + " to " + range.High.ToMixedString() : "";
    }
}
