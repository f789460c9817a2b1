using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is published, in some or all of its languages; where publication brings it into force, it does so once complete.</summary>
internal sealed class PublishesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var it = j.Act.Object;
        if (j.View.TryValue(Relations.Stage, it, out var value) && j.Book.All.PlaceOf(value).Stage?.Within is { IsSaid: true, Said.From: "publication" }
            && Answering.Begin(j, it, answers: false) is { } answering)
        {
            j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
            j.Link(Relations.Published, it, 0);
            Rewind.From(j, answering);
            return;
        }

        if (!j.View.TryValue(Relations.Sort, it, out var sort))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        if (j.Book.Instrument(j.Roll.WordOf(sort)) is not { } kind)
        {
            j.Note(Truth.Yes, null, GroundKind.Recorded);
            j.Link(Relations.Published, it, 0);
            return;
        }

        if (kind.Published is not { } slot)
        {
            j.Cite(kind.By, GroundKind.Recorded);
            j.Link(Relations.Published, it, 0);
            Force(j, it, kind, true);
            return;
        }

        if (!j.Ask(slot, out var languages))
            return;
        var here = j.Act.Words.IsEmpty ? languages : j.Act.Words;
        foreach (var language in here)
        {
            if (!languages.Contains(language, StringComparer.Ordinal))
                j.Refuse(slot.By, GroundKind.LanguageUnknown, language);
            j.Link(Relations.Published, it, j.Roll.Word(language));
        }

        var missing = languages.Where(l => !here.Contains(l, StringComparer.Ordinal) && !j.View.Holds(Relations.Published, it, j.Roll.Word(l))).ToList();
        j.Cite(slot.By, missing.Count == 0 ? GroundKind.Languages : GroundKind.LanguageMissing, string.Join(", ", missing.Count == 0 ? languages : missing));
        Force(j, it, kind, missing.Count == 0);
    }

    private static void Force(Judgement j, int it, InstrumentKind kind, bool complete)
    {
        // What was repealed is not enacted again by being published.
        if (j.View.Look(Relations.Repealed, it).Holds || kind.InForce is not { } slot || !j.Ask(slot, out var entry) || entry.From is not (ForceFrom.OnPublication or ForceFrom.AfterPublication))
            return;
        if (!complete)
        {
            if (kind.IfLanguageMissing is not { } missing || !j.Ask(missing, out var then) || then == MissingLanguage.NotInForce)
                return;
        }

        var day = entry.AfterPublication is { } span ? Periods.After(j.Book.Edition.Time, j.Today, span) : j.Today;
        j.Cite(slot.By, GroundKind.InForceLater, "from " + day);
        j.Write(Relations.InForce, it, 1, day);
    }
}
