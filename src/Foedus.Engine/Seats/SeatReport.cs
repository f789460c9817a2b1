using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Seats;

/// <summary>
/// The seats of a body as a function of the silences: what each way of reading gives, whose seats turn on which silence and whose on none,
/// and what comes out under somebody's assumptions. Without assumptions none is used.
/// </summary>
public sealed class SeatReport
{
    private const int Untried = -1;

    private readonly State _state;
    private readonly Forked<SeatWay> _forked;
    private readonly AssumptionSet _used;
    private readonly Conditions _conditions = new();
    private ImmutableArray<int> _units;
    private SeatReport? _narrowed;

    internal SeatReport(State state, Rulebook book, Day day, BodyAt body, Forked<SeatWay> forked, AssumptionSet used)
    {
        _state = state;
        _forked = forked;
        _used = used;
        Book = book;
        Day = day;
        At = body;
        Ways = [.. forked.Paths.Select(p => p.Result)];
    }

    /// <summary>The edition by which it was answered.</summary>
    public Rulebook Book { get; }

    public Day Day { get; }

    public Body Body => At.Body;

    /// <summary>The body, and whose it is.</summary>
    public BodyAt At { get; }

    /// <summary>As people write it: "Congress", "Assembly of East", "Upper of Parliament" where another body has an Upper.</summary>
    public string Name => Book.All.FindThing(At) is var thing and >= 0 ? _state.Roll.NameOf(thing) : Body.Name;

    /// <summary>One count for each way of reading the silences met; each has its worksheets.</summary>
    public ImmutableArray<SeatWay> Ways { get; }

    /// <summary>True if there were more ways than were tried; what the others give is then not known.</summary>
    public bool BudgetSpent => _forked.BudgetHit;

    /// <summary>The units that have seats on some way, each once, in the order of the charter and the register.</summary>
    public ImmutableArray<int> Units
    {
        get
        {
            if (!_units.IsDefault)
                return _units;
            var seen = new HashSet<int>();
            return _units = [.. Ways.SelectMany(w => w.Count.Shares).Select(s => s.Unit).Where(seen.Add)];
        }
    }

    /// <summary>The silences met on some way, in the order of the charter.</summary>
    public ImmutableArray<Silence> Met => [.. _forked.Met.Select(m => m.Silence).Order().Select(SilenceAt)];

    /// <summary>How many seats the body has.</summary>
    public SeatAnswer Total(AssumptionSet? assumptions = null) =>
        Answer(static (count, _) => count.Range, static (count, _) => count.OpenTotal(), -1, assumptions ?? AssumptionSet.None);

    /// <summary>How many seats a unit has; of a unit without seats of its own, those of the units within it.</summary>
    public SeatAnswer Of(int unit, AssumptionSet? assumptions = null) =>
        Answer(static (count, unit) => count.Of(unit), static (count, unit) => count.OpenFor(unit), unit, assumptions ?? AssumptionSet.None);

    /// <summary>The ways of reading that assumptions leave.</summary>
    public ImmutableArray<SeatWay> WaysUnder(AssumptionSet assumptions)
    {
        if (BudgetSpent && !assumptions.All.IsEmpty)
            return Narrowed(assumptions).Ways;
        return [.. Ways.Where(w => Agrees(w, assumptions))];
    }

    /// <summary>The different outcomes, those that more ways lead to first.</summary>
    public ImmutableArray<SeatResult> Results(AssumptionSet? assumptions = null)
    {
        var groups = new List<(SeatCount First, List<SeatWay> Ways)>();
        foreach (var way in WaysUnder(assumptions ?? AssumptionSet.None))
        {
            var at = groups.FindIndex(g => g.First.Range == way.Count.Range && g.First.Shares.AsSpan().SequenceEqual(way.Count.Shares.AsSpan()));
            if (at < 0)
                groups.Add((way.Count, [way]));
            else
                groups[at].Ways.Add(way);
        }

        return [.. groups.OrderByDescending(g => g.Ways.Count).Select(g => new SeatResult(g.First.Range, g.First.Shares, [.. g.Ways]))];
    }

