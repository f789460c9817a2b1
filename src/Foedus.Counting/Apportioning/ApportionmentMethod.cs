namespace Foedus.Counting;

/// <summary>The methods that have names. Each is a rule of a more general kind: <see cref="ApportionmentRule"/>.</summary>
public enum ApportionmentMethod
{
    /// <summary>Hamilton 1792, Hare quota (total / house): whole quotas first, then the largest remainders.</summary>
    LargestRemainder,

    /// <summary>Largest remainders with the quota of Droop 1868: the whole part of total / (house + 1), plus 1.</summary>
    Droop,

    /// <summary>Jefferson 1792, D'Hondt 1878, greatest divisors: parts are dropped. Favours large units.</summary>
    Jefferson,

    /// <summary>Webster 1832, Sainte-Laguë 1910, major fractions: parts count from one half.</summary>
    Webster,

    /// <summary>J. Q. Adams 1832, smallest divisors: any part counts. Favours small units; each unit with a claim gets a seat.</summary>
    Adams,

    /// <summary>Dean 1832: parts count from the harmonic mean of the two neighbouring whole numbers.</summary>
    Dean,

    /// <summary>Huntington 1921 and Hill 1911, equal proportions: parts count from the geometric mean. In use for the United States House since 1941.</summary>
    HuntingtonHill,

    /// <summary>
    /// Swiss federal act on political rights, article 17: units below the quota get one seat and leave, again and again;
    /// then whole quotas, then the largest remainders, equal ones by the remainder of the first quota, then a lot.
    /// </summary>
    SwissArticle17,

    /// <summary>Largest remainders with the quota total / (house + 1), not rounded: Hagenbach-Bischoff 1888.</summary>
    HagenbachBischoff,

    /// <summary>Largest remainders with the quota total / (house + 2): Italy 1948 to 1993.</summary>
    ImperialiQuota,

    /// <summary>Divisors 1.4, 3, 5: Sainte-Laguë with a raised first divisor.</summary>
    ModifiedWebster14,

    /// <summary>Divisors 1.2, 3, 5: Sainte-Laguë with a slightly raised first divisor.</summary>
    ModifiedWebster12,

    /// <summary>Divisors 1, 4, 7: parts count from one third. Favours small units.</summary>
    Danish,

    /// <summary>Divisors 2, 3, 4. Favours large units more than Jefferson does.</summary>
    ImperialiDivisors,

    /// <summary>The quota method of Balinski and Young 1975: within the quota, and no seat lost to a greater house.</summary>
    QuotaMethod,
}
