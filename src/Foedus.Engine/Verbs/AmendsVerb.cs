using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A changed text is put before whoever is to answer; it is a new text, and earlier answers do not cover it.</summary>
internal sealed class AmendsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var matter = j.Act.Object;
        var opener = j.View.TryValue(Relations.Maker, matter, out var maker) && maker == j.Actor;
        if (Answering.Begin(j, matter, answers: !opener) is not { } answering || (!opener && !answering.IsItsTurn()))
            return;
        if (answering.Stage.TextAsItStands is { } slot)
        {
            if (!j.Ask(slot, out var stands))
                return;
            if (stands)
                j.Refuse(slot.By, GroundKind.TextFixed, answering.Stage.Name);
        }

        // What was answered stands as long as the text does, so a text is not replaced by itself.
        var text = j.Act.Other;
        if (text >= 0 && j.View.Holds(Relations.TextName, matter, text))
            j.Refuse(answering.Stage.By, GroundKind.SameText, j.ObjectName, j.Roll.NameOf(text));
        foreach (var old in j.View.Objects(Relations.TextName, matter))
            j.Unlink(Relations.TextName, matter, old.Thing);
        if (text >= 0)
            j.Link(Relations.TextName, matter, text);
        j.Write(Relations.Text, matter, Math.Max(1, answering.Answers.Text) + 1);
        j.Write(Relations.TextVisit, matter, answering.Answers.Visit);
        if (opener)
            j.OwnRight(answering.Stage.By, "it put " + j.ObjectName);
        j.Cite(answering.Stage.By, GroundKind.TextChanged, j.ObjectName);
    }
}
