using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>
/// Remembers who sits in bodies, so that a vote need not lay it out anew. A roster is kept only where no reading of the text bore
/// on it, and used only while nothing that it rests on has been written since and no dated change lies between its day and the day asked.
/// It can be dropped at any time: counting again gives the same.
/// </summary>
internal sealed class HeadCounts
{
    private readonly int _settled;
    private ImmutableSortedSet<int> _changes = [];
    private readonly Dictionary<(BodyAt Body, bool ByUnits), Kept> _kept;
    private readonly Dictionary<Body, bool> _byFigures = [];
    private int _structure;
    private int _figures;
    private int _versions;
    private bool _preparedStructure;

    /// <param name="settled">The word of the finding that ends what lasts after a change of a unit; no other finding bears on who sits.</param>
    public HeadCounts(int settled) => (_settled, _kept) = (settled, []);

    private HeadCounts(HeadCounts of)
    {
        _settled = of._settled;
        (_changes, _kept) = (of._changes, []);
        (_structure, _figures, _versions, _preparedStructure) = (of._structure, of._figures, of._versions, of._preparedStructure);
    }

    /// <summary>
    /// The same, for a state that goes its own way from here. Rosters are laid out anew there, since one is worked out further as it is asked, and who
    /// asks the branch may be on another thread.
    /// </summary>
    public HeadCounts Branch() => new(this);

    /// <summary>Notes that a fact was written.</summary>
    public void Written(FactKey key, Day from, Day until, bool prepared)
    {
        if (!BearsOnSeats(key))
            return;
        if (key.Relation is Relations.Figure or Relations.FigureFixed or Relations.SeatAwarded)
            _figures++;
        else
            _structure++;
        _preparedStructure |= prepared;
        if (!from.IsUnbounded)
            _changes = _changes.Add(from.Number);
        if (!until.IsUnbounded)
            _changes = _changes.Add(until.Number);
    }

    /// <summary>Notes that the standing of an earlier act changed, so that what it wrote may no longer hold.</summary>
    public void Challenged(FactStore store, int source)
    {
        if (store.PreparedBy(source).Count > 0 || store.MadeBy(source).Any(v => store.IsStanding(store[v].Line, out _) || BearsOnSeats(store.KeyOf(store[v].Line))))
            _structure++;
    }

    /// <summary>Notes that something prepared will not come.</summary>
    public void Overlaid()
    {
        if (_preparedStructure)
            _structure++;
    }

    /// <summary>How many versions the store holds once everything noted has been written; more were written by somebody else.</summary>
    public void Seen(int versions) => _versions = versions;

    public void Save(SnapshotWriter writer)
    {
        writer.Int(_preparedStructure ? 1 : 0);
        writer.Items<int>([.. _changes]);
    }

    public void Load(SnapshotReader reader, int versions)
    {
        _preparedStructure = reader.Int() != 0;
        _changes = [.. reader.Items<int>()];
        _versions = versions;
    }

    public bool TryGet((BodyAt Body, bool ByUnits) key, Day day, int versions, out Roster roster)
    {
        if (versions != _versions)
        {
            _kept.Clear();
            _versions = versions;
        }

        if (_kept.TryGetValue(key, out var kept) && kept.Structure == _structure && (!CountsByFigures(key) || kept.Figures == _figures)
            && kept.From <= day.Number && day.Number < kept.Until)
        {
            roster = kept.Roster;
            return true;
        }

        roster = null!;
        return false;
    }

    public void Keep((BodyAt Body, bool ByUnits) key, Day day, Roster roster)
    {
        var at = _changes.IndexOf(day.Number);
        var after = at < 0 ? ~at : at + 1;
        _kept[key] = new Kept(roster, after == 0 ? int.MinValue : _changes[after - 1], after == _changes.Count ? int.MaxValue : _changes[after], _structure, _figures);
    }

    /// <summary>Whether the number of places itself hangs on figures, or whose they are.</summary>
    private bool CountsByFigures((BodyAt Body, bool ByUnits) key) => key.ByUnits || CountsByFigures(key.Body.Body);

    /// <summary>Bodies whose number of seats itself hangs on figures, and not only who has them.</summary>
    private bool CountsByFigures(Body body)
    {
        if (!_byFigures.TryGetValue(body, out var counts))
            _byFigures[body] = counts = HasSeatsByFigures(body);
        return counts;
    }

    private static bool HasSeatsByFigures(Body body) =>
        body.Seats.Exists(g => g.Formula.Fillers.Any(f => f is SeatFormula.Norm or SeatFormula.ByBands or SeatFormula.Bonus or SeatFormula.AsManyAs))
        || body.Chambers.Exists(HasSeatsByFigures);

    private bool BearsOnSeats(FactKey key) => key.Relation is Relations.Figure or Relations.FigureFixed or Relations.SeatAwarded || BearsOnMembers(key.Relation)
        || (key.Relation == Relations.Finding && key.Object == _settled);

    private static bool BearsOnMembers(int relation) => relation is Relations.Kind or Relations.OfKind or Relations.Within or Relations.Member
        or Relations.Mandate or Relations.Delegation or Relations.ElectedNumber or Relations.Origin or Relations.LineFilled or Relations.UnitFilled or Relations.SessionOpened
        or Relations.SessionClosed or Relations.Settled
        or Relations.Successor or Relations.Class or Relations.Gone or Relations.Joined or Relations.MembershipSuspended or Relations.Changed
        or Relations.Sitting or Relations.Adjourned;

    private readonly record struct Kept(Roster Roster, int From, int Until, int Structure, int Figures);
}
