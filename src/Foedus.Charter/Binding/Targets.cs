using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>What a clause is about: what it declares itself, or what <c>about</c> opens again.</summary>
internal sealed class Targets(BindingContext context, AmountBinder amounts)
{
    private readonly Dictionary<ClauseSyntax, List<object>> opened = new(ReferenceEqualityComparer.Instance);

    private Names Names => context.Names;

    /// <summary>The things that the clauses under this one are about; none if it declares nothing.</summary>
    public IReadOnlyList<object> Of(ClauseSyntax clause)
    {
        if (clause.Is("about")) return About(clause);
        if (!context.Declared.TryGetValue(clause, out var declared)) return [];
        return declared switch
        {
            List<Office> offices => [.. offices],
            List<Stage> stages => [.. stages],
            _ => [declared],
        };
    }

    private List<object> About(ClauseSyntax clause)
    {
        if (opened.TryGetValue(clause, out var known)) return known;
        var found = new List<object>();
        if (clause.Match is { } match)
        {
            UnitKind? each = null;
            if (match.Find("kind") is { } kindWord && (each = amounts.Kind(kindWord)) is null) return opened[clause] = found;
            foreach (var name in match.List("names"))
            {
                if (Named(name, each) is { } thing) found.Add(thing);
            }
            foreach (var sort in match.List("sorts"))
            {
                if (Names.Instrument(sort.Text) is { } instrument) found.Add(instrument);
                else if (Names.Kind(sort.Text) is { } kind) found.Add(kind);
                else context.Unknown(sort.Location, BindingDiagnostics.UnknownInstrument, Names.InstrumentNames, sort.Text);
            }
        }
        return opened[clause] = found;
    }

    private object? Named(Capture name, UnitKind? each)
    {
        var text = name.Text;
        if (each is not null)
        {
            if (Names.BodyOfEach(text, each) is { } family) return family;
            if (Names.Offices(text).FirstOrDefault(o => ReferenceEquals(o.Of?.EachOf, each)) is { } officeOfEach) return officeOfEach;
        }
        else
        {
            if (Names.Body(text) is { } body) return body;
            var offices = Names.Offices(text);
            if (offices.Count(o => o.Of?.EachOf is null) == 1) return offices.First(o => o.Of?.EachOf is null);
            if (offices.Count == 1) return offices[0];
            if (offices.Count > 1)
            {
                context.Report(Diagnostic.At(name.Location, BindingDiagnostics.AmbiguousName, text, string.Join(" or ", offices.Select(o => $"`{o}`"))));
                return null;
            }
            if (Names.Rules.TryGetValue(text, out var rule)) return rule;
            if (Names.Procedures.TryGetValue(text, out var procedure)) return procedure;
            if (Names.Remedies.TryGetValue(text, out var remedy)) return remedy;
            if (Names.Duties.TryGetValue(text, out var duty)) return duty;
        }
        var known = Names.PartyNames.Concat(Names.Rules.Keys).Concat(Names.Procedures.Keys).Concat(Names.Remedies.Keys).Concat(Names.Duties.Keys);
        context.Unknown(name.Location, BindingDiagnostics.UnknownName, known.Order(StringComparer.Ordinal), text);
        return null;
    }
}
