using System.Collections.Frozen;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Whether there is a place for a mandate as long as it lasts. What is entered late, or comes back because an act is corrected, may meet
/// mandates that began after it and are on record already: a place is never held twice.
/// </summary>
internal static class LastingRoom
{
    private static readonly int[] Kinds = [Relations.Mandate, Relations.Choice, Relations.ElectedNumber, Relations.Delegation];

    /// <summary>A mandate that is about to begin is refused where it would meet others on a later day.</summary>
    public static void Ask(Judgement j, IReadOnlyList<(ElectiveLine Line, int Unit)> lines, Mandate mandate)
    {
        // Nothing on record was done later, or is to begin later.
        if (j.Today >= j.State.Store.LatestDone && ComingMandates.DaysOf(j, mandate.Post).Count == 0)
            return;
        foreach (var day in Beginnings(j, mandate.Post, mandate.From, EndOf(j, mandate)))
        {
            var at = new Inquiry(j.State, j.Book, j.View.AsAt(day), j.Readings);
            if (!at.Mandates.IsInOffice(mandate))
                return;
            Counting.Ratio? most = Counting.Ratio.Zero;
            var taken = 0;
            foreach (var (line, unit) in lines)
            {
                most += line.Places(at, unit).Most;
                taken += line.Taken(at, unit);
            }

            if (most is not { } places || taken + mandate.Count <= places)
                continue;
            if (j.Mandates.TermOf(mandate.Post) is { IsSaid: false } term && !j.Ask(term, out _))
                return;
            Refuse(j, lines[0].Line, day, taken, places);
            return;
        }
    }

    /// <summary>An act is about to fall by a correction: refused where somebody else holds the place that comes back to who lost it.</summary>
    public static void AskWithout(Judgement j, int sequence)
    {
        var seen = new HashSet<int>();
        foreach (var post in PostsOf(j, j.State.ActOf(sequence), 0))
        {
            if (seen.Add(post) && !HasRoomWithout(j, post, sequence))
                return;
        }
    }

    private static bool HasRoomWithout(Judgement j, int post, int sequence)
    {
        var state = j.State.Supposing(j.State.Known, new Supposition(new[] { sequence }.ToFrozenSet(), SourceStanding.Void, Day.Min));
        var done = j.State.ActOf(sequence).Done;
        var lines = j.OfficeOf(post) is { } office ? [ElectiveLine.Of(post, office)]
            : j.BodyOf(post) is { } body ? ElectiveLine.Of(j, body).Where(l => l.Post == post).ToList() : [];
        foreach (var day in Beginnings(j, post, done, Day.Max).Prepend(done))
        {
            var (real, at) = (new Inquiry(j.State, j.Book, day, j.Readings), new Inquiry(state, j.Book, day, j.Readings));
            foreach (var line in lines)
            {
                foreach (var unit in at.Mandates.Of(post).Select(m => line.Each is null ? -1 : m.Unit).Append(-1).Distinct().ToList())
                {
                    var taken = line.Taken(at, unit);
                    if (taken <= line.Taken(real, unit) || line.Places(real, unit).Most is not { } places || taken <= places)
                        continue;
                    Refuse(j, line, day, line.Taken(real, unit), places);
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The offices and bodies that somebody came to or left by an act, or by the act that it corrects.</summary>
    private static IEnumerable<int> PostsOf(Judgement j, Act act, int depth)
    {
        switch (act.Verb)
        {
            case Verb.Resigns or Verb.Recalls or Verb.Elects or Verb.ElectsOffice:
                return j.BodyOf(act.Other) is { } body ? Posts.Parts(j, body) : [act.Other];
            case Verb.ElectsNumber:
                return j.BodyOf(act.Object) is { } many ? Posts.Parts(j, many) : [];
            case Verb.Corrects when depth < UnitsBeneath.DeepestTier && j.State.SequenceOf(act.Count) is > 0 and var corrected:
                return PostsOf(j, j.State.ActOf(corrected), depth + 1);
            default:
                return [];
        }
    }

    private static void Refuse(Judgement j, ElectiveLine line, Day day, int taken, Counting.Ratio places) =>
        j.Refuse(line.Office?.Number?.By ?? line.By, GroundKind.TakenLater, line.Name, new object?[] { taken, places, day }, new Need("a vacant place in " + line.Name + " on " + day));

    /// <summary>The first day on which a mandate would not be held any more: its term is over, or its holder has another that takes its place.</summary>
    private static Day EndOf(Judgement j, in Mandate mandate)
    {
        var until = j.Mandates.EndOf(mandate.Post, mandate.Since);
        if (mandate.Holder < 0)
            return until;
        var store = j.View.Store;
        for (var at = store.NewestKnown(store.LineOf(FactKey.Of(Relations.Mandate, mandate.Post, mandate.Holder)), j.View.Known); at >= 0; at = store[at].Previous)
        {
            if (store[at].From > mandate.From && store[at].From < until && Stands(j, at))
                until = store[at].From;
        }

        return until;
    }

    /// <summary>The days after one and before another on which mandates on record begin, in order.</summary>
    private static SortedSet<Day> Beginnings(Judgement j, int post, Day after, Day before)
    {
        var days = new SortedSet<Day>();
        days.UnionWith(ComingMandates.DaysOf(j, post).Where(d => d > after && d < before));
        foreach (var kind in Kinds)
            Add(j, FactKey.Of(kind, post), after, before, days);
        return days;
    }

    /// <summary>The days after one and before another on which mandates of a person on record begin, in order.</summary>
    public static SortedSet<Day> BeginningsOf(Judgement j, int person, Day after, Day before)
    {
        var days = new SortedSet<Day>();
        days.UnionWith(ComingMandates.Before(j, person).Where(d => d > after && d < before));
        Add(j, FactKey.Inverse(Relations.Mandate, person), after, before, days);
        return days;
    }

    private static void Add(Judgement j, FactKey set, Day after, Day before, SortedSet<Day> days)
    {
        var store = j.View.Store;
        for (var link = store.FirstLink(store.SetOf(set)); link >= 0; link = store.LinkAt(link).Next)
        {
            for (var at = store.NewestKnown(store.LinkAt(link).Line, j.View.Known); at >= 0; at = store[at].Previous)
            {
                if (store[at].Value != FactVersion.Nothing && store[at].From > after && store[at].From < before && Stands(j, at))
                    days.Add(store[at].From);
            }
        }
    }

    private static bool Stands(Judgement j, int version) =>
        j.View.StandingOf(j.View.Store[version].Source) is SourceStanding.Stands or SourceStanding.Voidable;
}
