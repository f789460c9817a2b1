using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Somebody resigns from an office or a seat, or is recalled by whoever elected.</summary>
internal sealed class LeavesOfficeVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var resigns = j.Act.Verb == Verb.Resigns;
        var person = resigns ? j.Actor : j.Act.Object;
        var isBody = j.Roll[j.Act.Other].Kind == ThingKind.Body;
        var relation = isBody ? Relations.Seat : Relations.Holder;
        if (!j.View.Holds(relation, j.Act.Other, person))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(person) + " as " + j.Roll.NameOf(j.Act.Other));
            return;
        }

        if (!resigns)
        {
            var body = j.BodyOf(j.Act.Other)?.Body;
            var office = j.Book.Offices.FirstOrDefault(o => string.Equals(o.Name, j.Roll[j.Act.Other].Name, StringComparison.Ordinal));
            var chosen = body?.Chosen ?? office?.Chosen ?? office?.Of?.Chosen;
            if (chosen is null)
                j.NoProvision("recall from " + j.Roll.NameOf(j.Act.Other));
            else if (j.Ask(chosen, out var choosing))
                j.MayAct(choosing.By, chosen.By);
        }
        else
        {
            j.OwnRight(null, "it is " + j.Roll.NameOf(j.Act.Other));
        }

        j.Unlink(relation, j.Act.Other, person);
    }
}
