using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;
using EffectKind = Foedus.Engine.Judging.EffectKind;

namespace Foedus.Engine.Clock;

/// <summary>
/// What has happened by an act, read off what it writes: whoever acts, and be it the calendar, the same events are the same. From them times
/// begin to run and duties arise.
/// </summary>
internal static class Happenings
{
    /// <summary>Lets times run and duties arise from what the act brings about.</summary>
    public static void Follow(Judgement j)
    {
        var rules = j.Book.Times;
        if (rules.IsEmpty || j.Effects.Count == 0 || j.Standing != Truth.Yes)
            return;
        List<Happening>? all = null;
        for (var i = 0; i < j.Effects.Count; i++)
        {
            if (j.Effects[i].Kind == EffectKind.Fact)
                Find(j, j.Effects[i], ref all);
        }

        OfVerb(j, ref all);
        foreach (var happening in all ?? [])
        {
            if (rules.Runs(happening.Kind) || happening.Kind == EventKind.Arrival)
                Winding.Happens(j, happening);
            Duties.Happens(j, happening);
        }
    }

    private static void Find(Judgement j, in Effect effect, ref List<Happening>? all)
    {
        var (subject, day) = (effect.Key.Subject, effect.From);
        if (effect.Value == FactVersion.Nothing)
        {
            if (effect.Key.Relation == Relations.Sitting)
                Add(ref all, EventKind.Closing, subject, day);
            else if (effect.Key.Relation is Relations.Mandate or Relations.Delegation or Relations.ElectedNumber)
                Add(ref all, EventKind.Vacancy, subject, day);
            return;
        }

        switch (effect.Key.Relation)
        {
            case Relations.Visit:
                if (effect.Value == 1 || (j.Act.Verb == Verb.Introduces && j.Writes(FactKey.Of(Relations.Put, subject))))
                    Add(ref all, EventKind.Introduction, subject, day);
                Add(ref all, EventKind.Arrival, subject, day);
                break;
            case Relations.Text when effect.Value > 1:
                Add(ref all, EventKind.Text, subject, day);
                break;
            case Relations.Presented:
                Add(ref all, EventKind.Presentation, subject, day);
                break;
            case Relations.Notified:
                Add(ref all, EventKind.Notice, subject, day);
                Add(ref all, EventKind.Receipt, subject, day);
                Add(ref all, EventKind.Knowledge, subject, day);
                break;
            case Relations.NoticeDay:
                Add(ref all, EventKind.Notice, subject, day);
                break;
            case Relations.Published when IsComplete(j, subject):
                Add(ref all, EventKind.Publication, subject, day);
                break;
            case Relations.DemandOn or Relations.Demand:
                Add(ref all, EventKind.Demand, subject, day);
                break;
            case Relations.MadeBy:
                // A change of a unit is made as well, but nobody issues it: only legal acts are issued.
                if (j.After(Relations.Sort, subject, out var sort) && j.Book.Instrument(j.Roll.WordOf(sort)) is not null)
                    Add(ref all, EventKind.Issue, subject, day);
                Add(ref all, EventKind.Act, subject, day);
                break;
            case Relations.InForce:
                Add(ref all, EventKind.Force, subject, day);
                break;
            case Relations.Convened:
                Add(ref all, EventKind.Convening, subject, day);
                Add(ref all, EventKind.Session, subject, new Day((int)effect.Value));
                break;
            case Relations.Mandate or Relations.Delegation or Relations.ElectedNumber when effect.Until != Day.Max:
                Terms.Wind(j, subject, effect);
                break;
            case Relations.TermEnded:
                Add(ref all, EventKind.EndOfTerm, subject, day);
                break;
            case Relations.Sitting when effect.Value == 1:
                foreach (var post in Terms.UntilSession(j, subject, close: false))
                    Add(ref all, EventKind.EndOfTerm, post, day);
                Add(ref all, EventKind.Opening, subject, day);
                break;
            case Relations.SessionClosed:
                foreach (var post in Terms.UntilSession(j, subject, close: true))
                    Add(ref all, EventKind.EndOfTerm, post, day);
                break;
            case Relations.Joined:
                Add(ref all, EventKind.Entry, subject, day);
                break;
            case Relations.Gone:
                Add(ref all, EventKind.Leaving, subject, day);
                break;
            case Relations.Fact:
                Add(ref all, EventKind.Fact, subject, day, effect.Key.Object);
                break;
        }
    }

    private static void OfVerb(Judgement j, ref List<Happening>? all)
    {
        switch (j.Act.Verb)
        {
            case Verb.Elects or Verb.ElectsOffice or Verb.ElectsNumber or Verb.Appoints:
                if (j.Act.Other >= 0)
                    Add(ref all, EventKind.Election, j.Act.Other, j.Today);
                if (j.Act.Object >= 0 && j.Roll[j.Act.Object].Kind is ThingKind.Body or ThingKind.Office)
                    Add(ref all, EventKind.Election, j.Act.Object, j.Today);
                break;
            case Verb.Resigns or Verb.Recalls:
                foreach (var post in new[] { j.Act.Object, j.Act.Other })
                {
                    if (post >= 0 && j.Roll[post].Kind is ThingKind.Body or ThingKind.Office)
                        Add(ref all, EventKind.Vacancy, post, j.Today);
                }

                break;
        }

        EventKind? outcome = j.Followed switch
        {
            StageOutcome.Rejection or StageOutcome.SecondRejection => EventKind.Rejection,
            StageOutcome.Signature => EventKind.Signature,
            StageOutcome.Demand => EventKind.Demand,
            _ => null,
        };
        if (outcome is { } kind && j.Act.Object >= 0)
        {
            // It comes before the arrival to which it leads.
            (all ??= []).Insert(0, new Happening(kind, j.Act.Object, j.Today));
        }
    }

    /// <summary>A publication counts once it is there in every language.</summary>
    private static bool IsComplete(Judgement j, int thing)
    {
        if (j.Writes(FactKey.Of(Relations.Published, thing, 0)) || !j.After(Relations.Sort, thing, out var sort) || j.Book.Instrument(j.Roll.WordOf(sort))?.Published is not { IsSaid: true } languages)
            return true;
        foreach (var language in languages.Said)
        {
            var word = j.Roll.Word(language);
            if (!j.View.Holds(Relations.Published, thing, word) && !j.Writes(FactKey.Of(Relations.Published, thing, word)))
                return false;
        }

        return true;
    }

    private static void Add(ref List<Happening>? all, EventKind kind, int about, Day on, int fact = -1)
    {
        all ??= [];
        var happening = new Happening(kind, about, on, fact);
        if (!all.Contains(happening))
            all.Add(happening);
    }
}
