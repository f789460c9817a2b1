using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>Reads who acts, votes or is bound. A phrase that names nothing gives a message and null.</summary>
internal sealed class PartyBinder(BindingContext context, AmountBinder amounts)
{
    private Names Names => context.Names;

    /// <summary>One of several parties, or all of them jointly.</summary>
    public Who? Who(Match who)
    {
        var parties = Parties(who.Subs("parties"));
        if (parties is not { } all) return null;
        return new Who(who.Is("jointly") && all.Length > 1, all) { Alone = who.Has("alone"), Words = BindingContext.Words(who) };
    }

    /// <summary>A list of parties; null if one of them could not be read.</summary>
    public ImmutableArray<Party>? Parties(IEnumerable<Match> phrases)
    {
        var all = ImmutableArray.CreateBuilder<Party>();
        var ok = true;
        foreach (var phrase in phrases)
        {
            var party = Party(phrase);
            if (party is null) ok = false;
            else all.Add(party);
        }
        return ok ? all.ToImmutable() : null;
    }

    /// <summary>A party phrase.</summary>
    public Party? Party(Match phrase)
    {
        if (phrase.Is("holder")) return Holder(phrase);
        if (Party(phrase.Sub("set")) is not { } set) return null;
        var quantity = amounts.Quantity(phrase.Sub("quantity"));
        var holding = phrase.SubOrNull("part");
        Measure? measure = null;
        if (holding is not null && (measure = amounts.Measure(phrase.Get("measure"))) is null) return null;
        return set with
        {
            Which = quantity.How == Comparison.All ? Which.All : set.Which,
            Quantity = quantity.How == Comparison.All ? set.Quantity : quantity,
            Holding = holding is null ? null : amounts.Quantity(holding),
            HoldingMeasure = measure,
            Words = BindingContext.Words(phrase),
        };
    }

    private Party? Holder(Match phrase)
    {
        Party? of = null, except = null;
        if (phrase.SubOrNull("of") is { } ofPhrase && (of = Party(ofPhrase)) is null) return null;
        if (phrase.SubOrNull("except") is { } exceptPhrase && (except = Party(exceptPhrase)) is null) return null;
        var thing = phrase.Sub("thing");
        if (except is null && of is { Except: { } inner } && !IsOfTheSort(inner, of))
        {
            // "members of Council except that state" leaves out members, not the body; "towns of North except Elm" a town, not a part of North.
            except = inner;
            of = of with { Except = null };
        }
        var which = WhichOf(phrase.SubOrNull("which"));
        var party = thing.Is("named") ? Named(thing.Get("name"), of, which) : Sort(thing.Get("term"), of, which);
        return party is null ? null : party with
        {
            Except = except,
            Concerned = phrase.Has("concerned"),
            Words = BindingContext.Words(phrase),
        };
    }

    /// <summary>Whether an exception is one of the things of a set, so that it can be taken out of it.</summary>
    private bool IsOfTheSort(Party except, Party set) => set.Kind switch
    {
        PartyKind.Unit when set.UnitKind is { } kind => except.Kind switch
        {
            PartyKind.Unit => except.UnitKind == kind,
            PartyKind.NamedUnit => Names.KindsOf(except.Name).Contains(kind),
            _ => false,
        },
        PartyKind.Body => set.Which != Which.Plain && except.Kind == PartyKind.Body,
        PartyKind.NamedUnit => false,
        _ => true,
    };

    private static Which WhichOf(Match? which) => which?.CaseName switch
    {
        "any" => Which.Any,
        "every" => Which.Every,
        "each" => Which.Each,
        "all" => Which.All,
        "that" or "its" => Which.That,
        _ => Which.Plain,
    };

    /// <summary>A thing with a name of its own: a body, an office, a unit.</summary>
    private Party? Named(Capture name, Party? of, Which which)
    {
        var text = name.Text;
        if (of is not null) return NamedOf(name, of, which);
        if (Names.Bodies(text).Count > 0)
        {
            var body = Names.Body(text)!;
            if (body.ChamberOf is not null && body.EachOf is null && Names.Bodies(text).Where(b => b.EachOf is null).ToList() is { Count: > 1 } like)
                context.Report(Diagnostic.At(name.Location, BindingDiagnostics.AmbiguousName, text, string.Join(" or ", like.Select(b => $"`{b.Name} of {b.ChamberOf!.Name}`"))));
            return new Party(PartyKind.Body, text, which) { Body = body };
        }
        if (Names.Offices(text) is { Count: > 0 } offices)
        {
            var office = OnlyOffice(name.Location, text, offices);
            return office is null ? null : new Party(PartyKind.Office, text, which) { Office = office };
        }
        if (Names.IsUnit(text)) return Unit(text, which);
        context.Unknown(name.Location, BindingDiagnostics.UnknownName, Names.PartyNames, text);
        return null;
    }

