using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Somebody finds something of an act or a person: a human judgement, recorded with its author and never made by the engine. Whether the
/// author's finding counts is for the rule that asks for it.
/// </summary>
internal sealed class FindsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var about = j.Act.Object >= 0 ? j.Act.Object : 0;
        var word = j.Roll.Word(j.Act.Text ?? "");
        j.Note(Truth.Yes, null, GroundKind.FoundBy, j.ActorName);
        j.Link(Relations.Finding, about, word, j.Actor);
        if (j.Act.Other >= 0)
            j.Link(Relations.FindingWith, about, word, j.Act.Other);
    }
}
