using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Remedies;

namespace Foedus.Engine.Verbs;

/// <summary>Something is put on record: it needs no power and changes nothing, but for a call to act by whoever decides on a remedy.</summary>
internal sealed class RecordsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        j.Note(Truth.Yes, null, GroundKind.Recorded);
        if (j.Act is { Verb: Verb.CallsUpon, Object: >= 0 })
            Omissions.CalledUpon(j, j.Act.Object, j.Act.Text);
    }
}
