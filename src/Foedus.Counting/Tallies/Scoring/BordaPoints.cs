namespace Foedus.Counting;

/// <summary>How a paper's places become points. With n candidates who stand and r of them ranked on a paper:</summary>
public enum BordaPoints
{
    /// <summary>
    /// n-1 for the first, then one less each (Borda 1784). Equal ranks share the points of their places; those not ranked share the
    /// points that are left.
    /// </summary>
    Shared,

    /// <summary>n-1 for the first, then one less each; equal ranks share; those not ranked get nothing.</summary>
    UnrankedNothing,

    /// <summary>r for the first, then one less each, down to 1: a short paper gives fewer points (Emerson 2013). Equal ranks share.</summary>
    ByLength,

    /// <summary>1 for the first, 1/2 for the second, 1/3 for the third (Dowdall, Nauru 1971). Equal ranks share; those not ranked get nothing.</summary>
    Dowdall,
}
