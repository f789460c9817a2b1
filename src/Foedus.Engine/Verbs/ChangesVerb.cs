using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;

namespace Foedus.Engine.Verbs;

/// <summary>Something happens to units by somebody's act: they are admitted, merged, divided, transferred, tied otherwise, expelled.</summary>
internal sealed class ChangesVerb : IVerb
{
    public void Judge(Judgement j) => Changes.Make(j, Meant(j), new ChangeWay.ByAct());

    private static UnitChange Meant(Judgement j)
    {
        var act = j.Act;
        var change = act.Verb switch
        {
            Verb.Admits => new UnitChange(ChangeWords.Admission, [act.Object]) { Task = "admit a unit", As = j.Book.Kind(act.Sort), Parent = act.Other },
            Verb.Merges => new UnitChange(ChangeWords.Merger, act.Things) { Task = "merge units", Into = [act.Object] },
            Verb.Splits => new UnitChange(ChangeWords.Split, [act.Object]) { Task = "divide a unit", Into = act.Things },
            Verb.Expels => new UnitChange(ChangeWords.Expulsion, [act.Object]) { Task = "expel a unit" },
            Verb.Dissolves => new UnitChange(ChangeWords.Dissolution, [act.Object]) { Task = "dissolve a unit" },
            Verb.Succeeds => new UnitChange(ChangeWords.Succession, [act.Object]) { Task = "name the successor of a unit", Into = act.Things },
            Verb.Transfers => new UnitChange(ChangeWords.Boundary, [act.Object]) { Task = "transfer a unit", Parent = act.Other },
            Verb.Links => new UnitChange(ChangeWords.Tie, [act.Object]) { Task = "change how a unit is tied to the federation", Tie = act.Sort },
            _ => new UnitChange(ChangeWords.Kind, [act.Object]) { Task = "raise a unit to another kind", As = j.Book.Kind(act.Sort) },
        };
        return change with { Says = act.Day };
    }
}
