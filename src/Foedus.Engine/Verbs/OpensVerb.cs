using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A session begins: from then on nobody acts for the body.</summary>
internal sealed class OpensVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Act.Object) is not { Body: var body })
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        j.Cite(body.By, GroundKind.Recorded);
        j.Link(Relations.Sitting, j.Act.Object, 0);
    }
}
