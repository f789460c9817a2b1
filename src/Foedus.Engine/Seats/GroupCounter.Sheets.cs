using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Seats;

/// <content>Worksheets: what a credentials committee needs to follow the count by hand.</content>
internal sealed partial class GroupCounter
{
    private static readonly ImmutableArray<string> FigureColumns = ["as at", "quality", "source"];

    private IEnumerable<SeatSheet> EachUnitSheets(UnitKind kind, Measure? measure, UnitFigure?[] figures)
    {
        if (measure is null)
        {
            yield return _tally.Sheet([kind.Name, "seats"], () => _tally.Shares.Select(s => (ImmutableArray<string>)[Name(s.Unit), s.Range.ToString()]));
            yield break;
        }

        var reckoning = Reckoning();
        yield return _tally.Sheet(
            [kind.Name, measure.Name, .. FigureColumns, .. reckoning, "seats"],
            () => _tally.Shares.Select((s, i) => (ImmutableArray<string>)[Name(s.Unit), .. Cells(i < figures.Length ? figures[i] : null), .. Reckoned(figures[i], reckoning.Length), s.Range.ToString()]));
    }

    private ImmutableArray<string> Reckoning() => _tallied switch
    {
        SeatFormula.Norm norm => [string.Create(CultureInfo.InvariantCulture, $"divided by {norm.Divisor}")],
        SeatFormula.ByBands => ["band", "base", "steps"],
        _ => [],
    };

    private IEnumerable<string> Reckoned(UnitFigure? figure, int columns)
    {
        if (figure?.Value is not { } value)
            return Enumerable.Repeat("", columns);
        if (_tallied is SeatFormula.Norm { Divisor: > 0 } norm)
            return [SeatWords.Number(value / norm.Divisor)];
        if (_tallied is SeatFormula.ByBands && _steps is { } steps)
        {
            return steps.Read(value, PartCounted).Readings is [var only]
                ? [(only.Band + 1).ToString(CultureInfo.InvariantCulture), SeatWords.Number(only.Base), SeatWords.Number(only.Steps)]
                : ["none or two", "", ""];
        }

        return Enumerable.Repeat("", columns);
    }

    private IEnumerable<SeatSheet> SharedSheets(SeatFormula.Shared shared, List<int> units, UnitFigure?[] figures, Apportioned? division)
    {
        yield return _tally.Sheet(
            [shared.Among.Name, shared.By.Name, .. FigureColumns, "seats"],
            () => _tally.Shares.Select((s, i) => (ImmutableArray<string>)[Name(s.Unit), .. Cells(figures[i]), s.Range.ToString()]));
        if (division is null)
            yield break;
        foreach (var step in division.Worksheet().Steps)
        {
            var title = _tally.By.Citation + ": " + step.Title;
            yield return new SeatSheet(
                _tally.By,
                title,
                [shared.Among.Name, .. step.Columns],
                () => step.Rows.Select(r => SeatWords.Row(r.Unit is { } unit ? Name(units[unit]) : "all", r.Cells)),
                []);
        }
    }

    private static IEnumerable<string> Cells(UnitFigure? figure) =>
        figure is null ? ["", "", "", ""] : [figure.Text, figure.DayText, figure.Quality, figure.Source];

    private string Name(int unit) => _inquiry.Roll.NameOf(unit);
}
