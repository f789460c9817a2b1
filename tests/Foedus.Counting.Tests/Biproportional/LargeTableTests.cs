using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Biproportional;

public class LargeTableTests
{
    [Fact]
    public void Every_synthetic_matrix_at_hand_is_solved_or_refuted_with_its_proof()
    {
        foreach (var path in SharedData.Matrices())
        {
            var division = SharedData.Read(path);
            var result = Counting.Biproportional.Divide(division);
            Assert.True(Proved(division, result), path);
            Assert.IsType<BiproportionalApportioned>(result);
        }
    }

    [Theory]
    [InlineData(5, 8, 10, 1)]
    [InlineData(20, 30, 10, 2)]
    [InlineData(40, 100, 20, 3)]
    [InlineData(60, 300, 20, 4)]
    [InlineData(300, 60, 2, 5)]
    public void Uneven_votes_with_equal_columns_are_solved(int rows, int columns, int seats, int seed)
    {
        var division = Uneven(rows, columns, seats, seed, zeros: 0);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(found));
    }

    [Theory]
    [InlineData(30, 60, 3, 1)]
    [InlineData(30, 60, 3, 2)]
    [InlineData(30, 60, 3, 3)]
    [InlineData(60, 30, 3, 4)]
    public void Tables_with_many_empty_cells_are_solved_or_refuted(int rows, int columns, int seats, int seed)
    {
        var division = Uneven(rows, columns, seats, seed, zeros: 90);
        Assert.True(Proved(division, Counting.Biproportional.Divide(division)));
    }

    [Fact]
    public void A_large_table_of_equal_votes_ties_throughout()
    {
        var division = new BiproportionalDivision(
            DivisorRule.Webster,
            [.. Enumerable.Range(0, 30).Select(_ => Enumerable.Repeat((Ratio)7, 50).ToImmutableArray())],
            [.. Enumerable.Repeat(5L, 30)],
            [.. Enumerable.Repeat(3L, 50)]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(found));
        Assert.Equal(1500, Assert.Single(found.Ties).Cells.Length);
        Assert.Equal(20, found.Outcomes().Take(20).Select(EveryTable.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(found.Outcomes().Take(20), seats => Assert.Null(Counting.Biproportional.Verify(found with { Seats = seats, Ties = Turned(found, seats) })));
    }

    [Fact]
    public void A_table_of_products_of_large_primes_ties_throughout()
    {
        // Rank one: each cell is its row's number times its column's, so that equal sums make every cell tie exactly.
        long[] primes = [1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117, 1_000_121, 1_000_133, 1_000_151];
        var division = new BiproportionalDivision(
            DivisorRule.Webster,
            [.. primes.Select(row => primes.Select(column => (Ratio)(row * column)).ToImmutableArray())],
            [.. primes.Select(_ => 5L)],
            [.. primes.Select(_ => 5L)]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(found));
        Assert.Equal(100, Assert.Single(found.Ties).Cells.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_chain_of_cells_that_leaves_one_table_only_is_solved(long seats)
    {
        // Votes on and below the diagonal: every line has its seats on the diagonal, and the divisors differ without end along it.
        var division = new BiproportionalDivision(
            DivisorRule.Webster,
            [.. Enumerable.Range(0, 80).Select(i => Enumerable.Range(0, 80).Select(j => j > i ? (Ratio)0 : 1 + (((i * 31) + (j * 17)) % 97)).ToImmutableArray())],
            [.. Enumerable.Repeat(seats, 80)],
            [.. Enumerable.Repeat(seats, 80)]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.True(found.IsUnique);
        Assert.All(Enumerable.Range(0, 80), i => Assert.Equal(seats, found.Seats[i][i]));
        Assert.Null(Counting.Biproportional.Verify(found));
    }

    [Fact]
    public void Large_votes_that_differ_in_the_last_digit_are_settled_exactly()
    {
        var large = System.Numerics.BigInteger.Pow(10, 18);
        var division = new BiproportionalDivision(
            DivisorRule.Webster,
            [.. Enumerable.Range(0, 24).Select(i => Enumerable.Range(0, 24).Select(j => (Ratio)(large + (((i * i * 7) + (j * 5 * i) + (j * j)) % 11))).ToImmutableArray())],
            [.. Enumerable.Repeat(2L, 24)],
            [.. Enumerable.Repeat(2L, 24)]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(found));
    }

    [Fact]
    public void A_thousand_million_seats_are_divided()
    {
        var division = new BiproportionalDivision(
            DivisorRule.Webster,
            [[3, 1, 0, 5], [1, 7, 2, 0], [0, 2, 9, 1_000_000]],
            [333_333_333, 333_333_333, 333_333_334],
            [1, 500_000_000, 499_000_000, 999_999]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(found));
    }

    private static ImmutableArray<BiproportionalTie> Turned(BiproportionalApportioned found, ImmutableArray<ImmutableArray<long>> seats) =>
        [.. found.Ties.Select(tie => new BiproportionalTie([.. tie.Cells.Select(cell =>
            cell with { Has = seats[cell.Row][cell.Column] - found.Seats[cell.Row][cell.Column] + (cell.Has ? 1 : 0) == 1 })]))];

    private static bool Proved(BiproportionalDivision division, BiproportionalResult result) => result switch
    {
        BiproportionalApportioned found => Counting.Biproportional.Verify(found) is null,
        BiproportionalInfeasible proof => Counting.Biproportional.Verify(division, proof) is null,
        _ => false,
    };

    // Votes over three decades; rows have seats by their votes, columns the same number each.
    private static BiproportionalDivision Uneven(int rows, int columns, int seats, int seed, int zeros)
    {
        var state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);
        var votes = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (Ratio)Next()).ToImmutableArray()).ToImmutableArray();
        var sums = votes.Select(row => row.Aggregate(Ratio.Zero, (sum, v) => sum + v));
        var rowSeats = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster, (long)columns * seats, sums)).Outcomes().First();
        return new BiproportionalDivision(DivisorRule.Webster, votes, rowSeats, [.. Enumerable.Repeat((long)seats, columns)]);

        long Next()
        {
            var zero = Step() % 100 < (ulong)zeros;
            var size = 10L << (int)(Step() % 10);
            var value = size + (long)(Step() % (ulong)size);
            return zero ? 0 : value;
        }

        ulong Step()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (z ^ (z >> 31)) >> 11;
            }
        }
    }
}
