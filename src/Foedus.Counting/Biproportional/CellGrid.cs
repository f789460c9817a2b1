namespace Foedus.Counting;

/// <summary>
/// The table while it is worked on: exact terms of the votes, their logarithms, seats, and a logarithm of the divisor of each row and
/// column. Cells are numbered row by row.
/// </summary>
internal sealed class CellGrid
{
    /// <summary>The logarithm of a cell without votes.</summary>
    public const long None = long.MinValue;

    private long[] _signposts;

    public CellGrid(BiproportionalDivision division)
    {
        Rule = division.Rule;
        Rows = division.RowSeats.Length;
        Columns = division.ColumnSeats.Length;
        RowSeats = [.. division.RowSeats];
        ColumnSeats = [.. division.ColumnSeats];
        Floor = Rule.FreeSeats;
        Terms = new Ratio[Rows * Columns];
        Seats = new long[Rows * Columns];
        Logs = new long[Rows * Columns];
        RowLogs = new long[Rows];
        ColumnLogs = new long[Columns];
        var widest = 64L;
        for (var cell = 0; cell < Terms.Length; cell++)
        {
            var votes = division.Votes[cell / Columns][cell % Columns];
            if (votes.IsZero) continue;
            Terms[cell] = Rule.Term(votes);
            widest = Math.Max(widest, Math.Max(Terms[cell].Numerator.GetBitLength(), Terms[cell].Denominator.GetBitLength()));
            widest = Math.Max(widest, 64 * Rule.Power);
        }

        // Sums along paths through all lines must stay within 64 bits.
        var lines = (ulong)(Rows + Columns);
        Bits = Math.Max(8, 57 - Length((ulong)widest) - Length(lines));
        Bits = Math.Min(Bits, 44);
        for (var cell = 0; cell < Terms.Length; cell++)
        {
            var has = !Terms[cell].IsZero;
            Logs[cell] = has ? FixedLog.Of(Terms[cell], Bits) : None;
            Seats[cell] = has ? Floor : 0;
        }

        _signposts = new long[16];
        Fill(0);

        static int Length(ulong value) => 64 - System.Numerics.BitOperations.LeadingZeroCount(value);
    }

    public DivisorRule Rule { get; }

    public int Rows { get; }

    public int Columns { get; }

    public long[] RowSeats { get; }

    public long[] ColumnSeats { get; }

    /// <summary>Seats that each cell with votes has in any case.</summary>
    public long Floor { get; }

    public Ratio[] Terms { get; }

    public long[] Seats { get; }

    /// <summary>Logarithms of the terms; <see cref="None"/> where there are no votes.</summary>
    public long[] Logs { get; }

    /// <summary>Parts of a logarithm, as a power of two.</summary>
    public int Bits { get; }

    /// <summary>Logarithms of the divisors of rows, to the power of the rule.</summary>
    public long[] RowLogs { get; }

    /// <summary>Logarithms of the divisors of columns, to the power of the rule.</summary>
    public long[] ColumnLogs { get; }

    /// <summary>The logarithm of a signpost above zero.</summary>
    public long Signpost(long seat)
    {
        if (seat < _signposts.Length) return _signposts[seat];
        if (seat >= 1 << 14) return Far(seat);
        var known = _signposts.Length;
        Array.Resize(ref _signposts, Math.Max((int)seat + 1, 2 * known));
        Fill(known);
        return _signposts[seat];
    }

    // A stationary signpost is a small fraction: no big numbers are needed for it.
    private long Far(long seat)
    {
        if (Rule.MeanExponent is not null || Rule.OnRoots || !Rule.Fraction.TryGetSmall(out var top, out var bottom) || bottom > 1 << 20)
            return FixedLog.Of(Rule.Signpost(seat), Bits);
        return FixedLog.Of((ulong)((bottom * (seat - Rule.Base - 1)) + top), Bits) - (bottom == 1 ? 0 : FixedLog.Of((ulong)bottom, Bits));
    }

    /// <summary>The logarithm of votes / (row divisor * column divisor).</summary>
    public long Quotient(int row, int column) => Logs[(row * Columns) + column] - RowLogs[row] - ColumnLogs[column];

    public bool MayLose(int cell, long seats) => Seats[cell] - seats >= Floor;

    private void Fill(int from)
    {
        for (var seat = from; seat < _signposts.Length; seat++)
            _signposts[seat] = seat <= Floor ? None : FixedLog.Of(Rule.Signpost(seat), Bits);
    }
}