    /// <summary>In one line: "371 seats: 3 ways; Russia 277 or 278 by art 6 method; Ukraine 73 whichever".</summary>
    public string Summary(AssumptionSet? assumptions = null)
    {
        var ways = WaysUnder(assumptions ?? AssumptionSet.None).Length;
        var total = Total(assumptions);
        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{total} seats{By(total)}{(ways > 1 ? $": {ways} ways" : "")}"),
        };
        foreach (var unit in Units)
        {
            var answer = Of(unit, assumptions);
            parts.Add(_state.Roll.NameOf(unit) + " " + answer + (ways > 1 && answer.Turns.IsEmpty ? " whichever" : By(answer)));
        }

        return string.Join("; ", parts);
    }

    private static string By(SeatAnswer answer) => answer.Turns.IsEmpty ? "" : " by " + SeatWords.Listed([.. answer.Turns.Select(s => s.Address)]);

    private SeatAnswer Answer(
        Func<SeatCount, int, SeatRange> seats, Func<SeatCount, int, IEnumerable<SeatOpening>> open, int unit, AssumptionSet assumptions)
    {
        if (BudgetSpent && !assumptions.All.IsEmpty)
            return Narrowed(assumptions).Answer(seats, open, unit, AssumptionSet.None);
        assumptions = assumptions.Concerning([Body.Name]);
        var values = new List<SeatRange>();
        var places = new Dictionary<SeatRange, int>();
        var whole = _forked.ToDiagram(_conditions, way => PlaceOf(seats(way.Count, unit)), Untried);
        var diagram = whole;
        var used = ImmutableArray.CreateBuilder<Assumption>();
        used.AddRange(_forked.Assumed.Select(s => _used.For(s, Day)).OfType<Assumption>());
        foreach (var silence in _conditions.Support(whole))
        {
            // Only those assumptions are used that still make a difference when their turn comes.
            if (assumptions.For(silence, Day) is not { } assumption || !_conditions.Support(diagram).Contains(silence))
                continue;
            diagram = _conditions.Restrict(diagram, silence, assumption.Reading);
            used.Add(assumption);
        }

        var left = _conditions.Leaves(diagram).Select(leaf => leaf == Untried ? SeatRange.Unknown : values[leaf]);
        var turns = _conditions.Support(diagram);
        var met = _conditions.Support(whole);
        return new SeatAnswer(
            [.. left.OrderBy(v => v.Least).ThenBy(v => v.Most is null).ThenBy(v => v.Most ?? v.Least)],
            used.ToImmutable(),
            [.. turns.Select(SilenceAt)],
            [.. Met.Where(s => !met.Contains(s.Id))],
            NeedsOf(open, unit, turns, assumptions));

        int PlaceOf(SeatRange value)
        {
            if (!places.TryGetValue(value, out var place))
            {
                places.Add(value, place = values.Count);
                values.Add(value);
            }

            return place;
        }
    }

    private ImmutableArray<Need> NeedsOf(
        Func<SeatCount, int, IEnumerable<SeatOpening>> open, int unit, IReadOnlyList<int> turns, AssumptionSet assumptions)
    {
        var needs = ImmutableArray.CreateBuilder<Need>();
        var seen = new HashSet<Need>();
        foreach (var silence in turns.Select(SilenceAt))
        {
            var need = new Need(silence.Address, silence.LeftTo?.Words ?? "", silence);
            seen.Add(need);
            needs.Add(need);
        }

        foreach (var way in Ways.Where(w => Agrees(w, assumptions)))
        {
            foreach (var opening in open(way.Count, unit))
            {
                if (opening.Ground.Need is { } need && seen.Add(need))
                    needs.Add(need);
            }
        }

        return needs.ToImmutable();
    }

    private bool Agrees(SeatWay way, AssumptionSet assumptions)
    {
        foreach (var (silence, reading) in way.Readings)
        {
            if (assumptions.For(silence.Id, Day) is { } assumption && assumption.Reading != reading)
                return false;
        }

        return true;
    }

    /// <summary>Where there were more ways than could be tried, the ways that assumptions leave are tried anew.</summary>
    private SeatReport Narrowed(AssumptionSet assumptions)
    {
        if (_narrowed is not { } last || last._used != assumptions)
            _narrowed = last = SeatInquiry.Of(_state, Book, Day, At, assumptions);
        return last;
    }

    private Silence SilenceAt(int id) => Book.All.Federation.AllSilences[id];
}
