namespace Foedus.Counting;

/// <summary>A house handed out by the order of worths.</summary>
/// <param name="Seats">Seats of each unit, without the last seats that are tied for.</param>
/// <param name="HighestNext">The unit and its seats for which one more is worth most among those not given; null when all have their most.</param>
/// <param name="LowestLast">The unit and the seats before its last one, which is worth least among those given; null when all have their least.</param>
/// <param name="Tied">The units that tie for the last seats.</param>
/// <param name="Places">The seats they tie for.</param>
internal sealed record HandedOut(
    long[] Seats, (int Unit, long Seats)? HighestNext, (int Unit, long Seats)? LowestLast, List<int> Tied, int Places);
