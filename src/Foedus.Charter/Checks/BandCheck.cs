using System.Globalization;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Tables of bands that overlap, leave gaps, end too early or fall.</summary>
internal sealed class BandCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var group in edition.Edition.Bodies.SelectMany(b => b.Seats).Where(g => g.Bands.Count > 0)) Table(group, problems);
    }

    private static void Table(SeatGroup group, DiagnosticBag problems)
    {
        var body = group.Body.ToString();
        long end = 0;
        Int128 seats = 0;
        for (var i = 0; i < group.Bands.Count; i++)
        {
            var band = group.Bands[i];
            var at = band.By.Clause.Location;
            var fits = band.Above ? band.Limit == end && i == group.Bands.Count - 1 : band.Limit > end;
            if (!fits)
            {
                problems.Add(Diagnostic.At(at, CheckDiagnostics.BandsDoNotFit, body, Text(band.Limit)));
                return;
            }
            if (!band.IsStep && band.Count < seats) problems.Add(Diagnostic.At(at, CheckDiagnostics.BandsFall, body, Text(end)));
            seats = band.IsStep ? seats + Steps(band, end) : band.Count;
            end = band.Limit;
        }
        if (!group.Bands[^1].Above)
            problems.Add(Diagnostic.At(group.Formula.By.Clause.Location, CheckDiagnostics.BandsEnd, body, Text(end)).Helped($"above {Text(end)} ..."));
    }

    // Seats that the whole of a band with steps adds; a part of a step is left to the clause on remainders.
    private static Int128 Steps(SeatBand band, long from) => band.Above || band.Per is not { } per ? 0 : (Int128)band.Count * ((band.Limit - from) / per);

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');
}
