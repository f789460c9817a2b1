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

    /// <summary>True if it turned out, once it was decided, that nobody can say whether there was a quorum.</summary>
    public bool QuorumIsOpen { get; private set; }

    /// <summary>Every end that it may have. The reasons are noted.</summary>
    public Ends Decide()
    {
        var all = Masks();
        for (var i = 0; i < all.Count * _secondCall.Length; i++)
        {
            var (masks, second) = (all[i / _secondCall.Length], _secondCall[i % _secondCall.Length]);
            var ways = new List<(DividedUnit Divided, bool EqualCounts, PollReading Reading)>();
            var (divided, equalCounts) = (DividedUnit.InPart, true);
            while (true)
            {
                var reading = new PollReading(_inquiry, _chain, _vote, masks, divided, Quorum(second), Asked(_chain.Needs), Asked(_chain.Enough), equalCounts);
                if (ways.Count == 0 && !reading.Fits(_inquiry, _vote))
                    return Ends.None;
                reading.Solve(_vote.AnybodyFor, IsEmptyCarried());
                if (reading.IsImpossible)
                {
                    _vote.Refuse(_vote.Weights.By, GroundKind.NoSuchVotes, _vote.Roll.Name, null);
                    return Ends.None;
                }

                ways.Add((divided, equalCounts, reading));
                if (equalCounts && reading.HasEqualUnits)
                    equalCounts = false;
                else if (reading.IsDivided && divided < DividedUnit.Whole)
                    (divided, equalCounts) = (divided + 1, true);
                else
                    break;
            }

            if (ways.Count > 1)
                Units(ways);
            foreach (var way in ways)
                _readings.Add(way.Reading);
        }

        var ends = Ends.None;
        foreach (var reading in _readings)
            ends |= reading.Ends;
        if ((ends & Ends.Tied) != 0)
            ends = Tie(ends);
        QuorumIsOpen = (ends & Ends.NoQuorum) != 0 && ends != Ends.NoQuorum;
        if (_lossesAlike && ends == (Ends.Lost | Ends.NoQuorum))
            ends = Ends.Lost;
        Report(ends);
        return ends;
    }

    /// <summary>Where it makes a difference how a divided unit counts, or one in which the vote is equal, what the rule says of it holds.</summary>
    private void Units(List<(DividedUnit Divided, bool EqualCounts, PollReading Reading)> ways)
    {
        bool Differ() => ways.Exists(w => w.Reading.Ends != ways[0].Reading.Ends);
        if (Differ() && ways.Exists(w => w.Divided != DividedUnit.InPart) && _chain.First(r => r.Divided) is { } slot && _inquiry.Fill(slot, out var how, out _))
            ways.RemoveAll(w => w.Divided != how);
        if (Differ() && ways.Exists(w => !w.EqualCounts) && _chain.First(r => r.EqualIsAgainst) is { } equal && _inquiry.Fill(equal, out var counts, out _))
            ways.RemoveAll(w => w.EqualCounts != counts);
    }

    /// <summary>What abstentions, blank and invalid papers count as; in several ways where that is not said and there are any.</summary>
    private List<PollMasks> Masks()
    {
        BlankPaper[] blanks = _vote.HasBlank ? Ways(r => r.BlankPapers, [BlankPaper.Abstention, BlankPaper.Invalid, BlankPaper.Cast]) : [BlankPaper.Abstention];
        var abstentions = new List<Abstention> { Abstention.NotCounted };
        if ((_vote.HasAbstentions || (_vote.HasBlank && blanks.Contains(BlankPaper.Abstention))) && _chain.First(r => r.Abstention) is { } slot)
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

        bool[] invalid = _vote.HasInvalid || (_vote.HasBlank && blanks.Contains(BlankPaper.Invalid)) ? Ways(r => r.InvalidPapers, [false, true]) : [false];
        bool[] others = [false];
        if (_vote.HasOthers && _chain.First(r => r.OthersAreAbsent) is not null)
            others = Ways(r => r.OthersAreAbsent, [false, true]);
        var all = new List<PollMasks>(1);
        foreach (var abstention in abstentions)
        {
            foreach (var cast in invalid)
            {
                foreach (var absent in others)
                {
                    foreach (var blank in blanks)
                        all.Add(PollMasks.Of(abstention, cast, absent, blank));
                }
            }
        }

        return all;
    }

    /// <summary>What a place says, or all that it might where nothing fills it.</summary>
    private T[] Ways<T>(Func<DecisionRule, Slot<T>?> place, T[] all)
    {
        if (_chain.First(place) is not { } slot)
            return all;
        if (_inquiry.Fill(slot, out var said, out var open))
            return [said];
        _unsaid.Add((slot.By, open));
        return all;
    }

    /// <summary>Whether nobody is for or against, and that is carried.</summary>
    private bool IsEmptyCarried() =>
        _vote is { AnybodyFor: false, AnybodyAgainst: false } && _chain.First(r => r.EmptyCarried) is { } slot && _inquiry.Fill(slot, out var carried, out _) && carried;

    private (Provision By, DecisionTest? Test, bool Open)? Quorum(bool second)
    {
        if (second && _chain.SecondCall is { } call && _inquiry.Fill(call, out var lower, out _))
            return lower.Test is null ? null : (call.By, lower.Test, false);
        if (_chain.First(r => r.Quorum) is not { } slot)
            return null;
        if (!_inquiry.Fill(slot, out var rule, out var open))
        {
            Unsaid(slot.By, open);
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
            Unsaid(slot.By, open);
        }

        return asked;
    }

    /// <summary>Keeps what is not said, once for each place and what it needs.</summary>
    private void Unsaid(Provision by, Ground open)
    {
        if (!_unsaid.Exists(u => u.By == by && u.Open.Need == open.Need))
            _unsaid.Add((by, open));
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
                _inquiry.Note(Truth.Open, _chain.SecondCall!.By, GroundKind.SecondCallOf, null, null, new Need("of which call this is the second"));
            foreach (var (_, open) in _unsaid)
                _inquiry.Note(open.Met, open.By, open.Message, open.First, open.Second, open.Need);
            if (_vote.HasInvalid && _chain.First(r => r.InvalidPapers) is null && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.InvalidUnsaid, null, null, new Need("whether an invalid paper is a vote cast"));
            if (_vote.HasBlank && _chain.First(r => r.BlankPapers) is null && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.BlankUnsaid, null, null, new Need("what a blank paper counts as"));
            if (first.HasEqualUnits && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.EqualUnit, null, null, new Need("what the vote of a unit is that is equal in it"));
            if (first.IsDivided && _readings.Exists(r => r.Ends != first.Ends))
                _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.DividedUnit, null, null, new Need("how a unit counts whose votes are divided"));
        }

        first.Report(_inquiry, ends, single);
        if (!single && _inquiry.Standing != Truth.Open)
            _inquiry.Note(Truth.Open, _chain.Leading.By, GroundKind.VoteOpen, null, null, new Need("the votes one by one"));
    }
}
