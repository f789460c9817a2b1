using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>Somebody empowers an agent to a task; what the agent does beyond it is not the principal's act.</summary>
internal sealed class EmpowersVerb : IVerb
{
    public void Judge(Judgement j)
    {
        j.Note(Truth.Yes, null, GroundKind.Mandate, j.ObjectName, j.Act.Text);
        j.Write(Relations.Empowered, j.Act.Object, j.Actor);
    }
}
