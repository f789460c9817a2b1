using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>In a case: a matter is taken to stand at a stage already, of the procedure for its sort where several have a stage of that name.</summary>
internal sealed class StartsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        Openings.Describe(j, j.Act.Object);
        foreach (var procedure in IntroducesVerb.Meant(j).Concat(j.Book.Edition.Procedures))
        {
            var stage = procedure.Stages.Find(s => string.Equals(s.Name, j.Act.Text, StringComparison.Ordinal));
            var end = procedure.Ends.Find(e => string.Equals(e.Name, j.Act.Text, StringComparison.Ordinal));
            if (stage is null && end is null)
                continue;
            j.Write(Relations.Text, j.Act.Object, 1);
            Transition.To(j, j.Act.Object, j.Book, new Way(null, null, stage, end));
            return;
        }

        j.Refuse(null, GroundKind.UnknownThing, j.Act.Text);
    }
}
