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

        j.MayDo(fact.By, fact.Provision, GroundKind.StatedBy, GroundKind.NotStatedBy, name, new object?[] { fact.By.Words, j.ActorName }, name, shares: true);
        var value = j.Act.Text;
        if (value is null && fact.Values.Length > 0)
            j.Refuse(fact.Provision, GroundKind.ValueUnsaid, name, string.Join(" or ", fact.Values), new Need("one of " + string.Join(", ", fact.Values)));
        else if (value is not null && fact.Values.Length > 0 && !fact.Values.Contains(value, StringComparer.Ordinal))
            j.Refuse(fact.Provision, GroundKind.NotAValue, value, name, new Need("one of " + string.Join(", ", fact.Values)));
        var about = j.Act.Object >= 0 ? j.Act.Object : Roll.Federation;
        j.Link(Relations.Fact, about, j.Roll.Word(name), j.Roll.Word(value ?? "yes"));
        foreach (var doer in j.Act.By)
            j.Link(Relations.StatedBy, j.Roll.Add(ThingKind.Statement, name, about), doer);
    }
}
