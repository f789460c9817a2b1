using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Seats;

/// <content>
/// Units whose seats a change has touched: that have left, been suspended, merged or only just joined. What becomes of their seats is for the
/// charter to say. Where it does not say so, the seats are open.
/// </content>
internal sealed partial class GroupCounter
{
    /// <summary>A unit with what a change has made of its seats; untouched for most.</summary>
    private readonly record struct Claimant(int Unit, FateFound Found, bool Unplaced = false)
    {
        public Fate Fate => Found.Fate;
    }

    /// <summary>
    /// The units that have or may have seats as units of a kind: those of the day, but for whose seats are shared anew or have not begun; and
    /// those that have left and may still have some.
    /// </summary>
    private List<Claimant> Claimants(UnitKind kind)
    {
        var claimants = new List<Claimant>();
        var changed = Fates.Any(_inquiry);
        foreach (var (unit, unplaced) in Units(kind).Select(u => (u, false)).Concat(Unplaced.UnitsOf(_inquiry, kind, _unit).Select(u => (u, true))).ToList())
        {
            var found = changed ? Fates.Of(_inquiry, unit, FateOf.Seats) : default;
            if (found.Fate == Fate.Untouched)
                found = Joined(unit);
            if (found.Fate is not (Fate.Recomputed or Fate.BeginsNextSession or Fate.DoesNotArise))
                claimants.Add(new Claimant(unit, found, unplaced));
        }

        if (!changed)
            return claimants;
        var word = _inquiry.Roll.Word(kind.Name);
        foreach (var link in _inquiry.View.Objects(Relations.Changed, Roll.Federation).ToList())
        {
            if (!_inquiry.View.Look(Relations.Gone, link.Thing).Holds || !UnitsBeneath.Has(_inquiry, _unit, link.Thing)
                || !_inquiry.View.TryValue(Relations.FormerKind, link.Thing, out var former) || former != word)
            {
                continue;
            }

            var found = Fates.Of(_inquiry, link.Thing, FateOf.Seats);
            if (found.Fate != Fate.Recomputed)
                claimants.Add(new Claimant(link.Thing, found));
        }

        return claimants;
    }

    /// <summary>A unit that has joined: its seats have begun, do not arise, or begin when the body meets next.</summary>
    private FateFound Joined(int unit)
    {
        var found = Fates.OfJoined(_inquiry, unit, FateOf.Seats);
        return found.Fate switch
        {
            Fate.BeginsNextSession when Sessions.HasBegunSince(_inquiry, new BodyAt(_body, _unit), found.From) => default,
            Fate.BeginsNextSession or Fate.Open => found,
            Fate.DoesNotArise => found,
            _ => default,
        };
    }

    /// <summary>Of a unit that may stand elsewhere: none, or what it has.</summary>
    private SeatRange Placed(Claimant claimant, SeatRange had)
    {
        if (!claimant.Unplaced || had == SeatRange.None)
            return had;
        _tally.Opens(Unplaced.Reason(_inquiry, claimant.Unit), claimant.Unit);
        return Unplaced.Perhaps(had);
    }

