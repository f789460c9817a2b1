using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>Why a vote that was told is none: reasons against, by name.</summary>
internal sealed partial class LaidVote
{
    public void Refuse(Provision? by, GroundKind why, object? first, object? second, Need? need = null)
    {
        IsSound = false;
        _inquiry.Note(Truth.No, by, why, first, second, need);
    }

    private void Refuse(List<int> places, int voter, Ratio cast)
    {
        var all = Ratio.Zero;
        foreach (var i in places)
            all += IsUnrecorded(i) ? Ratio.One : Weights.AllVotes(Roll.Places[i]).Low;
        var before = all - Left(places, voter);
        if (places.Exists(i => !IsUnrecorded(i) && !Weights.AllVotes(Roll.Places[i]).IsExact))
        {
            _inquiry.Note(Truth.Open, Roll.Bodies.Count > 0 ? Roll.Bodies[0].Body.By : null, GroundKind.SeatsOpen, _inquiry.Roll.NameOf(voter), Roll.Name, new Need("the votes of " + _inquiry.Roll.NameOf(voter) + " in " + Roll.Name));
            IsSound = false;
            return;
        }

        Refuse(Weights.By, GroundKind.TooManyVotes, _inquiry.Roll.NameOf(voter), new object?[] { all, before + cast, Roll.Name }, new Need("at most " + (all - before) + " votes"));
    }

    private void RefuseName(int voter, (Provision? By, GroundKind Why, string What) reason, Side side = Side.For)
    {
        // Whoever has no vote does not abstain: the report says that he takes no part.
        var need = side == Side.Abstaining && reason.Why != GroundKind.NotAVoter ? new Need($"`not taking part {_inquiry.Roll.NameOf(voter)}` instead of `abstaining`")
            : reason.Why == GroundKind.NoVoteWhen ? new Need("not " + reason.What) : null;
        Refuse(reason.By, reason.Why, _inquiry.Roll.NameOf(voter), reason.What, need);
    }
}
