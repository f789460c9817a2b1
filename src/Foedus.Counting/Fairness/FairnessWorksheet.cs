using System.Collections.Immutable;

namespace Foedus.Counting;

internal static class FairnessWorksheet
{
    public static Worksheet Of(FairnessMeasures measures)
    {
        var rows = ImmutableArray.CreateBuilder<WorksheetRow>(measures.Holdings.Length + 1);
        for (var unit = 0; unit < measures.Holdings.Length; unit++)
        {
            var (figure, seats) = measures.Holdings[unit];
            var votes = figure / measures.Figures;
            var share = Ratio.Of(seats, measures.Seats);
            var difference = (share - votes).Abs();
            Ratio? perSeat = seats > 0 ? figure / seats : null;
            rows.Add(new WorksheetRow(unit, [figure, seats, votes, share, difference, difference * difference, perSeat]));
        }

        rows.Add(new WorksheetRow(
            null,
            [
                measures.Figures, measures.Seats, 1, 1, 2 * measures.LoosemoreHanby, 2 * measures.Gallagher.Square,
                measures.Figures / measures.Seats,
            ]));
        return new Worksheet(
        [
            new WorksheetStep(
                "Compare the shares of figures and seats",
                ["figure", "seats", "share of figures", "share of seats", "difference", "difference squared", "figure for one seat"],
                rows.MoveToImmutable()),
            new WorksheetStep(
                "Halve the sums; the root of the second is the least squares index",
                ["half the differences", "half the squares"],
                [new WorksheetRow(null, [measures.LoosemoreHanby, measures.Gallagher.Square])]),
        ]);
    }
}
