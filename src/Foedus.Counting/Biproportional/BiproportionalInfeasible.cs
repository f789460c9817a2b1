using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>
/// No table of seats has these sums, and this proves it (Hall 1935; Ford and Fulkerson 1956): the rows have votes only in the columns,
/// so that all their seats must fit there, beside the seats that the rule gives the other rows in those columns first; and they do not.
/// </summary>
/// <param name="Rows">The rows, ascending.</param>
/// <param name="Columns">Every column in which one of these rows has votes, and perhaps more, ascending.</param>
/// <param name="Required">The seats of these rows, with the first seats that the rule gives each cell with votes of other rows in these columns.</param>
/// <param name="Available">The seats of these columns; fewer than required.</param>
public sealed record BiproportionalInfeasible(ImmutableArray<int> Rows, ImmutableArray<int> Columns, long Required, long Available)
    : BiproportionalResult
{
    /// <summary>The proof as a sentence, without the names of rows and columns.</summary>
    public string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"{Required} seats have to be found in columns that have {Available}: the rows named have no votes elsewhere.");
}
