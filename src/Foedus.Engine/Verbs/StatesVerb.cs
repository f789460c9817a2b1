using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A declared fact is stated, by whom the charter lets state it.</summary>
internal sealed class StatesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var name = j.Act.Sort ?? "";
        var fact = j.Book.Edition.Facts.Find(f => string.Equals(f.Name, name, StringComparison.Ordinal));
        if (fact is null)
        {
            j.Refuse(null, GroundKind.UnknownFact, name);
            return;
        }

        var met = j.Are(j.Act.By, fact.By);
        if (met == Truth.Yes)
            j.Cite(fact.Provision, GroundKind.StatedBy, name, fact.By.Words);
        else
            j.Note(met, fact.Provision, GroundKind.NoPower, fact.By.Words, j.ActorName, new Need(name, fact.By.Words));
        var value = j.Act.Text;
        if (value is not null && fact.Values.Length > 0 && !fact.Values.Contains(value, StringComparer.Ordinal))
            j.Refuse(fact.Provision, GroundKind.NotAValue, value, name);
        var about = j.Act.Object >= 0 ? j.Act.Object : Roll.Federation;
        j.Link(Relations.Fact, about, j.Roll.Word(name), j.Roll.Word(value ?? "yes"));
        foreach (var doer in j.Act.By)
            j.Link(Relations.StatedBy, j.Roll.Add(ThingKind.Statement, name, about), doer);
    }
}
