using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Verbs;

/// <summary>An equal vote is decided by lot, where the rule says so; the body draws, or an office of it.</summary>
internal sealed class DrawsLotsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!Answering.IsPending(j, j.Act.Object))
            return;
        if (!EqualVote.ByLot(j, j.Act.Tallies[0].Side == Side.For))
            j.Refuse(null, GroundKind.NotTied, j.ObjectName, null, new Need("an equal vote that is decided by lot"));
    }
}
