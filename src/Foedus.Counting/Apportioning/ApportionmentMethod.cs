namespace Foedus.Counting;

/// <summary>A way to divide a house among units in proportion to their claims.</summary>
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
}
