using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// The vote by which somebody is chosen or recalled: what was told of it is laid over those who vote like any other vote, and decided by the
/// rule that the charter gives for it. Where nothing was told the choice is taken from the record, and the ruling says so.
/// </summary>
internal sealed class ElectionVote
{
    private readonly Judgement _j;
    private readonly int _post;
    private readonly Choosing? _choosing;
    private readonly Provision _by;
    private readonly ImmutableArray<Tally> _told;

    private ElectionVote(Judgement j, int post, Choosing? choosing, Provision by)
    {
        _j = j;
        _post = post;
        _choosing = choosing;
        _by = by;
        _told = j.Act.Tallies;
    }

    /// <summary>Whether somebody is chosen by what was told, or by the record. False: the vote came out otherwise, or is open; it is noted.</summary>
    /// <param name="j">The act.</param>
    /// <param name="post">The office or body for which somebody is chosen.</param>
    /// <param name="choosing">How; null where only who fills a vacancy is said.</param>
    /// <param name="by">Where it is said.</param>
    /// <param name="place">The mandate that waits if the vote is equal.</param>
    public static bool Chooses(Judgement j, int post, Choosing? choosing, Provision by, Mandate place) =>
        new ElectionVote(j, post, choosing, by).Decides(choosing?.Rule, place.Packed, place.Unit);

    /// <summary>Whether somebody is recalled by what was told, or by the record.</summary>
    public static bool Recalls(Judgement j, int post, DecisionRule? rule, Provision by) =>
        new ElectionVote(j, post, null, by).Decides(rule, EqualElection.Recall, -1);

    private bool Decides(DecisionRule? rule, long waits, int unit)
    {
        var how = _choosing?.How is { } words ? ", " + words : "";
        if (_told.IsEmpty)
        {
            if (how.Length > 0 || _j.Act.By.Any(d => _j.Roll[d].Kind == ThingKind.Body))
                _j.Inform(Truth.Yes, _by, GroundKind.AsRecorded, _j.ActorName, how);
            return true;
        }

        if (_choosing is { ByLot: true })
        {
            _j.Refuse(_by, GroundKind.ByLotAlone, null, null, new Need("the lot, without votes"));
            return false;
        }

        if (Poll() is not { } poll || !CandidatesDiffer())
            return false;
        poll.Tell(-1, Together());
        if (_choosing is { ByBallots: true })
        {
            poll.Check(rule);
            _j.Inform(Truth.Yes, _by, GroundKind.BallotsAsRecorded, _j.ActorName, how);
            return true;
        }

        var later = _choosing?.AtLaterBallot is not null && _j.View.Holds(Relations.FirstBallot, _post, Of(unit));
        return Close(poll, later ? _choosing!.AtLaterBallot : rule, later || _choosing is { ByPlurality: true }, waits, unit);
    }

    private bool Close(Poll poll, DecisionRule? rule, bool mostVotes, long waits, int unit)
    {
        var ends = poll.Result(rule);
        if (mostVotes && ends is Ends.Carried)
            ends = AheadOfAll(poll, rule);
        _j.Result = ends switch
        {
            Ends.Carried => Outcome.Carried,
            Ends.Lost => Outcome.Lost,
            Ends.Tied => Outcome.Tied,
            Ends.NoQuorum => Outcome.NoQuorum,
            _ => Outcome.None,
        };
        if (_j.Result == Outcome.None)
            return false;
        poll.Close(ends);
        if (_choosing?.AtLaterBallot is not null && ends != Ends.NoQuorum)
            _j.Link(Relations.FirstBallot, _post, Of(unit), ends == Ends.Carried ? Kernel.FactVersion.Nothing : 1);
        if (ends == Ends.Carried)
            return true;
        if (ends == Ends.Tied && poll.Tie(rule) is not null)
            EqualElection.Wait(_j, poll, _post, waits);
        _j.Inform(Truth.No, _by, waits == EqualElection.Recall ? GroundKind.NotRecalled : GroundKind.NobodyChosen, _j.Roll.NameOf(_post));
        return false;
    }

