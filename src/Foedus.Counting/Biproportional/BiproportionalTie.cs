using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Cells with exactly the same right to some seats. Every way to give each of these cells one seat or none, with as many in each row and
/// column as in the answer shown, is an answer too; ways lead to one another along rings of cells that in turn gain and lose a seat.
/// </summary>
/// <param name="Cells">The cells, by row and column; each of them has the seat in some answers and not in others.</param>
public sealed record BiproportionalTie(ImmutableArray<TiedCell> Cells)
{
    /// <summary>The rows that the tie touches, ascending, with the tied seats of each.</summary>
    public ImmutableArray<(int Row, int Places)> Rows =>
        [.. Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => (row.Key, row.Count(cell => cell.Has)))];

    /// <summary>The columns that the tie touches, ascending, with the tied seats of each.</summary>
    public ImmutableArray<(int Column, int Places)> Columns =>
        [.. Cells.GroupBy(cell => cell.Column).OrderBy(column => column.Key).Select(column => (column.Key, column.Count(cell => cell.Has)))];

    /// <summary>Every way in turn, each with the cells that have a seat; the first is the one shown. May be very many. O(cells^2) a way.</summary>
    public IEnumerable<ImmutableArray<TiedCell>> Ways() => new TieSwaps(Cells).Ways();

    public bool Equals(BiproportionalTie? other) => other is not null && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => Cells.Length;
}
