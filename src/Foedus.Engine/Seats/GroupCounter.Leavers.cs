using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Seats;

/// <content>
/// Units that have left the federation. What becomes of their seats is for the charter to say: they end, the house is shared anew, or they
/// last for a while. Where it does not say so, the seats are open.
/// </content>
internal sealed partial class GroupCounter
{
    /// <summary>What becomes of the seats of a unit that has left.</summary>
    private enum Fate
    {
        /// <summary>They are gone, and what is shared is shared among the others.</summary>
        Recomputed,

        /// <summary>They are gone, and the others keep what they have.</summary>
        Ended,

        /// <summary>They last for a while; when that is over is not on record.</summary>
        Lasting,

        /// <summary>They stay.</summary>
        Staying,

        /// <summary>It is not said.</summary>
        Open,
    }

    private readonly Dictionary<Slot<string>, (Fate Fate, Ground Open)> _fates = [];

    /// <summary>The units that were of a kind and have left the federation, where a change of the charter has something to do with their seats.</summary>
    private List<(int Unit, Slot<string> Slot)> Leavers(UnitKind kind)
    {
        var leavers = new List<(int, Slot<string>)>();
        var changes = _inquiry.Book.Edition.Changes.FindAll(c => c.What is "secession" or "expulsion" or "dissolution" && SlotOf(c) is not null);
        if (changes.Count == 0)
            return leavers;
        var word = _inquiry.Roll.Word(kind.Name);
        for (var unit = 0; unit < _inquiry.Roll.Count; unit++)
        {
            if (_inquiry.Roll[unit].Kind != ThingKind.Unit || !HasEnded(_inquiry.View.Look(Relations.OfKind, word, unit))
                || !HasEnded(_inquiry.View.Look(Relations.Member, unit)))
            {
                continue;
            }

            if (!UnitsBeneath.Has(_inquiry, _unit, unit))
                continue;
            var what = _inquiry.View.TryValue(Relations.Change, unit, out var change) ? _inquiry.Roll.WordOf(change) : null;
            var rule = changes.Find(c => string.Equals(c.What, what, StringComparison.Ordinal)) ?? changes[0];
            leavers.Add((unit, SlotOf(rule)!));
        }

        return leavers;
    }

    private static Slot<string>? SlotOf(Change change) =>
        change.Fates.GetValueOrDefault(FateOf.Seats) ?? change.Fates.GetValueOrDefault(FateOf.EverythingElse);

    /// <summary>An act has stated that it no longer holds; a life that merely ran out in the register is none.</summary>
    private static bool HasEnded(Kernel.Sight sight) => sight.Version >= 0 && !sight.Holds;

    /// <summary>What becomes of the seats, asked once for each change.</summary>
    private Fate FateOfSeats(Slot<string> slot, out Ground open)
    {
        if (!_fates.TryGetValue(slot, out var known))
        {
            if (_inquiry.Fill(slot, out var words, out var ground))
            {
                known = (Named(words), default);
                _tally.Notes.Add("seats of a unit that has left: " + words);
            }
            else
            {
                known = (Fate.Open, ground);
            }

            _fates.Add(slot, known);
        }

        open = known.Open;
        return known.Fate;
    }

    private static Fate Named(string words) => words switch
    {
        "end at once" => Fate.Ended,
        "stay" => Fate.Staying,
        "last until the term ends" or "last until settled" or "last as agreed" => Fate.Lasting,
        _ => Fate.Recomputed,
    };

    /// <summary>The seats that a unit which has left may still have, of those that it had.</summary>
    private SeatRange Remaining(int unit, Fate fate, SeatRange had, Ground open)
    {
        switch (fate)
        {
            case Fate.Staying:
                return had;
            case Fate.Open:
                _tally.Opens(open, unit);
                return had with { Least = Ratio.Zero };
            case Fate.Lasting when had != SeatRange.None:
                var name = _inquiry.Roll.NameOf(unit);
                _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsLasting, name, null, new Need("whether the seats of " + name + " have ended")), unit);
                return had with { Least = Ratio.Zero };
            default:
                return SeatRange.None;
        }
    }
}
