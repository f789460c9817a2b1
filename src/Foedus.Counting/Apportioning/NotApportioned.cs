using System.Globalization;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>A division that has no answer, and why.</summary>
/// <param name="Reason">The sort of reason.</param>
/// <param name="Unit">The unit at fault, by its place in the list; null when it is the whole.</param>
/// <param name="Required">What the rules ask for: a sum of least seats, the house; zero when the reason has no sums.</param>
/// <param name="Available">What there is: the house, a sum of caps; zero when the reason has no sums.</param>
public sealed record NotApportioned(ApportionmentRefusal Reason, int? Unit, BigInteger Required, BigInteger Available) : ApportionmentResult
{
    /// <summary>The reason as a sentence, without the unit's name.</summary>
    public string Explanation => Reason switch
    {
        ApportionmentRefusal.NoUnits => "There is no unit to give the seats to.",
        ApportionmentRefusal.NegativeHouse => "The number of seats is below zero.",
        ApportionmentRefusal.NegativeClaim => "A claim is below zero.",
        ApportionmentRefusal.NegativeLeast => "The least seats of a unit are below zero.",
        ApportionmentRefusal.MostBelowLeast => "The most seats of a unit are fewer than its least seats.",
        ApportionmentRefusal.NoClaims => "No unit has a claim above zero, so there is nothing to divide in proportion to.",
        ApportionmentRefusal.NobodyPassesThreshold => "No unit reaches the threshold, so there is nobody to give the seats to.",
        ApportionmentRefusal.LeastAboveHouse =>
            string.Create(CultureInfo.InvariantCulture, $"The least seats add up to {Required}; there are {Available} seats."),
        ApportionmentRefusal.MostBelowHouse =>
            string.Create(CultureInfo.InvariantCulture, $"There are {Required} seats; the units may take at most {Available}."),
        ApportionmentRefusal.HouseBelowUnits =>
            string.Create(CultureInfo.InvariantCulture, $"The method gives each of its units its first seats, which takes {Required}; there are {Available} seats."),
        ApportionmentRefusal.LimitsNotInMethod => "The method has its own limits and knows no others.",
        ApportionmentRefusal.ClaimsTooSmall =>
            string.Create(CultureInfo.InvariantCulture, $"The quota leaves {Required} seats after whole quotas, and only {Available} units to give them to."),
        ApportionmentRefusal.UnsoundRule => "The signposts of the rule do not rise from seat to seat, or lie beyond what the rule allows.",
        ApportionmentRefusal.QuotasAboveHouse =>
            string.Create(CultureInfo.InvariantCulture, $"The claims hold {Required} whole quotas; there are {Available} seats."),
        ApportionmentRefusal.HouseTooLarge =>
            string.Create(CultureInfo.InvariantCulture, $"The method gives seat after seat, which would take {Required} steps here; at most {Available} are taken."),
        _ => "The method is not known.",
    };
}
