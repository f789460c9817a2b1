using Foedus.Engine.Judging;
using Foedus.Engine.Law;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is issued: by whom the charter says, within the competence, and in force when the charter says.</summary>
internal sealed class IssuesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var made = j.Act.Object;
        if (j.View.TryValue(Relations.MadeBy, made, out _))
        {
            j.Refuse(null, GroundKind.AlreadyExists, j.ObjectName);
            return;
        }

        if (j.Act.Other == made)
        {
            j.Refuse(null, GroundKind.AgainstItself, j.ObjectName);
            return;
        }

        if (j.Book.Instrument(j.Act.Sort) is not { } kind)
        {
            j.Refuse(null, GroundKind.UnknownSort, j.Act.Sort, null, new Need("a provision about acts of the sort " + j.Act.Sort));
            return;
        }

        if (kind.IssuedBy is null)
            j.NoProvision("issue acts of the sort " + kind.Name);
        else
            j.MayAct(kind.IssuedBy);
        LegalActs.Make(j, made, kind, j.Actor, j.Act.Topic, j.Act.Day, j.Act.Other, issued: true);
    }
}
