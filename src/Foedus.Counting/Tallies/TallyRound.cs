using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// One table of a tally: a round of a count, a matrix of comparisons, a division of seats. A committee can follow it by hand.
/// </summary>
/// <param name="Title">What is done, as a short sentence without full stop.</param>
/// <param name="Columns">The heads of the columns of figures.</param>
/// <param name="Rows">Rows with one cell a column.</param>
/// <param name="Events">What happened in this round, in order.</param>
public sealed record TallyRound(
    string Title, ImmutableArray<string> Columns, ImmutableArray<TallyRow> Rows, ImmutableArray<TallyEvent> Events);
