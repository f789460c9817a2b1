namespace Foedus.Counting;

/// <summary>How ballots are written in a file.</summary>
public enum BallotFormat
{
    /// <summary>
    /// BLT, of I. D. Hill, B. A. Wichmann and D. R. Woodall (Computer Journal 30, 1987), with the additions in common use:
    /// candidates and seats; withdrawn candidates as negative numbers; ballots as a count, candidates from 1 and 0, with
    /// <c>=</c> between equal ranks and <c>-</c> for a rank left out, or an identifier in parentheses instead of the count;
    /// a 0; the names and the title in quotes; then any remarks. <c>#</c> begins a comment. A ballot stands on one line.
    /// </summary>
    Blt,

    /// <summary>
    /// PrefLib orders: <c>.soc</c>, <c>.soi</c>, <c>.toc</c> and <c>.toi</c> with a header of <c># KEY: value</c> (N. Mattei and T. Walsh, 2013; format of
    /// 2022). The header of before is read too: the number of alternatives, a line <c>1,Name</c> for each, and
    /// <c>voters,sum,orders</c>; orders then are <c>count,1,{2,3}</c>. It tells no data type.
    /// </summary>
    PrefLib,

    /// <summary>
    /// Weighted rankings in comma-separated values: candidates and seats; lines of a count and candidates from 1; then lines of
    /// <c>"Candidate 1","Name","Party"</c> and the title.
    /// </summary>
    Csv,
}
