using Foedus.Charter.Model;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Opening;

/// <summary>Which edition a question about the text is about.</summary>
internal static class EditionChoice
{
    /// <summary>The edition of a number; else the highest that is in force on a day by its own words; else the highest that is not a mere proposal.</summary>
    /// <exception cref="Obstacle">There is no such edition, or none at all.</exception>
    public static CharterEdition Of(FederationInput input, int? number, Day? day)
    {
        var editions = input.Federation.Editions;
        if (editions.IsEmpty)
            throw new Obstacle(Sentence.Of("NoEditionToRule", input.Path), Sentence.Of("NoEditionToRuleHint", input.Argument));
        if (number is { } wanted)
        {
            return editions.FirstOrDefault(e => e.Number == wanted)
                ?? throw new Obstacle(Sentence.Of("NoSuchEdition", input.Title, wanted), Sentence.Of("EditionsThereAre", string.Join(", ", editions.Select(e => e.Number))));
        }

        return editions.LastOrDefault(e => e.Status == EditionStatus.InForce && (day is not { } on || Day.From(e.From) <= on)) ?? editions[0];
    }
}
