using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Divisors that give exactly these seats: votes / (row divisor * column divisor), rounded at the rule's signposts, is the seats of
/// each cell. Where a quotient is a signpost itself, the cell may have one seat more or less: a tie, if a whole ring of such cells allows it.
/// </summary>
/// <param name="Power">The power in which the divisors are given: 1, but for rules whose signposts are roots.</param>
/// <param name="Rows">The divisor of each row, to that power; above zero.</param>
/// <param name="Columns">The divisor of each column, to that power; above zero.</param>
public sealed record BiproportionalCertificate(int Power, ImmutableArray<Ratio> Rows, ImmutableArray<Ratio> Columns);
