using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Law;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is repealed, by whoever made it and may issue acts of its sort.</summary>
internal sealed class RepealsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var it = j.Act.Object;
        if (LegalActs.IsAnnulled(j, it))
        {
            j.Refuse(null, GroundKind.WasAnnulled, j.ObjectName);
            return;
        }

        if (!j.View.TryValue(Relations.Sort, it, out var sort) || j.Book.Instrument(j.Roll.WordOf(sort)) is not { } kind || !LegalActs.TrySource(j, it, out _))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        if (kind.IssuedBy is { } by)
            j.MayAct(by);
        else
            j.NoProvision("repeal acts of the sort " + kind.Name);
        Repeals.ByMaker(j, it, kind);
        Repeals.Write(j, it, kind.By);
    }
}
