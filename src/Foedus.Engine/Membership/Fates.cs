using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Membership;

/// <summary>What a change has made of something that belongs to a unit.</summary>
internal enum Fate
{
    /// <summary>No change bears on it.</summary>
    Untouched,

    /// <summary>It is gone.</summary>
    Ended,

    /// <summary>It is gone, and what is shared is shared anew.</summary>
    Recomputed,

    /// <summary>It is the successor's.</summary>
    Passed,

    /// <summary>It stays as it is.</summary>
    Stays,

    /// <summary>It lasts until the term or the year ends.</summary>
    UntilTermEnds,

    /// <summary>It lasts until it is settled or as was agreed, and nothing on record says that it is over.</summary>
    Lasts,

    /// <summary>It begins with the next session of the body after the day of the change.</summary>
    BeginsNextSession,

    /// <summary>It does not arise for a unit that joins.</summary>
    DoesNotArise,

    /// <summary>What becomes of it is not said.</summary>
    Open,
}

/// <summary>A fate, the day of the change, and where it is said.</summary>
internal readonly record struct FateFound(Fate Fate, Change? Rule, Day From, Slot<string>? Slot, int Unit)
{
    public bool IsOver => Fate is Fate.Ended or Fate.Recomputed or Fate.DoesNotArise;
}

