using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Membership;

/// <summary>
/// A change that puts a unit out or suspends it may be entered late, once acts of later days are on record that the unit did, or in which it
/// is named as a voter. They were ruled without it and stand as they were ruled; the ruling names them, so that somebody can look at them.
/// </summary>
internal static class ActedSince
{
    /// <summary>Notes the acts of later days that rested on the units of a change.</summary>
    /// <param name="j">The judgement of the change.</param>
    /// <param name="rule">The provision by which it is made.</param>
    /// <param name="change">The change.</param>
    /// <param name="day">The day from which it is.</param>
    public static void Name(Judgement j, Change rule, UnitChange change, Day day)
    {
        var gone = change.Units.Where(u => !change.Into.Contains(u)).ToHashSet();
        if (j.Act.Verb == Verb.Lapses || j.Today >= j.State.Store.LatestDone || gone.Count == 0 || !PutsOut(change.What))
            return;
        var since = new List<(Day Done, int Number)>();
        for (var at = 1; at <= j.State.Known; at++)
        {
            var digest = j.State.DigestOf(at);
            if (digest.Done <= j.Today || digest.Done < day || j.View.StandingOf(at) is SourceStanding.Void or SourceStanding.Ended
                || j.State.Store.Conditions.Leaves(digest.Diagram).All(leaf => Branch.VerdictOf(leaf) == Verdict.Refused))
            {
                continue;
            }

            if (Doers(j.State.ActOf(at)).Any(thing => IsOf(j, thing, gone)))
                since.Add((digest.Done, digest.Number));
        }

        if (since.Count > 0)
        {
            var numbers = string.Join(", ", since.Order().Select(s => s.Number.ToString(CultureInfo.InvariantCulture)));
            j.Inform(Truth.Yes, rule.By, GroundKind.ActedSince, numbers, Changes.Names(j, change));
        }
    }

    private static bool PutsOut(string what) => what is ChangeWords.Secession or ChangeWords.Expulsion or ChangeWords.Dissolution or ChangeWords.Suspension
        or ChangeWords.Merger or ChangeWords.Split or ChangeWords.Succession;

    private static IEnumerable<int> Doers(Act act) =>
        act.By.Concat(act.Verb == Verb.Casts ? [act.Other] : []).Concat(act.Tallies.IsDefaultOrEmpty ? [] : act.Tallies.SelectMany(t => t.Units));

    /// <summary>Whether somebody is one of the units, belongs to it, or sits for it.</summary>
    private static bool IsOf(Judgement j, int thing, HashSet<int> units) =>
        thing >= 0 && (units.Contains(j.UnitOf(thing)) || j.Mandates.HeldBy(thing).Any(m => units.Contains(j.Mandates.SitsFor(m))));
}
