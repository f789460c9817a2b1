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
    private readonly List<PollReading> _readings = [];
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
        new PollReading(_inquiry, _chain, _vote, PollMasks.Of(Abstention.NotCounted, invalidCast: false), DividedUnit.InPart, null, [], []).Fits(_inquiry, _vote);

    /// <summary>Every end that it may have. The reasons are noted.</summary>
    public Ends Decide()
    {
        foreach (var (masks, second) in Masks().SelectMany(m => _secondCall.Select(c => (m, c))))
        {
            var (divided, before) = (DividedUnit.InPart, _readings.Count);
            do
            {
                var reading = new PollReading(_inquiry, _chain, _vote, masks, divided, Quorum(second), Asked(_chain.Needs), Asked(_chain.Enough));
                if (divided == DividedUnit.InPart && !reading.Fits(_inquiry, _vote))
                    return Ends.None;
                reading.Solve(_vote.AnybodyFor, IsEmptyCarried());
                if (reading.IsImpossible)
                {
                    _vote.Refuse(_vote.Weights.By, GroundKind.NoSuchVotes, _vote.Roll.Name, null);
                    return Ends.None;
                }

                _readings.Add(reading);
                divided = reading.IsDivided && divided < DividedUnit.Whole ? divided + 1 : DividedUnit.InPart;
            }
            while (divided != DividedUnit.InPart);
            Divided(before);
        }

        var ends = _readings.Aggregate(Ends.None, (all, r) => all | r.Ends);
        if ((ends & Ends.Tied) != 0)
            ends = Tie(ends);
        if (_lossesAlike && ends == (Ends.Lost | Ends.NoQuorum))
            ends = Ends.Lost;
        Report(ends);
        return ends;
    }

    /// <summary>Where it makes a difference how a divided unit counts, the reading that the rule says is the one that holds.</summary>
    private void Divided(int before)
    {
        var ways = _readings.GetRange(before, _readings.Count - before);
        if (ways.TrueForAll(r => r.Ends == ways[0].Ends) || _chain.First(r => r.Divided) is not { } slot || !_inquiry.Fill(slot, out var how, out _))
            return;
        _readings.RemoveRange(before, ways.Count);
        _readings.Add(ways[(int)how]);
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

        bool[] others = [false];
        if (_vote.HasOthers && _chain.First(r => r.OthersAreAbsent) is { } away)
        {
            if (_inquiry.Fill(away, out var absent, out var open))
                others = [absent];
            else
                (others, _) = ([false, true], Unsaid(away.By, open));
        }

        return [.. abstentions.SelectMany(a => invalid.SelectMany(i => others.Select(o => PollMasks.Of(a, i, o))))];
    }

    /// <summary>Whether nobody is for or against, and that is carried.</summary>
    private bool IsEmptyCarried() =>
        _vote is { AnybodyFor: false, AnybodyAgainst: false } && _chain.First(r => r.EmptyCarried) is { } slot && _inquiry.Fill(slot, out var carried, out _) && carried;

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
}
