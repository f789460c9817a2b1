namespace Foedus.Counting;

/// <summary>How the seats of one figure were reckoned by one band: a row of a worksheet.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Band">The band, by its place in the table.</param>
/// <param name="Base">Seats of the band before growth.</param>
/// <param name="Excess">The part of the figure that growth counts; null without growth.</param>
/// <param name="Steps">That part in steps, exact; null without growth.</param>
/// <param name="Counted">The steps that count after rounding; null without growth.</param>
/// <param name="Reckoned">Base and growth together.</param>
/// <param name="Seats">The same within the least and most seats of the table.</param>
public sealed record Reckoning(
    Ratio Figure, int Band, Ratio Base, Ratio? Excess, Ratio? Steps, Ratio? Counted, Ratio Reckoned, Ratio Seats);
