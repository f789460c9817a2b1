using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is issued: by whom the charter says, within the competence, and in force when the charter says.</summary>
internal sealed class IssuesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var made = j.Act.Object;
        if (j.View.TryValue(Relations.MadeBy, made, out _))
        {
            j.Refuse(null, GroundKind.AlreadyExists, j.ObjectName);
            return;
        }

        if (j.Book.Instrument(j.Act.Sort) is not { } kind)
        {
            j.Refuse(null, GroundKind.UnknownSort, j.Act.Sort, null, new Need("a provision about acts of the sort " + j.Act.Sort));
            return;
        }

        if (kind.IssuedBy is null)
            j.NoProvision("issue acts of the sort " + kind.Name);
        else
            j.MayAct(kind.IssuedBy);
        j.WithinCompetence(j.Act.Topic);
        j.Write(Relations.Sort, made, j.Roll.Word(kind.Name));
        if (j.Act.Topic is { } topic)
            j.Write(Relations.Topic, made, j.Roll.Word(topic));
        j.Write(Relations.Maker, made, j.Actor);
        if (j.Act.Other >= 0)
            j.Link(Relations.IssuedAgainst, j.Act.Other, made);
        Made(j, made, kind, j.Act.Day);
    }

    /// <summary>A legal act comes into being: who is bound, when it is in force, in what languages it is to be published.</summary>
    internal static void Made(Judgement j, int made, InstrumentKind kind, Day? dayItSays)
    {
        j.Write(Relations.MadeBy, made, j.State.Known + 1);
        if (kind.Published is { } published && j.Ask(published, out var languages))
            j.Cite(published.By, GroundKind.Languages, string.Join(", ", languages));
        if (kind.InForce is not { } slot)
        {
            j.Write(Relations.InForce, made, 1);
            return;
        }

        if (!j.Ask(slot, out var entry))
            return;
        switch (entry.From)
        {
            case ForceFrom.AtOnce:
                j.Cite(slot.By, GroundKind.InForceAtOnce);
                j.Write(Relations.InForce, made, 1);
                break;
            case ForceFrom.OnTheDayItSays:
                if (dayItSays is { } day)
                {
                    j.Cite(slot.By, GroundKind.InForceLater, "from " + day);
                    j.Write(Relations.InForce, made, 1, day);
                }
                else
                {
                    j.Cite(slot.By, GroundKind.InForceLater, "on the day that it says; it says none");
                }

                break;
            default:
                j.Cite(slot.By, GroundKind.InForceLater, entry.AfterPublication is { } span ? span.Words + " after publication" : "on publication");
                break;
        }
    }
}
