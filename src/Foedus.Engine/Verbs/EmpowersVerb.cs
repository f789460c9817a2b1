using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Somebody of whom the charter knows empowers an agent to a task: words only, since no power passes on without a clause. What the agent does
/// beyond it is not the principal's act.
/// </summary>
internal sealed class EmpowersVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!j.Act.By.All(j.Parties.HasAPlace))
            j.NoProvision("empower anybody");

        j.Note(Truth.Yes, null, GroundKind.Mandate, j.ObjectName, j.Act.Text);
        j.Write(Relations.Empowered, j.Act.Object, j.Actor);
    }
}
