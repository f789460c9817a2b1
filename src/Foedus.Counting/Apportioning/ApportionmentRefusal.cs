namespace Foedus.Counting;

/// <summary>Why a division has no answer.</summary>
public enum ApportionmentRefusal
{
    NoUnits,
    NegativeHouse,
    NegativeClaim,
    NegativeLeast,
    MostBelowLeast,

    /// <summary>Infeasible: the least seats add up to more than the house.</summary>
    LeastAboveHouse,

    /// <summary>Infeasible: the caps of the units with a claim, and the least seats of the others, add up to less than the house.</summary>
    MostBelowHouse,

    /// <summary>Every claim is zero and seats are left beyond the least seats.</summary>
    NoClaims,

    /// <summary>There are claims, and none of them reaches the threshold.</summary>
    NobodyPassesThreshold,

    /// <summary>Infeasible: the method gives each unit with a claim a seat, and there are fewer seats than that.</summary>
    HouseBelowUnits,

    /// <summary>Least or most seats were given to a method that has its own.</summary>
    LimitsNotInMethod,

    /// <summary>The claims are so small against the house that rounding the quota up leaves more seats than units.</summary>
    ClaimsTooSmall,

    UnknownMethod,

    /// <summary>The signposts of the rule do not rise, or its numbers are beyond the stated limits.</summary>
    UnsoundRule,

    /// <summary>Whole quotas come to more seats than there are: the quota is too small for these claims.</summary>
    QuotasAboveHouse,

    /// <summary>The rule works seat by seat, and there are too many seats for that.</summary>
    HouseTooLarge,
}