    private Party? NamedOf(Capture name, Party of, Which which)
    {
        var text = name.Text;
        var offices = Names.Offices(text);
        if (of.Body is { } owner)
        {
            if (offices.FirstOrDefault(o => ReferenceEquals(o.Of, owner)) is { } office) return new Party(PartyKind.Office, text, which) { Office = office, Of = of };
            if (owner.Chambers.Find(c => string.Equals(c.Name, text, StringComparison.Ordinal)) is { } chamber) return new Party(PartyKind.Body, text, which) { Body = chamber, Of = of };
        }
        if (of.Kind is PartyKind.Unit or PartyKind.NamedUnit)
        {
            var kinds = of.UnitKind is { } kind ? [kind] : Names.KindsOf(of.Name).ToList();
            foreach (var each in kinds)
            {
                if (Names.BodyOfEach(text, each) is { } body) return new Party(PartyKind.Body, text, which) { Body = body, Of = of };
                if (offices.FirstOrDefault(o => ReferenceEquals(o.Of?.EachOf, each)) is { } office) return new Party(PartyKind.Office, text, which) { Office = office, Of = of };
            }
            // A unit of a kind below or above: the body of whatever kind has it.
            if (Names.BodyOfEach(text, null) is { } any) return new Party(PartyKind.Body, text, which) { Body = any, Of = of };
        }
        if (Names.Bodies(text).Count > 0) return new Party(PartyKind.Body, text, which) { Body = Names.Body(text), Of = of };
        if (offices.Count > 0)
        {
            var office = OnlyOffice(name.Location, text, offices);
            return office is null ? null : new Party(PartyKind.Office, text, which) { Office = office, Of = of };
        }
        if (Names.IsUnit(text)) return Unit(text, which) with { Of = of };
        context.Unknown(name.Location, BindingDiagnostics.UnknownName, Names.PartyNames, text);
        return null;
    }

    private Party Unit(string name, Which which) => new(PartyKind.NamedUnit, name, which) { UnitKind = Names.KindsOf(name).FirstOrDefault() };

    private Office? OnlyOffice(SourceLocation at, string name, IReadOnlyList<Office> offices)
    {
        var plain = offices.Where(o => o.Of is null).ToList();
        if (plain.Count == 1) return plain[0];
        if (offices.Count == 1) return offices[0];
        var federal = offices.Where(o => o.Of?.EachOf is null).ToList();
        if (federal.Count == 1) return federal[0];
        context.Report(Diagnostic.At(at, BindingDiagnostics.AmbiguousName, name, string.Join(" or ", offices.Select(o => $"`{o}`").Distinct(StringComparer.Ordinal))));
        return null;
    }

    /// <summary>A sort of thing in lower case: units of a kind, members, electors, legal acts, or somebody outside the charter.</summary>
    private Party? Sort(Capture term, Party? of, Which which)
    {
        var word = term.Text;
        if (Names.Kind(word) is { } kind) return new Party(PartyKind.Unit, kind.Name, which) { UnitKind = kind, Of = of };
        switch (word)
        {
            case "member" or "members":
                return new Party(PartyKind.Member, "member", which) { Of = of, Body = of?.Body };
            case "elector" or "electors":
                return new Party(PartyKind.Electors, "electors", which) { Of = of };
            case "applicant" or "applicants":
                return new Party(PartyKind.Applicant, "applicant", which) { Of = of };
            case "person" or "persons" or "people":
                return new Party(PartyKind.Person, "person", which) { Of = of };
        }
        if (Names.Instrument(word) is { } instrument) return new Party(PartyKind.Instrument, instrument.Name, which) { Instrument = instrument, Of = of };
        if (Names.Outcomes.Contains(word)) return new Party(PartyKind.Instrument, word, which) { Of = of };
        var near = Spelling.Nearest(word, Names.KindNames.Concat(Names.InstrumentNames).Append("members").Append("electors").Append("applicant").Append("person"));
        if (near is not null && near.Length > 3 && Spelling.Distance(word, near) <= 2)
            context.Report(Diagnostic.At(term.Location, BindingDiagnostics.UnknownSort, word).Helped($"did you mean `{near}`?"));
        return new Party(PartyKind.Outside, word, which) { Of = of };
    }

    /// <summary>The bodies that a phrase names; reports what is no body.</summary>
    public List<Body> Bodies(Match who)
    {
        var bodies = new List<Body>();
        foreach (var phrase in who.Subs("parties"))
        {
            if (Party(phrase) is not { } party) continue;
            if (party is { Kind: PartyKind.Body, Body: { } body }) bodies.Add(body);
            else context.Report(Diagnostic.At(phrase.Location, BindingDiagnostics.NotABody, BindingContext.Words(phrase)));
        }
        return bodies;
    }
}
