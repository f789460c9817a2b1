using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;

namespace Foedus.Charter.Binding;

/// <summary>Everything that has a name in one edition. Names are compared letter by letter; kinds and measures also in the plural.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, UnitKind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Measure>> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Body>> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Office>> offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InstrumentKind> instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> unitKinds = new(StringComparer.Ordinal);

    public Dictionary<string, Category> Categories { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, NamedUnit> Parties { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FactDeclaration> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>The classes of every sorting, known before the clauses are read.</summary>
    public Dictionary<string, ImmutableArray<string>> ClassValues { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Classification> Classes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DecisionRule> Rules { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Procedure> Procedures { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Remedy> Remedies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Duty> Duties { get; } = new(StringComparer.Ordinal);

    /// <summary>Sorts of act that a procedure may end in; they count as declared.</summary>
    public HashSet<string> Outcomes { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> KindNames => kinds.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> MeasureNames => measures.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> InstrumentNames => instruments.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names that a party may have.</summary>
    public IEnumerable<string> PartyNames =>
        bodies.Keys.Concat(offices.Keys).Concat(Parties.Keys).Concat(unitKinds.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public void Add(UnitKind kind)
    {
        kinds[kind.Plural] = kind;
        kinds.TryAdd(kind.Name + "s", kind);
        kinds[kind.Name] = kind;
    }

    public void Add(Measure measure) => List(measures, measure.Name).Add(measure);

    public void Add(Body body) => List(bodies, body.Name).Add(body);

    public void Add(Office office) => List(offices, office.Name).Add(office);

    public void Add(InstrumentKind instrument) => instruments[instrument.Name] = instrument;

    /// <summary>The units of the register count as names, with the kinds that they have had.</summary>
    public void Add(Register register)
    {
        foreach (var unit in register.Units)
        {
            if (!unitKinds.TryGetValue(unit.Name, out var has)) unitKinds[unit.Name] = has = new HashSet<string>(StringComparer.Ordinal);
            has.Add(unit.Kind);
        }
    }

    public UnitKind? Kind(string word) => kinds.GetValueOrDefault(word);

    /// <summary>A measure by its name, in the singular or the plural, of a kind of unit if several have the name.</summary>
    public Measure? Measure(string word, UnitKind? of = null)
    {
        var found = measures.GetValueOrDefault(word) ?? measures.GetValueOrDefault(word + "s")
            ?? (word.EndsWith('s') ? measures.GetValueOrDefault(word[..^1]) : null);
        return found is null ? null : found.Find(m => of is not null && ReferenceEquals(m.Kind, of)) ?? found[0];
    }

    public InstrumentKind? Instrument(string word) =>
        instruments.GetValueOrDefault(word) ?? (word.EndsWith('s') ? instruments.GetValueOrDefault(word[..^1]) : null);

    public IReadOnlyList<Body> Bodies(string name) => bodies.GetValueOrDefault(name) ?? [];

    public IReadOnlyList<Office> Offices(string name) => offices.GetValueOrDefault(name) ?? [];

    /// <summary>The body of that name of the federation, or else the one that units of a kind have.</summary>
    public Body? Body(string name)
    {
        var found = Bodies(name);
        return found.FirstOrDefault(b => b.EachOf is null) ?? (found.Count > 0 ? found[0] : null);
    }

    /// <summary>The body of that name that every unit of a kind has; of any kind if none is given.</summary>
    public Body? BodyOfEach(string name, UnitKind? kind)
    {
        foreach (var body in Bodies(name))
            if (body.EachOf is { } each && (kind is null || ReferenceEquals(each, kind)))
                return body;
        return null;
    }

    /// <summary>Whether a name is that of a unit, by the charter or the register.</summary>
    public bool IsUnit(string name) => Parties.ContainsKey(name) || unitKinds.ContainsKey(name);

    /// <summary>The kinds that a named unit has or has had.</summary>
    public IEnumerable<UnitKind> KindsOf(string unit)
    {
        if (Parties.TryGetValue(unit, out var party)) yield return party.Kind;
        if (!unitKinds.TryGetValue(unit, out var has)) yield break;
        foreach (var name in has.Order(StringComparer.Ordinal))
            if (Kind(name) is { } kind)
                yield return kind;
    }

    private static List<T> List<T>(Dictionary<string, List<T>> table, string name)
    {
        if (!table.TryGetValue(name, out var list)) table[name] = list = [];
        return list;
    }
}
