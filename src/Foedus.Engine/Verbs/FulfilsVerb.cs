using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A duty is fulfilled, by whom it lies on.</summary>
internal sealed class FulfilsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var name = j.Roll[j.Act.Object].Name;
        var about = j.Act.Other >= 0 ? j.Act.Other : Roll.Federation;
        var thing = j.Roll.Add(ThingKind.Duty, name, about);
        var duty = NotifiesVerb.DutiesOf(j).FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal));
        if (duty is null)
        {
            j.Refuse(null, GroundKind.NoDuty);
            return;
        }

        if (duty.On is { } on)
            j.MayAct(on);
        Clock.Duties.Done(j, duty.By, thing);
    }
}
