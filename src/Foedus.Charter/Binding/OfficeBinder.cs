using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads what is said of offices.</summary>
internal sealed class OfficeBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, SlotBinder slots, TermBinder terms)
{
    /// <summary>A clause under an office or <c>about</c> one; false if it is none.</summary>
    public bool Fill(Office office, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "number":
                office.Number = slots.Fill(office, clause, office.Number, Number);
                return true;
            case "chosen":
                office.Chosen = slots.Fill(office, clause, office.Chosen, m => terms.Choosing(m, clause));
                return true;
            case "term":
                office.Term = slots.Fill(office, clause, office.Term, terms.Term);
                return true;
            case "vacancy":
                office.Vacancy = slots.Fill(office, clause, office.Vacancy, terms.Vacancy);
                return true;
            case "vacancy-for":
                office.VacancyForFullTerm = slots.Fill(office, clause, office.VacancyForFullTerm, TermBinder.VacancyForFullTerm, TermBinder.VacancyWays);
                return true;
            case "removed":
                office.Removed = slots.Fill(office, clause, office.Removed, terms.Removal);
                return true;
            case "answers-to":
                if (clause.Match is { } answers && parties.Who(answers.Sub("who")) is { } who) office.AnswersTo.Add((who, context.By(clause)));
                return true;
            case "guided-by":
                if (clause.Match is { } guided) Guided(office, clause, guided);
                return true;
            case "if-differ":
                office.IfTheyDiffer = slots.Fill(office, clause, office.IfTheyDiffer, IfDiffer);
                return true;
            default:
                return false;
        }
    }

    private void Guided(Office office, ClauseSyntax clause, Match guided)
    {
        if (guided.Is("same"))
        {
            if (terms.Body(guided.Get("body")) is { } body) office.GuidedBy ??= (null, body, context.By(clause));
        }
        else if (parties.Who(guided.Sub("who")) is { } who)
        {
            office.GuidedBy ??= (who, null, context.By(clause));
        }
    }

    private Bound<OfficeNumber> Number(Match number)
    {
        if (number.Is("units")) return amounts.Kind(number.Get("kind")) is { } kind ? new OfficeNumber(null, kind) : Bound<OfficeNumber>.None;
        return context.Whole(number.Get("count")) is { } count ? new OfficeNumber(count, null) : Bound<OfficeNumber>.None;
    }

    public Bound<IfTheyDiffer> IfDiffer(Match match)
    {
        if (match.Is("decided")) return parties.Who(match.Sub("by")) is { } by ? new IfTheyDiffer(false, false, by) : Bound<IfTheyDiffer>.None;
        var superior = match.Flag("how")?.StartsWith("the superior", StringComparison.Ordinal) == true;
        return new IfTheyDiffer(superior, !superior, null);
    }
}
