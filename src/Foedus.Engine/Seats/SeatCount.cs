using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;

namespace Foedus.Engine.Seats;

/// <summary>The seats of a body on one way of reading the silences.</summary>
public sealed class SeatCount
{
    private readonly IReadOnlyDictionary<int, int> _parents;
    private readonly Func<ImmutableArray<SeatSheet>> _write;
    private ImmutableArray<SeatSheet> _sheets;
    private Dictionary<int, SeatRange>? _own;
    private Dictionary<int, SeatRange>? _within;

    internal SeatCount(
        BodyAt body,
        SeatRange range,
        ImmutableArray<UnitSeats> shares,
        ImmutableArray<SeatOpening> open,
        IReadOnlyDictionary<int, int> parents,
        Func<ImmutableArray<SeatSheet>> sheets)
    {
        At = body;
        Range = range;
        Shares = shares;
        Open = open;
        _parents = parents;
        _write = sheets;
    }

    public Body Body => At.Body;

    /// <summary>The body, and whose it is.</summary>
    public BodyAt At { get; }

    /// <summary>How many seats the body has, as far as it is known.</summary>
    public SeatRange Range { get; }

    /// <summary>The least number of seats that it has.</summary>
    public Ratio Least => Range.Least;

    /// <summary>The greatest; null if nothing bounds it ("at least 4 per republic") or if it cannot be told.</summary>
    public Ratio? Most => Range.Most;

    /// <summary>The one number of seats, where there is one.</summary>
    public Ratio? Total => Range.Exact;

    /// <summary>What each unit has in each group of seats that units have; in the order of the charter and the register.</summary>
    public ImmutableArray<UnitSeats> Shares { get; }

    /// <summary>The same line by line, in the order of the charter, without those of its chambers; empty for a body that only has chambers.</summary>
    public ImmutableArray<LineCount> Lines { get; init; } = [];

    /// <summary>What keeps seats from being determined.</summary>
    public ImmutableArray<SeatOpening> Open { get; }

    /// <summary>Where seats are given of which no rule is known ("left to Council", and not settled): any unit may have some of them, and none for sure.</summary>
    public ImmutableArray<Provision> Untold { get; init; } = [];

    /// <summary>The arithmetic, group by group, to be followed by hand. Written when first asked for.</summary>
    public ImmutableArray<SeatSheet> Sheets => _sheets.IsDefault ? _sheets = _write() : _sheets;

    /// <summary>
    /// What a unit has in all groups together. A unit that has no seats itself has those of the units within it: a republic those of its
    /// provinces.
    /// </summary>
    public SeatRange Of(int unit)
    {
        if (!Own.TryGetValue(unit, out var seats) && !Within.TryGetValue(unit, out seats))
            seats = SeatRange.None;
        return Untold.IsEmpty ? seats : seats + SeatRange.Unknown;
    }

    /// <summary>What keeps the seats of a unit from being determined; nothing if they are.</summary>
    public IEnumerable<SeatOpening> OpenFor(int unit)
    {
        if (Of(unit).IsExact)
            return [];
        var units = new HashSet<int>();
        var by = new HashSet<Provision>(Untold);
        foreach (var share in Shares)
        {
            if (share.Range.IsExact || !(share.Unit == unit || (!Own.ContainsKey(unit) && IsWithin(share.Unit, unit))))
                continue;
            units.Add(share.Unit);
            by.Add(share.By);
        }

        return Open.Where(o => o.Unit >= 0 ? units.Contains(o.Unit) : by.Contains(o.By));
    }

    /// <summary>What keeps the number of seats of the body from being determined; nothing if it is.</summary>
    public IEnumerable<SeatOpening> OpenTotal() => Range.IsExact ? [] : Open.Where(o => o.OfTotal);

    private Dictionary<int, SeatRange> Own
    {
        get
        {
            if (_own is not null)
                return _own;
            var own = new Dictionary<int, SeatRange>();
            foreach (var share in Shares.Where(s => !s.OfParts))
                own[share.Unit] = own.TryGetValue(share.Unit, out var before) ? before + share.Range : share.Range;
            return _own = own;
        }
    }

    private Dictionary<int, SeatRange> Within
    {
        get
        {
            if (_within is not null)
                return _within;
            var within = new Dictionary<int, SeatRange>();
            foreach (var share in Shares)
            {
                foreach (var above in share.OfParts ? Above(share.Unit).Prepend(share.Unit) : Above(share.Unit))
                    within[above] = within.TryGetValue(above, out var before) ? before + share.Range : share.Range;
            }

            return _within = within;
        }
    }

    private bool IsWithin(int unit, int above) => Above(unit).Contains(above);

    private IEnumerable<int> Above(int unit)
    {
        for (var depth = 0; depth < UnitsBeneath.DeepestTier && _parents.TryGetValue(unit, out var parent) && parent != unit; depth++)
        {
            yield return parent;
            unit = parent;
        }
    }
}