    /// <summary>What a unit still has of the seats that it had.</summary>
    private SeatRange Remaining(Claimant claimant, SeatRange had)
    {
        var unit = claimant.Unit;
        var name = _inquiry.Roll.NameOf(unit);
        switch (claimant.Fate)
        {
            case Fate.Untouched or Fate.Stays:
                return had;
            case Fate.Open:
                _tally.Opens(Unsaid(claimant.Found), unit);
                return had with { Least = Ratio.Zero };
            case Fate.UntilTermEnds when Held(unit) is { } held:
                return held;
            case Fate.UntilTermEnds or Fate.Lasts when had != SeatRange.None:
                _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsLasting, name, null, new Need("whether the seats of " + name + " have ended")), unit);
                return had with { Least = Ratio.Zero };
            case Fate.Passed when Fates.Successors(_inquiry, unit).Count != 1:
                _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsLasting, name, null, new Need("who has the seats of " + name + " after it")), unit);
                return had with { Least = Ratio.Zero };
            default:
                return SeatRange.None;
        }
    }

    private static Ground Unsaid(FateFound found)
    {
        var slot = found.Slot ?? found.Rule!.Fates.GetValueOrDefault(FateOf.Seats);
        var need = slot?.Silence is { } silence ? new Need(silence.Address, silence.LeftTo?.Words ?? "", silence) : new Need("what becomes of seats");
        return new Ground(Truth.Open, slot?.By ?? found.Rule!.By, GroundKind.FateUnsaid, "seats", null, need);
    }

    /// <summary>The mandates on record that are held for a unit in this body; null if none ever were.</summary>
    private SeatRange? Held(int unit)
    {
        var body = _inquiry.Book.All.FindThing(new BodyAt(_body, _unit));
        if (!_inquiry.Mandates.WasFilledFor(body, unit))
            return null;
        var named = _inquiry.Mandates.Of(body).Count(m => m.Unit == unit);
        var certified = _inquiry.Mandates.Delegation(body, unit)?.Count ?? 0;
        var elected = _inquiry.Mandates.ElectedNumbers(body).Where(m => m.Unit == unit).Sum(m => m.Count);
        return SeatRange.Exactly(Math.Max(named, certified) + elected);
    }

    /// <summary>
    /// Where a total is shared by figures, nobody counts twice: until a successor has a figure of its own, those that it has followed stand in the
    /// division for it, and a unit that came of the change has no claim beside them; once it has one, they have none. Those that came of a change
    /// and have no figure yet are taken out of the claimants and given back.
    /// </summary>
    private List<Claimant> Heirs(List<Claimant> claimants, Measure measure)
    {
        if (!claimants.Exists(c => c.Fate == Fate.Passed))
            return [];
        var reader = new FigureReader(_inquiry, _group.Figures is { } slot && _inquiry.Fill(slot, out var basis, out _) ? basis : FigureReader.Latest, _tally.By, 0);
        var heirs = new HashSet<int>();
        foreach (var claimant in claimants.Where(c => c.Fate == Fate.Passed).ToList())
        {
            if (Fates.Successors(_inquiry, claimant.Unit) is not [var successor])
                continue;
            var isNew = !_inquiry.View.AsAt(claimant.Found.From + -1).Look(Relations.Kind, successor).Holds;
            if (reader.HasFigureSince(successor, measure, isNew ? Day.Min : claimant.Found.From))
                claimants.Remove(claimant);
            else if (isNew)
                heirs.Add(successor);
        }

        var apart = claimants.FindAll(c => heirs.Contains(c.Unit));
        claimants.RemoveAll(c => heirs.Contains(c.Unit));
        return apart;
    }

    /// <summary>
    /// Gives seats that pass to a successor to it, until its own next election (then it has what any unit has). Before that, a unit that came of
    /// the change has nothing but what has passed to it.
    /// </summary>
    private void Pass(List<Claimant> claimants, SeatRange[] had, SeatRange[] left, bool untilElected = true)
    {
        var passed = new Dictionary<int, SeatRange>();
        for (var i = 0; i < claimants.Count; i++)
        {
            if (claimants[i].Fate != Fate.Passed || Fates.Successors(_inquiry, claimants[i].Unit) is not [var successor] || (untilElected && ElectedSince(successor, claimants[i].Found.From)))
                continue;
            passed.TryGetValue(successor, out var before);
            passed[successor] = (passed.ContainsKey(successor) ? before : SeatRange.None) + had[i];
            var at = claimants.FindIndex(c => c.Unit == successor);
            if (at >= 0 && !_inquiry.View.AsAt(claimants[i].Found.From + -1).Look(Relations.Kind, successor).Holds)
                left[at] = SeatRange.None;
        }

        foreach (var (successor, seats) in passed)
        {
            var at = claimants.FindIndex(c => c.Unit == successor);
            if (at >= 0)
                left[at] += seats;
        }
    }

    /// <summary>Whether a unit has been given members of this body after a day, by election or credentials.</summary>
    private bool ElectedSince(int unit, Day day)
    {
        var body = _inquiry.Book.All.FindThing(new BodyAt(_body, _unit));
        return (_inquiry.Mandates.Delegation(body, unit) is { } certified && day < certified.From)
            || _inquiry.Mandates.Of(body).Concat(_inquiry.Mandates.ElectedNumbers(body)).Any(m => m.Unit == unit && day < m.From);
    }
}
