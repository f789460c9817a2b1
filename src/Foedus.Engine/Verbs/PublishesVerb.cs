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
        if (j.View.TryValue(Relations.Stage, it, out var value) && j.Book.InPlaceOf(value).Stage?.Within is { IsSaid: true, Said.From.Kind: EventKind.Publication }
            && Answering.Begin(j, it, answers: false) is { } answering)
        {
            MayPublish(j, it);
            j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
            j.Link(Relations.Published, it, 0);
            return;
        }

        if (!j.View.TryValue(Relations.Sort, it, out var sort))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        MayPublish(j, it);
        if (j.Book.Instrument(j.Roll.WordOf(sort)) is not { } kind)
        {
            j.Link(Relations.Published, it, 0);
            return;
        }

        if (kind.Published is not { } slot)
        {
            if (!j.View.Holds(Relations.Published, it, 0))
                Force(j, it, kind, true);
            j.Link(Relations.Published, it, 0);
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

        // Once all of it has been published, to publish it again brings nothing back that has ended.
        if (!languages.All(l => j.View.Holds(Relations.Published, it, j.Roll.Word(l))))
            Force(j, it, kind, missing.Count == 0);
    }

    /// <summary>Publishing carries out what was decided: it is for who made or opened it, or before whom it was.</summary>
    private static void MayPublish(Judgement j, int it)
    {
        var met = j.HadAHandIn(it);
        var makers = string.Join(" and ", j.MakersOf(it).Select(j.Roll.NameOf));
        if (met == Truth.No)
            j.Refuse(null, GroundKind.NoPower, makers.Length > 0 ? makers : "who made it", j.ActorName, new Need("published by who made it", makers));
        else
            j.Note(met, null, GroundKind.Execution, j.ActorName, j.ObjectName + " was made before");
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
