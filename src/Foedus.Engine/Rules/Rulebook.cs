using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Kernel;
using Foedus.Engine.Things;

namespace Foedus.Engine.Rules;

/// <summary>One edition made ready for ruling: everything by name, every stage by number.</summary>
public sealed class Rulebook
{
    private readonly Dictionary<string, Body> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Body>> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InstrumentKind> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Measure>> _measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Procedure> _procedures = new(StringComparer.Ordinal);
    private Dictionary<string, List<Charter.Model.FindingUse>>? _findingUses;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(Body?, Stage?, DecisionRule?), IReadOnlyList<Deciding.RuleChain>> _chains = [];
    private readonly List<StagePlace> _places = [];
    private Clock.TimesOf? _times;
    private readonly Dictionary<object, StagePlace> _placeOf = [];

    /// <summary>The same edition among other rules, with their roll. What was laid out of its text is shared.</summary>
    internal Rulebook Of(Rulebooks all)
    {
        var same = (Rulebook)MemberwiseClone();
        same.All = all;
        return same;
    }

    /// <summary>What runs and arises from which events.</summary>
    internal Clock.TimesOf Times => _times ??= new Clock.TimesOf(Edition);

    internal Rulebook(Rulebooks all, CharterEdition edition, int index)
    {
        All = all;
        Edition = edition;
        Index = index;
        From = Day.From(edition.From);
        foreach (var body in edition.Bodies.OrderBy(b => b.ChamberOf is null ? 0 : 1))
        {
            if (body.EachOf is null)
                _bodies.TryAdd(body.Name, body);
            else if (_families.TryGetValue(body.Name, out var like))
                like.Add(body);
            else
                _families.Add(body.Name, [body]);
        }

        foreach (var instrument in edition.Instruments)
            _instruments.TryAdd(instrument.Name, instrument);
        foreach (var measure in edition.Measures)
        {
            if (!_measures.TryGetValue(measure.Name, out var named))
                _measures.Add(measure.Name, named = []);
            named.Add(measure);
        }

        foreach (var kind in edition.Kinds)
            _kinds.TryAdd(kind.Name, kind);
        foreach (var procedure in edition.Procedures)
        {
            _procedures.TryAdd(procedure.Name, procedure);
            foreach (var stage in procedure.Stages)
                Add(stage, new StagePlace(procedure, stage, null, ValueOf(_places.Count)));
            foreach (var end in procedure.Ends)
                Add(end, new StagePlace(procedure, null, end, ValueOf(_places.Count)));
        }

        Remedies = [.. edition.Remedies.Concat(edition.Changes.SelectMany(c => c.Remedies)).Distinct()];
        Offices = [.. edition.Offices.Concat(edition.Bodies.SelectMany(b => b.Offices)).Distinct()];
    }

    public Rulebooks All { get; private set; }

    public CharterEdition Edition { get; }

    /// <summary>Its place among the editions.</summary>
    public int Index { get; }

    public Day From { get; }

    /// <summary>Every remedy, those against changes of membership included.</summary>
    public IReadOnlyList<Remedy> Remedies { get; }

    /// <summary>Every office, of the federation and of bodies.</summary>
    public IReadOnlyList<Office> Offices { get; }

    /// <summary>The body of the federation with a name, or null.</summary>
    public Body? Body(string name) => _bodies.GetValueOrDefault(name);

    /// <summary>The body of that name that every unit of a kind has, or null; the first, if units of several kinds have one.</summary>
    public Body? Family(string name) => _families.TryGetValue(name, out var like) ? like[0] : null;

    /// <summary>The bodies of that name that the units of one kind or another have.</summary>
    public IReadOnlyList<Body> Families(string name) => _families.TryGetValue(name, out var like) ? like : [];

    /// <summary>
    /// What this edition says of the body that a thing is, or null if it knows none. Which body of a unit it is where units of several kinds
    /// have one of that name, and whether the unit is of such a kind, only <see cref="Judging.Inquiry.BodyOf(int)"/> can tell.
    /// </summary>
    public Body? BodyOf(int thing)
    {
        if (thing < 0)
            return null;
        var it = All.Roll[thing];
        if (it.Kind != ThingKind.Body)
            return null;
        if (it.Of < 0)
            return Body(it.Name);
        return All.Roll[it.Of].Kind == ThingKind.Body
            ? BodyOf(it.Of)?.Chambers.Find(c => string.Equals(c.Name, it.Name, StringComparison.Ordinal))
            : Family(it.Name);
    }

