using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Checks answers and proofs with nothing but their own numbers and exact fractions.</summary>
internal static class BiproportionalCheck
{
    public static BiproportionalFault? Fault(BiproportionalApportioned answer) =>
        Look(answer, out var ties) is { } fault ? fault
        : answer.Ties.SequenceEqual(ties) ? null
        : BiproportionalFault.Ties;

    /// <summary>The answer with all its ties; null when it is wrong.</summary>
    public static BiproportionalApportioned? Complete(BiproportionalApportioned answer) =>
        Look(answer, out var ties) is null ? answer with { Ties = ties } : null;

    private static BiproportionalFault? Look(BiproportionalApportioned answer, out ImmutableArray<BiproportionalTie> ties)
    {
        ties = [];
        var (division, certificate) = (answer.Division, answer.Certificate);
        if (Biproportional.Refusal(division) is not null || !HasShape(answer)) return BiproportionalFault.Shape;
        if (certificate.Power != division.Rule.Power || certificate.Rows.Concat(certificate.Columns).Any(divisor => divisor.Sign <= 0)) return BiproportionalFault.Divisor;
        for (var row = 0; row < division.RowSeats.Length; row++)
            if (answer.Seats[row].Aggregate(Int128.Zero, (sum, seats) => sum + seats) != division.RowSeats[row]) return BiproportionalFault.RowSum;
        for (var column = 0; column < division.ColumnSeats.Length; column++)
            if (answer.Seats.Aggregate(Int128.Zero, (sum, row) => sum + row[column]) != division.ColumnSeats[column]) return BiproportionalFault.ColumnSum;
        if (Tight(answer) is not { } tight) return BiproportionalFault.Rounding;
        ties = Ties(answer, tight);
        return null;
    }

    public static BiproportionalFault? Fault(BiproportionalDivision division, BiproportionalInfeasible proof)
    {
        if (Biproportional.Refusal(division) is not null) return BiproportionalFault.Shape;
        if (proof.Rows.Any(row => row < 0 || row >= division.RowSeats.Length) || proof.Columns.Any(column => column < 0 || column >= division.ColumnSeats.Length))
            return BiproportionalFault.Shape;
        var rows = proof.Rows.ToHashSet();
        var columns = proof.Columns.ToHashSet();
        if (rows.Count != proof.Rows.Length || columns.Count != proof.Columns.Length) return BiproportionalFault.Shape;
        var required = rows.Sum(row => division.RowSeats[row]);
        for (var row = 0; row < division.RowSeats.Length; row++)
        {
            for (var column = 0; column < division.ColumnSeats.Length; column++)
            {
                if (division.Votes[row][column].IsZero) continue;
                if (rows.Contains(row) && !columns.Contains(column)) return BiproportionalFault.VotesElsewhere;
                if (!rows.Contains(row) && columns.Contains(column)) required += division.Rule.FreeSeats;
            }
        }

        var available = columns.Sum(column => division.ColumnSeats[column]);
        return required == proof.Required && available == proof.Available && required > available ? null : BiproportionalFault.NoContradiction;
    }

    // Cells on a ring of cells that may in turn gain and lose a seat: those whose row and column are in one component.
    private static ImmutableArray<BiproportionalTie> Ties(BiproportionalApportioned answer, List<TiedCell> tight)
    {
        var rows = answer.Division.RowSeats.Length;
        var arcs = tight.ConvertAll(cell => cell.Has ? (rows + cell.Column, cell.Row) : (cell.Row, rows + cell.Column));
        var component = Components.Of(rows + answer.Division.ColumnSeats.Length, arcs);
        return
        [
            .. tight.Where(cell => component[cell.Row] == component[rows + cell.Column])
                .GroupBy(cell => component[cell.Row])
                .Select(group => new BiproportionalTie([.. group.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]))
                .OrderBy(tie => tie.Cells[0].Row).ThenBy(tie => tie.Cells[0].Column),
        ];
    }

    // The cells whose quotient is a signpost; null when some cell is no rounding.
    private static List<TiedCell>? Tight(BiproportionalApportioned answer)
    {
        var tight = new List<TiedCell>();
        var (rule, certificate) = (answer.Division.Rule, answer.Certificate);
        for (var row = 0; row < answer.Seats.Length; row++)
        {
            for (var column = 0; column < answer.Seats[row].Length; column++)
            {
                var seats = answer.Seats[row][column];
                var votes = answer.Division.Votes[row][column];
                if (votes.IsZero)
                {
                    if (seats != 0) return null;
                    continue;
                }

                if (seats < rule.FreeSeats) return null;
                var term = rule.Term(votes);
                var divisor = certificate.Rows[row] * certificate.Columns[column];
                var above = term.CompareTo(rule.Signpost(seats + 1) * divisor);
                if (above > 0) return null;
                if (above == 0) tight.Add(new TiedCell(row, column, Has: false));
                if (seats == rule.FreeSeats) continue;
                var below = term.CompareTo(rule.Signpost(seats) * divisor);
                if (below < 0) return null;
                if (below == 0) tight.Add(new TiedCell(row, column, Has: true));
            }
        }

        return tight;
    }

    private static bool HasShape(BiproportionalApportioned answer)
    {
        var (rows, columns) = (answer.Division.RowSeats.Length, answer.Division.ColumnSeats.Length);
        return !answer.Seats.IsDefault && answer.Seats.Length == rows && answer.Seats.All(row => !row.IsDefault && row.Length == columns)
            && !answer.Certificate.Rows.IsDefault && answer.Certificate.Rows.Length == rows
            && !answer.Certificate.Columns.IsDefault && answer.Certificate.Columns.Length == columns
            && !answer.Ties.IsDefault;
    }
}
