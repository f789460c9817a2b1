using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>What a place weighs: its votes by the rule, and its part of what a test counts.</summary>
internal sealed class VoteWeights
{
    private readonly Inquiry _inquiry;
    private readonly Electorate _roll;
    private readonly Dictionary<(int Unit, UnitKind Kind), SeatRange> _places = [];
    private readonly Dictionary<(int Unit, Measure Measure), WeightBounds> _figures = [];

    public VoteWeights(Inquiry inquiry, Electorate roll, VoteWeight? rule, Provision? by = null)
    {
        _inquiry = inquiry;
        _roll = roll;
        Rule = rule;
        By = by ?? (roll.Bodies.Count > 0 ? roll.Bodies[0].Body.By : null);
    }

    /// <summary>The weight that the rule gives; null or without a measure: one vote each.</summary>
    public VoteWeight? Rule { get; }

    /// <summary>Where it is said how many votes there are.</summary>
    public Provision? By { get; }

    /// <summary>What votes are counted in, where that is not heads.</summary>
    public Measure? Measure => Rule?.Measure;

    /// <summary>The kind of unit of which each has one vote, however many places it has; null where votes are counted otherwise.</summary>
    public UnitKind? OneOfEach => Rule is { Measure: null, Of: { } kind } ? kind : null;

    /// <summary>True if every place has one vote.</summary>
    public bool IsByHead => Rule?.Of is null;

    /// <summary>Figures that would be needed and are not known.</summary>
    public List<Need> Missing { get; } = [];

    /// <summary>The votes of one of these places.</summary>
    public WeightBounds Votes(VotingPlaces place) => Measure is { } measure ? Figure(place, measure, Holder(measure)) : OneOfEach is { } kind ? UnitPart(place, kind) : WeightBounds.Exactly(Ratio.One);

    /// <summary>All the votes of these places.</summary>
    public WeightBounds AllVotes(VotingPlaces place)
    {
        if (OneOfEach is { } kind)
            return place.Count is { IsExact: true, Least: var places } ? places * UnitPart(place, kind) : new WeightBounds(Ratio.Zero, Ratio.One);
        if (Measure is not { } measure)
            return new WeightBounds(place.Count.Least, place.Count.Most);
        if (place.Count is { IsExact: true, Least: var count })
            return count * Figure(place, measure);

        // How many places a unit has does not matter to the votes that it has together.
        var figure = FigureOf(_roll.Above(place.Unit, Holder(measure)), measure);
        return place.Count.Least.IsZero ? new WeightBounds(Ratio.Zero, figure.High) : figure;
    }

    /// <summary>A place's part of its unit's figure.</summary>
    public WeightBounds Figure(VotingPlaces place, Measure measure) => Figure(place, measure, measure.Kind);

    private WeightBounds Figure(VotingPlaces place, Measure measure, UnitKind kind)
    {
        var unit = _roll.Above(place.Unit, kind);
        return unit < 0 ? WeightBounds.None : Part(unit, kind, FigureOf(unit, measure));
    }

    // The kind of unit that has the votes: "votes people of each region" are those of the region, whoever returns the figure.
    private UnitKind Holder(Measure measure) => Rule?.Of ?? measure.Kind;

    /// <summary>A place's part of its unit of a kind.</summary>
    public WeightBounds UnitPart(VotingPlaces place, UnitKind kind)
    {
        var unit = _roll.Above(place.Unit, kind);
        return unit < 0 ? WeightBounds.None : Part(unit, kind, WeightBounds.Exactly(Ratio.One));
    }

    /// <summary>How many places that vote a unit has.</summary>
    public SeatRange PlacesOf(int unit, UnitKind kind)
    {
        if (!_places.ContainsKey((unit, kind)))
        {
            foreach (var place in _roll.Places)
                Count(place, kind);
        }

        return _places.GetValueOrDefault((unit, kind));
    }

    private void Count(VotingPlaces place, UnitKind kind)
    {
        var unit = _roll.Above(place.Unit, kind);
        if (unit >= 0)
            _places[(unit, kind)] = _places.TryGetValue((unit, kind), out var before) ? before + place.Count : SeatRange.None + place.Count;
    }

    /// <summary>A unit's figure as far as it is known.</summary>
    public WeightBounds FigureOf(int unit, Measure measure)
    {
        if (unit < 0)
            return WeightBounds.None;
        if (_figures.TryGetValue((unit, measure), out var known))
            return known;
        var figure = UnitFigures.Read(_inquiry, unit, measure);
        var bounds = figure.Value is { } value ? WeightBounds.Exactly(value)
            : figure.Low is { } low ? new WeightBounds(Ratio.Max(low, Ratio.Zero), figure.High)
            : figure.High is { } high ? new WeightBounds(Ratio.Zero, high, Above: true)
            : WeightBounds.Some;
        if (!bounds.IsExact)
            Missing.Add(new Need("the " + measure.Name + " of " + _inquiry.Roll.NameOf(unit)));
        return _figures[(unit, measure)] = bounds;
    }

    private WeightBounds Part(int unit, UnitKind kind, WeightBounds whole)
    {
        var places = PlacesOf(unit, kind);
        return places is { IsExact: true, Least: { IsZero: false } count } ? (Ratio.One / count) * whole : whole;
    }
}
