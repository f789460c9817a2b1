namespace Foedus.Charter.Registers;

/// <summary>The words of the charter that a table may use: kinds and measures with their plurals, and the units that the charter names.</summary>
public sealed class RegisterVocabulary
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> languages = new(StringComparer.Ordinal);
    private readonly HashSet<string> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parties = new(StringComparer.Ordinal);

    /// <summary>Every word by which a kind may be called, in no order that matters.</summary>
    public IEnumerable<string> KindNames => parents.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> MeasureNames => measures.Order(StringComparer.Ordinal);

    public IEnumerable<string> LanguageNames => languages.Order(StringComparer.Ordinal);

    public IEnumerable<string> PartyNames => parties.Keys.Order(StringComparer.Ordinal);

    /// <summary>Adds a kind, its plural and the kinds within which it stands; the last edition that declares it prevails.</summary>
    public void AddKind(string name, string plural, IReadOnlyList<string> within)
    {
        kinds[plural] = name;
        kinds[name] = name;
        parents[name] = within;
    }

    public void AddLanguage(string name) => languages.Add(name);

    public bool HasLanguage(string name) => languages.Contains(name);

    public void AddMeasure(string name) => measures.Add(name);

    public void AddParty(string name, string kind) => parties.TryAdd(name, kind);

    /// <summary>The kind that a word means, or null.</summary>
    public string? Kind(string word) => kinds.GetValueOrDefault(word);

    /// <summary>The kinds in one of which a kind stands; none if it stands in none.</summary>
    public IReadOnlyList<string> ParentsOf(string kind) => [.. parents.GetValueOrDefault(kind, []).Select(p => kinds.GetValueOrDefault(p, p))];

    public bool HasMeasure(string word) => measures.Contains(word);

    /// <summary>The kind of a unit that the charter names, or null.</summary>
    public string? PartyKind(string unit) => parties.GetValueOrDefault(unit);
}