    /// <summary>Those who vote: the bodies that act, or electors. Whoever decides alone has no votes to count.</summary>
    private Poll? Poll()
    {
        var bodies = _j.Act.By.Select(d => _j.BodyOf(d)).OfType<BodyAt>().ToList();
        if (bodies.Count == _j.Act.By.Length)
            return new Poll(_j, _post, null, bodies, -1);
        if (_j.Act.By is [var one] && _j.Roll[one].Kind == ThingKind.Electors)
            return new Poll(_j, _post, null, [], one);
        _j.Refuse(_by, GroundKind.NoVoteThere, _j.ActorName, null, new Need("the act without votes, or whose votes they are"));
        return null;
    }

    private bool CandidatesDiffer()
    {
        var seen = new HashSet<int> { _j.Act.Object };
        foreach (var tally in _told)
        {
            if (tally.Candidate < 0 || (seen.Add(tally.Candidate) && _j.Act.Verb is Verb.Elects or Verb.ElectsOffice or Verb.Appoints))
                continue;
            if (_j.Act.Verb is Verb.Elects or Verb.ElectsOffice or Verb.Appoints)
                _j.Refuse(null, GroundKind.CandidateTwice, _j.Roll.NameOf(tally.Candidate));
            else
                _j.Refuse(null, GroundKind.NoCandidates, _j.Roll.NameOf(tally.Candidate), null, new Need("votes for and against"));
            return false;
        }

        return true;
    }

    /// <summary>Whoever votes for somebody else does not vote for the one of whom the act tells.</summary>
    private ImmutableArray<Tally> Together() => [.. _told.Select(t => t.Candidate < 0 ? t : t with { Side = Side.Against, Candidate = -1 })];

    /// <summary>Whether the one of whom the act tells has more votes than each of the others.</summary>
    private Ends AheadOfAll(Poll whole, DecisionRule? rule)
    {
        var ends = Ends.Carried;
        foreach (var rival in _told.Where(t => t.Candidate >= 0).Select(t => t.Candidate))
        {
            var pair = new Poll(_j, _post, null, whole.Bodies, whole.Electors);
            pair.Tell(-1, [.. _told.Select(t => t.Candidate == rival ? t with { Side = Side.Against, Candidate = -1 }
                : t.Candidate >= 0 || t.Side == Side.Against ? t with { Side = Side.Abstaining, Candidate = -1 } : t)]);
            var one = pair.Compared(rule, out var votes, out var others);
            var (name, sides) = (_j.Roll.NameOf(rival), new object?[] { votes, others });
            if (one == Ends.Carried)
                _j.Inform(Truth.Yes, _by, GroundKind.MoreVotes, name, sides);
            else if (one == Ends.Tied)
                _j.Inform(Truth.No, _by, GroundKind.AsManyVotes, name, sides, new Need("1 more vote in favour"));
            else if (one == Ends.Lost)
                _j.Inform(Truth.No, _by, GroundKind.FewerVotes, name, sides, new Need("more votes than " + name));
            else
                _j.Note(Truth.Open, _by, GroundKind.VoteOpen, null, null, new Need("how many votes " + name + " has"));
            ends = one == Ends.Lost || ends == Ends.Lost ? Ends.Lost
                : one is not (Ends.Carried or Ends.Tied) || ends is not (Ends.Carried or Ends.Tied) ? Ends.Open
                : one == Ends.Tied ? Ends.Tied : ends;
        }

        if (ends != Ends.Tied || whole.TieIsLost(rule) is not { } lost)
            return ends;
        _j.Inform(Truth.No, lost, GroundKind.Tied, "lost", null, new Need("1 more vote in favour"));
        return Ends.Lost;
    }

    private static int Of(int unit) => unit >= 0 ? unit : Roll.Federation;
}
