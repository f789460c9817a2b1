using Foedus.Engine.Judging;

namespace Foedus.Engine.Verbs;

/// <summary>Something is put on record: it needs no power and changes nothing.</summary>
internal sealed class RecordsVerb : IVerb
{
    public void Judge(Judgement judgement) => judgement.Note(Truth.Yes, null, GroundKind.Recorded);
}
