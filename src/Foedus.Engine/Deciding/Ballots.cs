using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// A vote as reported, laid out as classes of voters: one class for members by number, one for each unit that is named, one for each side of
/// a result by units. The measures that tests may ask for are the weights of the classes.
/// </summary>
internal sealed class Ballots
{
    private readonly Inquiry _inquiry;
    private readonly List<Measure> _measures = [];
    private readonly List<VoterClass> _classes = [];

    private readonly Measure? _votes;

    private Ballots(Inquiry inquiry, IEnumerable<Measure> measures, Measure? votes)
    {
        _inquiry = inquiry;
        _votes = votes;
        _measures.AddRange(measures.Distinct());
    }

    /// <summary>False if how many members there are is not known; tests whose base is the members are then open.</summary>
    public bool MembersKnown { get; private set; } = true;

    /// <summary>True if the voters are units by name, so that every measure of theirs is known.</summary>
    public bool ByUnits { get; private set; }

    /// <summary>True if the result of units is reported as sums of a measure.</summary>
    public bool ByResult { get; private set; }

    /// <summary>Measures of which a unit's figure is not known.</summary>
    public HashSet<Measure> Unknown { get; } = [];

    public Profile Profile => new([.. _classes]);

    /// <summary>More was counted than there are members; the number there is.</summary>
    public Ratio? Exceeds { get; private set; }

    /// <summary>The place of a measure among the weights, after heads and units.</summary>
    public int IndexOf(Measure measure) => _measures.IndexOf(measure) + 2;

    /// <summary>The weight by which every unit counts once.</summary>
    public const int Units = 1;

    public static Ballots Of(Inquiry inquiry, IReadOnlyList<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> votes, IEnumerable<Measure> measures, Measure? weight)
    {
        var ballots = new Ballots(inquiry, measures, weight);
        foreach (var (body, tallies) in votes)
            ballots.Add(body, tallies);
        return ballots;
    }

    private void Add(BodyAt? body, IReadOnlyList<Tally> tallies)
    {
        Dictionary<int, Side>? named = null;
        var (units, allRest, heads) = (false, true, false);
        foreach (var tally in tallies)
        {
            allRest &= tally.Rest;
            heads |= tally.Measure is null;
            if (tally.Measure is not null)
                ByMeasure(tally);
            foreach (var unit in tally.Units)
            {
                (named ??= []).TryAdd(unit, tally.Side);
                units |= _inquiry.Roll[unit].Kind == ThingKind.Unit;
            }
        }

        if (body is { } at && (units || (named is null && allRest)))
            AddUnits(at, tallies, named ?? []);
        else if (heads)
            AddHeads(body, tallies);
    }

    /// <summary>"units 8.5 cantonal-votes for, 14.5 against": one class a side, of that weight.</summary>
    private void ByMeasure(Tally tally)
    {
        var weights = new RatioRange[_measures.Count + 2];
        Array.Fill(weights, 0);
        var at = _measures.FindIndex(m => string.Equals(m.Name, tally.Measure, StringComparison.Ordinal));
        weights[at < 0 ? Units : at + 2] = tally.Count ?? Ratio.Zero;
        _classes.Add(new VoterClass(tally.Side.ToString(), 1, [.. weights], Given(tally.Side, 1)));
        ByUnits = true;
        ByResult = true;
    }

    private void AddUnits(BodyAt body, IReadOnlyList<Tally> tallies, Dictionary<int, Side> named)
    {
        ByUnits = true;
        var rest = tallies.FirstOrDefault(t => t.Rest)?.Side ?? Side.Absent;
        var seats = _inquiry.Seats(body);
        foreach (var unit in seats.Shares.Select(s => s.Unit).Distinct())
        {
            var (least, most) = seats.Of(unit);
            if (most is not { } count || count != least || !count.TryToInt64(out var heads))
            {
                MembersKnown = false;
                heads = 1;
            }

            var side = named.GetValueOrDefault(unit, rest);
            if (heads == 0 || side == Side.NotTakingPart)
                continue;
            var weights = new RatioRange[_measures.Count + 2];
            weights[0] = 1;
            weights[Units] = Ratio.One / heads;
            for (var i = 0; i < _measures.Count; i++)
            {
                if (_inquiry.FigureOf(unit, _measures[i]) is { } figure)
                    weights[i + 2] = figure / heads;
                else
                    Unknown.Add(_measures[i]);
            }

            _classes.Add(new VoterClass(_inquiry.Roll.NameOf(unit), heads, [.. weights], Given(side, heads)));
        }
    }

    private void AddHeads(BodyAt? body, IReadOnlyList<Tally> tallies)
    {
        var given = default(ResponseCounts);
        long outside = 0;
        Tally? rest = null;
        foreach (var tally in tallies)
        {
            if (tally.Rest)
                rest ??= tally;
            if (tally.Measure is not null || tally.Rest)
                continue;
            var count = (tally.Count ?? Ratio.Zero) + tally.Units.Length;
            if (!count.IsInteger || !count.TryToInt64(out var heads))
                heads = 0;
            if (tally.Side == Side.NotTakingPart)
                outside += heads;
            else
                given = given.Plus(ResponseOf(tally.Side), heads);
        }

        var members = _votes is { } measure ? Whole(measure) : body is not { } at ? null : _inquiry.Members(at);
        var known = members is { } m && m.TryToInt64(out _);
        var all = known ? (long)members!.Value.Floor() - outside : (long)given.Total;
        if (rest is not null && known && rest.Side != Side.NotTakingPart)
            given = given.Plus(ResponseOf(rest.Side), Math.Max(0, all - (long)given.Total));
        if (known && given.Total > all)
            Exceeds = members;
        MembersKnown &= known;
        var weights = new RatioRange[_measures.Count + 2];
        weights[0] = 1;
        foreach (var other in _measures)
        {
            if (other != _votes && !tallies.Any(t => string.Equals(t.Measure, other.Name, StringComparison.Ordinal)))
                Unknown.Add(other);
        }

        _classes.Add(new VoterClass(body?.Name ?? "voters", Math.Max(all, (long)given.Total), [.. weights], given));
    }

    /// <summary>All the votes that there are by a measure; null if a figure is not known.</summary>
    private Ratio? Whole(Measure measure)
    {
        var whole = Ratio.Zero;
        foreach (var link in _inquiry.View.Objects(Records.Relations.OfKind, _inquiry.Roll.Word(measure.Kind.Name)))
        {
            if (_inquiry.FigureOf(link.Thing, measure) is not { } figure)
                return null;
            whole += figure;
        }

        return whole;
    }

    private static ResponseCounts Given(Side side, long count) => default(ResponseCounts).Plus(ResponseOf(side), count);

    private static Response ResponseOf(Side side) => side switch
    {
        Side.For => Response.Yes,
        Side.Against => Response.No,
        Side.Abstaining => Response.Abstain,
        Side.Invalid => Response.Invalid,
        _ => Response.Absent,
    };
}
