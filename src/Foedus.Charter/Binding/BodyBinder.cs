using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads what is said of bodies and chambers.</summary>
internal sealed class BodyBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, SlotBinder slots, SeatBinder seats, TermBinder terms)
{
    /// <summary>A clause under a body, a chamber or <c>about</c> one; false if it is none.</summary>
    public bool Fill(Body body, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "chosen":
                body.Chosen = slots.Fill(body, clause, body.Chosen, m => terms.Choosing(m, clause));
                return true;
            case "term":
                body.Term = slots.Fill(body, clause, body.Term, terms.Term);
                return true;
            case "acts-for":
                ActsFor(body, clause);
                return true;
            case "session":
                Session(body, clause);
                return true;
            case "place":
                body.Place = slots.Fill(body, clause, body.Place, Place);
                return true;
            case "voice-only":
                foreach (var phrase in clause.Match?.Subs("who") ?? [])
                    if (parties.Party(phrase) is { } who)
                        body.VoiceOnly.Add(new VoiceOnly(who, context.By(clause)));
                return true;
            case "apart-from":
                body.ApartFrom.Add(slots.Open(clause, ApartFrom));
                return true;
            case "substitutes":
                body.Substitutes = slots.Fill(body, clause, body.Substitutes, Substitutes);
                return true;
            case "vacancy":
                body.Vacancy = slots.Fill(body, clause, body.Vacancy, terms.Vacancy);
                return true;
            case "vacancy-for":
                body.VacancyForFullTerm = slots.Fill(body, clause, body.VacancyForFullTerm, TermBinder.VacancyForFullTerm, TermBinder.VacancyWays);
                return true;
            case "removed":
                body.Removed = slots.Fill(body, clause, body.Removed, terms.Removal);
                return true;
            case "certified":
                body.Certified = slots.Fill(body, clause, body.Certified, terms.By);
                return true;
            case "reserve":
                if (Reserve(clause) is { } reserve) body.Reserves.Add(reserve);
                return true;
            default:
                return Refine(body, clause);
        }
    }

    // `about BODY` takes the clauses of its groups of seats: each goes to the groups that it can concern.
    private bool Refine(Body body, ClauseSyntax clause)
    {
        Func<SeatFormula, bool>? concerns = clause.Form!.Id switch
        {
            "remainder" or "remainder-half" => f => f is SeatFormula.Norm or SeatFormula.ByBands,
            "method" or "seats-tie" or "gives-way" => f => f is SeatFormula.Shared,
            "figures" => f => f is SeatFormula.Shared or SeatFormula.Norm or SeatFormula.Bonus or SeatFormula.ByBands,
            "least" or "most" or "seats-except" => f => f is SeatFormula.Shared or SeatFormula.Norm or SeatFormula.PerUnit or SeatFormula.ByBands,
            "overlap" => f => f is SeatFormula.Norm,
            "band-up-to" or "band-above" => f => f is SeatFormula.ByBands,
            _ => null,
        };
        if (concerns is null) return false;
        var groups = body.Seats.Where(g => g.Formula.Fillers.IsEmpty || g.Formula.Fillers.Any(concerns)).ToList();
        if (groups.Count == 0) context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.NoSeatsToRefine, clause.Form.Keyword, body.ToString()));
        // What a unit has at least or at most, said of a body, holds for all its lines together.
        if (groups.Count > 1 && clause.Form.Id is "least") body.Least = slots.Fill(body, clause, body.Least, seats.SeatBound);
        else if (groups.Count > 1 && clause.Form.Id is "most") body.Most = slots.Fill(body, clause, body.Most, seats.SeatBound);
        else foreach (var group in groups) seats.Fill(group, clause);
        return true;
    }

    private void ActsFor(Body body, ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var name = match.Get("body");
        if (context.Names.BodyOfEach(name.Text, body.EachOf) is { } family && body.EachOf is not null) Add(family);
        else if (context.Names.Body(name.Text) is { } other) Add(other);
        else context.Unknown(name.Location, BindingDiagnostics.UnknownName, context.Names.PartyNames, name.Text);

        void Add(Body other)
        {
            var powers = clause.Child("exclusive-powers") is { } said
                ? slots.Open<bool>(said, Included)
                : slots.Absent<bool>(clause, "exclusive-powers", Included, $"{body} acting for {other}");
            body.ActsFor.Add(new ActingFor(other, powers, context.By(clause)));
        }
    }

    private static Bound<bool> Included(Match match) => string.Equals(match.Flag("how"), "included", StringComparison.Ordinal);

    private void Session(Body body, ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var kind = match.Term("kind");
        var every = match.SubOrNull("every") is { } span ? amounts.Span(span) : default;
        int? times = match.Find("times") is { } number ? context.Whole(number, 100_000) : null;
        var known = body.Sessions.FindIndex(s => string.Equals(s.Kind, kind, StringComparison.Ordinal));
        var session = known >= 0 ? body.Sessions[known] : new Session(kind, every.Value, times, context.By(clause));
        session = session with
        {
            Every = session.Every ?? every.Value,
            TimesAYear = session.TimesAYear ?? times,
            Convened = session.Convened.AddRange(clause.ChildrenOf("convened").Select(c => slots.Open(c, Convening))),
            Notice = clause.Child("notice") is { } notice ? slots.Fill(session.By, notice, session.Notice, m => amounts.Span(m.Sub("span"))) : session.Notice,
            Place = clause.Child("place") is { } place ? slots.Fill(session.By, place, session.Place, Place) : session.Place,
        };
        if (known >= 0) body.Sessions[known] = session;
        else body.Sessions.Add(session);
    }

    public Bound<Convening> Convening(Match match)
    {
        if (parties.Who(match.Sub("by")) is not { } by) return Bound<Convening>.None;
        if (!match.Is("demand")) return new Convening(by, null);
        var within = match.SubOrNull("within") is { } span ? amounts.Span(span) : default;
        return parties.Who(match.Sub("demand")) is { } demand ? new Convening(by, demand, within.Ok ? within.Value : null) : Bound<Convening>.None;
    }

    private Bound<Place> Place(Match match)
    {
        if (!match.Is("settled")) return new Place(match.String("text"), null);
        return parties.Who(match.Sub("by")) is { } by ? new Place(match.TextOrNull("text"), by) : Bound<Place>.None;
    }

    private Bound<ApartFrom> ApartFrom(Match match)
    {
        if (parties.Who(match.Sub("who")) is not { } who) return Bound<ApartFrom>.None;
        Who? leave = null;
        if (match.SubOrNull("leave") is { } phrase && (leave = parties.Who(phrase)) is null) return Bound<ApartFrom>.None;
        return new ApartFrom(who, leave);
    }

    private Bound<Substitutes> Substitutes(Match match)
    {
        if (!match.Is("named")) return new Substitutes(string.Equals(match.Flag("how"), "none", StringComparison.Ordinal), null);
        return parties.Party(match.Sub("by")) is { } by ? new Substitutes(false, by) : Bound<Substitutes>.None;
    }

    /// <summary>Seats reserved for a category; null if it names none that is known.</summary>
    public Reserve? Reserve(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return null;
        var word = match.Get("category");
        if (!context.Names.Categories.TryGetValue(word.Text, out var category))
        {
            context.Unknown(word.Location, BindingDiagnostics.UnknownCategory, context.Names.Categories.Keys.Order(StringComparer.Ordinal), word.Text);
            return null;
        }
        Measure? share = null;
        Quantity? amount = null;
        if (match.Is("share"))
        {
            if ((share = amounts.Measure(match.Get("measure"))) is null) return null;
        }
        else
        {
            amount = amounts.Quantity(match.Sub("quantity"));
        }
        int? least = match.Find("least") is { } seats ? context.Whole(seats) : null;
        var ifShort = clause.Child("if-short") is { } said
            ? slots.Open(said, IfShortOf)
            : slots.Absent<IfShort>(clause, "if-short", IfShortOf, $"seats reserved for {category.Name}");
        return new Reserve(share, amount, category, least, ifShort, context.By(clause));
    }

    private static Bound<IfShort> IfShortOf(Match match) => match.Flag("how") switch
    {
        "list refused" => IfShort.ListRefused,
        "seats stay empty" => IfShort.SeatsStayEmpty,
        _ => IfShort.NextOfThatCategory,
    };
}
