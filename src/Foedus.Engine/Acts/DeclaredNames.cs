using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Engine.Remedies;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Acts;

/// <summary>Every name and term that the charter, in any edition, or the register declares; what acts may speak of without a message.</summary>
internal sealed class DeclaredNames
{
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Office>> _offices = new(StringComparer.Ordinal);

    public DeclaredNames(Rulebooks books)
    {
        foreach (var unit in books.Federation.Register.Units)
        {
            _units.TryAdd(unit.Name, unit.Name);
            foreach (var other in unit.OtherNames)
                _units.TryAdd(other, unit.Name);
        }

        for (var i = 0; i < books.Count; i++)
            Add(books[i]);
    }

    public HashSet<string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Bodies that every unit of a kind has.</summary>
    public HashSet<string> Families { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Measures { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Sorts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Facts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Procedures { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The sorts of matters by which a unit may be admitted.</summary>
    public HashSet<string> Admitting { get; } = new(StringComparer.Ordinal) { ChangeWords.Admission };

    /// <summary>Matters of competence.</summary>
    public HashSet<string> Matters { get; } = new(StringComparer.Ordinal);

    /// <summary>Labels of articles.</summary>
    public HashSet<string> Articles { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Languages { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Duties { get; } = new(StringComparer.Ordinal);

    /// <summary>What may be demanded: the sorts of act, and the names of rules, procedures, stages and ends in small letters.</summary>
    public HashSet<string> Demands { get; } = new(StringComparer.Ordinal);

    /// <summary>Names and terms that stand in a rule where a person or body is meant, whether or not it is declared.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Units => _units.Keys;

    public IEnumerable<string> OfficeNames => _offices.Keys;

    /// <summary>Everybody who may act.</summary>
    public IEnumerable<string> Actors => Bodies.Concat(Families).Concat(_offices.Keys).Concat(_units.Keys).Concat(Named).Distinct(StringComparer.Ordinal);

    /// <summary>The name of a unit in the register, by that name or by another that it has had; null if there is none.</summary>
    public string? Unit(string name) => _units.GetValueOrDefault(name);

    /// <summary>The offices of a name in all bodies and editions, in the order of the text.</summary>
    public IReadOnlyList<Office> Offices(string name) => _offices.GetValueOrDefault(name) ?? [];

    private void Add(Rulebook book)
    {
        var edition = book.Edition;
        foreach (var body in edition.Bodies)
            (body.EachOf is null ? Bodies : Families).Add(body.Name);
        foreach (var office in book.Offices)
        {
            if (!_offices.TryGetValue(office.Name, out var offices))
                _offices.Add(office.Name, offices = []);
            offices.Add(office);
        }

        foreach (var party in edition.Parties)
            _units.TryAdd(party.Name, party.Name);
        Measures.UnionWith(edition.Measures.Select(m => m.Name));
        Kinds.UnionWith(edition.Kinds.Select(k => k.Name));
        Facts.UnionWith(edition.Facts.Select(f => f.Name));
        Sorts.UnionWith(edition.Instruments.Select(i => i.Name));
        foreach (var procedure in edition.Procedures)
        {
            Procedures.Add(procedure.Name);
            Sorts.UnionWith(procedure.Kinds);
            if (procedure.Ends.Exists(e => e.Becomes == ChangeWords.Admission))
                Admitting.UnionWith(procedure.Kinds);
            Sorts.UnionWith(procedure.Ends.Select(e => e.Becomes).OfType<string>());
        }

        Matters.UnionWith(edition.Competences.SelectMany(c => c.Matters).Select(m => m.Name));
        Duties.UnionWith(edition.Duties.Select(d => d.Name));
        if (edition.Remedies.Exists(r => r.Effect?.Fillers.Any(e => e.Kind == EffectKind.MustAct) ?? false)
            || edition.Competences.Exists(c => c.ActingOutside?.Fillers.Any(e => e?.Kind == EffectKind.MustAct) ?? false))
        {
            Duties.Add(Omissions.MustAct);
        }

        Languages.UnionWith(edition.Languages);
        foreach (var published in edition.Instruments.Select(i => i.Published).OfType<Slot<System.Collections.Immutable.ImmutableArray<string>>>())
            Languages.UnionWith(published.Fillers.SelectMany(f => f));
        Articles.UnionWith(edition.Provisions.Select(p => p.Article));
        var named = edition.Rules.Select(r => r.Name).OfType<string>()
            .Concat(edition.Procedures.SelectMany(p => p.Stages.Select(s => s.Name).Concat(p.Ends.Select(e => e.Name)).Append(p.Name)));
        Demands.UnionWith(named.Select(n => n.ToLowerInvariant().Replace(' ', '-')));
        Demands.UnionWith(Sorts);
        foreach (var match in edition.Provisions.Select(p => p.Clause.Match).OfType<Match>())
            Add(match);
    }

    /// <summary>The parties that a clause names, however deep in its words.</summary>
    private void Add(Match clause)
    {
        var open = new Stack<Match>();
        open.Push(clause);
        while (open.TryPop(out var match))
        {
            if (match.Phrase is { Name: "thing" } && match.Captures.Length > 0)
                Named.Add(match.Captures[0].Text);
            foreach (var capture in match.Captures)
            {
                if (capture.Match is { } inner)
                    open.Push(inner);
                foreach (var item in capture.Items)
                {
                    if (item.Match is { } one)
                        open.Push(one);
                }
            }
        }
    }
}