    public InstrumentKind? Instrument(string? sort) => sort is null ? null : _instruments.GetValueOrDefault(sort);

    public Measure? Measure(string? name) => Measures(name).FirstOrDefault();

    /// <summary>The measures of a name, one for each kind of unit that returns a figure of that name.</summary>
    public IReadOnlyList<Measure> Measures(string? name) => name is null ? [] : _measures.GetValueOrDefault(name) ?? [];

    public UnitKind? Kind(string? name) => name is null ? null : _kinds.GetValueOrDefault(name);

    public Procedure? Procedure(string? name) => name is null ? null : _procedures.GetValueOrDefault(name);

    public StagePlace Place(int index) => _places[index];

    /// <summary>
    /// The place of this edition that goes by the names of a place of another, so that a matter can go on from there; null if it has none.
    /// </summary>
    public StagePlace? Like(StagePlace other) =>
        Procedure(other.Procedure.Name) is not { } procedure ? null
        : other.Stage is { } stage ? procedure.Stages.Find(s => string.Equals(s.Name, stage.Name, StringComparison.Ordinal)) is { } same ? PlaceOf(same) : null
        : procedure.Ends.Find(e => string.Equals(e.Name, other.End!.Name, StringComparison.Ordinal)) is { } end ? PlaceOf(end) : null;

    /// <summary>The place at which a matter stands, as this edition has it where it has one of the same names.</summary>
    public StagePlace InPlaceOf(long value)
    {
        var place = All.PlaceOf(value);
        return value >> 16 == Index ? place : Like(place) ?? place;
    }

    /// <summary>The place at which a matter stands while this edition is in force: its own place, where the edition says that it falls under it at once.</summary>
    public StagePlace PlaceNow(long value) =>
        All.PlaceOf(value) is { Stage: not null } place && value >> 16 != Index && Like(place) is { Procedure.PendingByOld: { IsSaid: true, Said: false } } here ? here : All.PlaceOf(value);

    public StagePlace PlaceOf(Stage stage) => _placeOf[stage];

    public StagePlace PlaceOf(End end) => _placeOf[end];

    /// <summary>The thing that a body is, of the federation or of a unit.</summary>
    public int ThingOf(BodyAt body) => All.ThingOf(body);

    /// <summary>The thing that a body of the federation is.</summary>
    public int ThingOf(Body body) => All.ThingOf(new BodyAt(body));

    /// <summary>The thing that an office is, of a body of a unit where its body is one of each unit; -1 if nothing has named it yet.</summary>
    public int FindThing(Office office, int unit = -1) =>
        office.Of is not { } body ? All.Roll.Find(ThingKind.Office, office.Name)
        : All.FindThing(new BodyAt(body, body.EachOf is null ? -1 : unit)) is var owner and >= 0 ? All.Roll.Find(ThingKind.Office, office.Name, owner) : -1;

    /// <summary>The thing that an office of the federation or of one of its bodies is.</summary>
    public int ThingOf(Office office) =>
        All.Roll.Add(ThingKind.Office, office.Name, office.Of is { EachOf: null } body ? ThingOf(new BodyAt(body)) : -1);

    /// <summary>The chains of rules that always apply to votes of a body at a stage, if they were made before.</summary>
    internal bool TryChains((Body? Body, Stage? Stage, DecisionRule? Named) key, out IReadOnlyList<Deciding.RuleChain> chains)
    {
        if (_chains.TryGetValue(key, out var found))
        {
            chains = found;
            return true;
        }

        chains = [];
        return false;
    }

    internal void KeepChains((Body? Body, Stage? Stage, DecisionRule? Named) key, IReadOnlyList<Deciding.RuleChain> chains) => _chains[key] = chains;

    /// <summary>The clauses that ask for findings; looked up once.</summary>
    internal Dictionary<string, List<Charter.Model.FindingUse>> FindingUses => _findingUses ??= Rules.FindingUses.All(this);

    private void Add(object key, StagePlace place)
    {
        _places.Add(place);
        _placeOf.TryAdd(key, place);
    }

    private long ValueOf(int place) => ((long)Index << 16) | (uint)place;
}
