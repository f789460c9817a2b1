using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>An office or a unit is put into another class, by whom the charter lets change the sorting.</summary>
internal sealed class ClassesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var value = j.Act.Sort ?? "";
        // A value that several sortings have belongs to the one in which the thing stands already.
        var all = j.Book.Edition.Classes;
        var classes = all.Find(c => c.Values.Contains(value, StringComparer.Ordinal) && j.View.Look(Relations.Class, j.Act.Object, j.Roll.Word(c.Name)).Holds)
            ?? all.Find(c => c.Values.Contains(value, StringComparer.Ordinal)) ?? all.FirstOrDefault();
        if (classes is null)
        {
            j.NoProvision("put " + j.ObjectName + " into a class");
            return;
        }

        if (j.Act.Object < 0 || j.Roll[j.Act.Object].Kind is not (ThingKind.Office or ThingKind.Unit or ThingKind.Body))
        {
            j.Refuse(classes.By, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        if (!classes.Values.Contains(value, StringComparer.Ordinal))
            j.Refuse(classes.By, GroundKind.NotAClass, value, string.Join(", ", classes.Values));
        if (classes.ChangedBy is { } by)
            j.MayAct(by);
        else
            j.NoProvision("change " + classes.Name);
        j.Cite(classes.By, GroundKind.ClassOf, j.ObjectName, value);
        j.Link(Relations.Class, j.Act.Object, j.Roll.Word(classes.Name), j.Roll.Word(value));
    }
}