/// <summary>
/// What changes have made of seats, offices, matters, legal acts, budgets and obligations of units, subject by subject. Nothing is written for
/// it on the day of the change: it is worked out from the record of the change where it is asked for. So what comes about between a notice and
/// its effect is covered as well, and a change that falls takes its fates with it. Seats and offices are there again once a suspension is
/// lifted; a matter or a legal act that it has ended is not.
/// </summary>
internal static class Fates
{
    public static string Words(FateOf subject) => subject switch
    {
        FateOf.PendingMatters => "pending matters",
        FateOf.EverythingElse => "everything else",
        _ => subject.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether any unit has ever left or been suspended by a change, so that most questions need not look further.</summary>
    public static bool Any(Inquiry q)
    {
        foreach (var _ in q.View.Objects(Relations.Changed, Roll.Federation))
            return true;
        return false;
    }

    /// <summary>What has become of something of a unit as at the day of the question.</summary>
    public static FateFound Of(Inquiry q, int unit, FateOf subject)
    {
        if (unit < 0)
            return default;
        var sight = q.View.Look(Relations.Gone, unit);
        if (!sight.Holds)
            sight = q.View.Look(Relations.MembershipSuspended, unit);
        return sight.Holds ? Under(q, sight, unit, subject) : default;
    }

    /// <summary>
    /// What a change has ended of a unit for good, be the unit a member again by now or its suspension lifted: what is over does not come back
    /// by itself. Untouched if none has.
    /// </summary>
    /// <param name="q">The question.</param>
    /// <param name="unit">The unit; -1 has nothing.</param>
    /// <param name="subject">A matter or a legal act; what it is of.</param>
    /// <param name="wasThere">Whether it was there before a day: what came up later is not touched.</param>
    public static FateFound EndedOnce(Inquiry q, int unit, FateOf subject, Func<Day, bool> wasThere)
    {
        if (unit < 0)
            return default;
        var store = q.State.Store;
        foreach (var relation in (ReadOnlySpan<int>)[Relations.Gone, Relations.MembershipSuspended])
        {
            for (var at = store.NewestKnown(store.LineOf(FactKey.Of(relation, unit)), q.View.Known); at >= 0; at = store[at].Previous)
            {
                // A change that has fallen takes its fates with it.
                var (day, source) = (store[at].From, store[at].Source);
                if (store[at].Value == FactVersion.Nothing || day > q.Today || q.View.StandingOf(source) is not (SourceStanding.Stands or SourceStanding.Voidable) || !wasThere(day))
                    continue;
                var sight = q.View.AsAt(day).Look(relation, unit);
                if (sight.Holds && Under(q, sight, unit, subject) is { IsOver: true } over)
                    return over;
            }
        }

        return default;
    }

    /// <summary>What a change on record has made of something of the unit that it has put out or suspended.</summary>
    private static FateFound Under(Inquiry q, in Sight change, int unit, FateOf subject)
    {
        var rule = ChangeRules.Unpack(q.State.Books, change.Value);
        var found = Of(q, rule, unit, subject, q.State.Store[change.Version].From);

        // What begins with the change begins for those that come of it.
        return found.Fate is Fate.BeginsNextSession or Fate.DoesNotArise or Fate.Untouched ? found with { Fate = Fate.Ended } : found;
    }

    /// <summary>
    /// Where a charter says that with its suspension everything else of a unit ends at once, beside its seats and what else has a line of its
    /// own: then it has no powers as a unit until the suspension is lifted. Null if it has them.
    /// </summary>
    public static Slot<string>? RightsEnded(Inquiry q, int unit)
    {
        if (unit < 0 || q.View.Look(Relations.MembershipSuspended, unit) is not { Holds: true } sight)
            return null;
        var rule = ChangeRules.Unpack(q.State.Books, sight.Value);
        return rule.Fates.GetValueOrDefault(FateOf.EverythingElse) is { } slot && Of(q, rule, unit, FateOf.EverythingElse, q.Today).Fate == Fate.Ended ? slot : null;
    }

    /// <summary>What a unit that has joined has of something: whether it has begun.</summary>
    public static FateFound OfJoined(Inquiry q, int unit, FateOf subject)
    {
        var sight = q.View.Look(Relations.Joined, unit);
        return sight.Holds ? Of(q, ChangeRules.Unpack(q.State.Books, sight.Value), unit, subject, q.State.Store[sight.Version].From) : default;
    }

    private static FateFound Of(Inquiry q, Change rule, int unit, FateOf subject, Day from)
    {
        if ((rule.Fates.GetValueOrDefault(subject) ?? rule.Fates.GetValueOrDefault(FateOf.EverythingElse)) is not { } slot)
            return new FateFound(Fate.Open, rule, from, null, unit);
        return new FateFound(q.Fill(slot, out var words, out _) ? Named(q, words, unit) : Fate.Open, rule, from, slot, unit);
    }

    private static Fate Named(Inquiry q, string words, int unit) => words switch
    {
        FateWords.Ends => Fate.Ended,
        FateWords.DoesNotArise => Fate.DoesNotArise,
        FateWords.Recomputed => Fate.Recomputed,
        FateWords.Passes => Fate.Passed,
        FateWords.UntilTermEnds => Fate.UntilTermEnds,
        FateWords.UntilSettled or FateWords.AsAgreed => IsSettled(q, unit) ? Fate.Ended : Fate.Lasts,
        FateWords.BeginsNextSession => Fate.BeginsNextSession,
        FateWords.Begins => Fate.Untouched,
        _ => Fate.Stays,
    };

    /// <summary>It is on record that everything between a unit and the federation is settled.</summary>
    private static bool IsSettled(Inquiry q, int unit) => q.View.Holds(Relations.Finding, unit, q.Roll.Word(FateWords.Settled));

    /// <summary>The units that have taken the place of one.</summary>
    public static List<int> Successors(Inquiry q, int unit)
    {
        var successors = new List<int>();
        foreach (var link in q.View.Objects(Relations.Successor, unit))
            successors.Add(link.Thing);
        return successors;
    }

    /// <summary>
    /// What becomes of each subject, as a charter says it. What is unsaid does not undo the change; it is reported, and stays open where something
    /// later turns on it.
    /// </summary>
    public static void Cite(Judgement j, Change rule)
    {
        foreach (var subject in Enum.GetValues<FateOf>())
        {
            if (!rule.Fates.TryGetValue(subject, out var slot))
                continue;
            if (slot.IsSaid)
                j.Cite(slot.By, GroundKind.Fate, Words(subject), slot.Said);
            else
                j.Inform(Truth.No, slot.By, GroundKind.FateUnsaid, Words(subject), null, new Need(slot.Silence!.Address, "", slot.Silence));
        }
    }
}
