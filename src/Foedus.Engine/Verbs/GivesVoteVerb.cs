using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Verbs;

/// <summary>A member gives its vote to another, where the rule of its body lets it.</summary>
internal sealed class GivesVoteVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var polls = PollAt.Open(j, j.Act.Object, out _, out _);
        var mark = j.Marked();
        foreach (var poll in polls.OrderBy(p => Proxies.MayBeGiven(p) ? 0 : 1))
        {
            foreach (var chain in poll.Rules().SelectMany(c => c).Take(1))
            {
                if (poll.Lay(chain, withCasts: false) is not { } vote)
                    continue;
                if (vote.Roll.Find(j.Actor, out _).Count == 0 && vote.Roll.Unrecorded(j.Actor, _ => true) < 0)
                    continue;
                Proxies.Give(j, poll, vote);
                return;
            }
        }

        j.ForgetSince(mark);
        j.Refuse(null, GroundKind.NotAVoter, j.ActorName, string.Join(", ", polls.SelectMany(p => p.By).Distinct().Select(j.Roll.NameOf)));
    }
}
