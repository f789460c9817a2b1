using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Fixtures;

/// <summary>
/// Elections by the double-proportional method. Zug: cantonal council of 7 October 2018, votes by list and municipality and the seats
/// given, as published by the canton (wab.zug.ch, Kantonsratswahl 2018; quorum 5 per cent in a municipality or 3 per cent in the canton).
/// Uri: Landrat of 2020, the four municipalities that elect in proportion, from the canton's statistical report on the election.
/// </summary>
public static class DoubleProportionalElections
{
    public static readonly string[] ZugParties = ["Alternative", "AuBü", "CVP", "FDP", "glp", "SP", "SVP"];

    public static readonly (string Municipality, long Seats, long[] Votes, long[] SeatsGiven)[] Zug =
    [
        ("Baar", 15, [8_108, 2_993, 19_389, 14_814, 4_486, 15_695, 21_298], [2, 0, 3, 2, 1, 3, 4]),
        ("Cham", 10, [4_687, 0, 9_334, 6_691, 2_270, 4_705, 8_178], [1, 0, 3, 2, 1, 1, 2]),
        ("Hünenberg", 6, [1_584, 0, 4_807, 4_005, 621, 1_750, 2_875], [1, 0, 2, 1, 0, 1, 1]),
        ("Menzingen", 3, [531, 0, 1_946, 826, 198, 84, 1_336], [0, 0, 1, 1, 0, 0, 1]),
        ("Neuheim", 2, [279, 0, 396, 379, 0, 0, 399], [0, 0, 1, 0, 0, 0, 1]),
        ("Oberägeri", 4, [477, 0, 2_844, 1_654, 361, 51, 1_450], [0, 0, 2, 1, 0, 0, 1]),
        ("Risch", 7, [2_363, 0, 3_523, 2_842, 728, 627, 3_715], [1, 0, 2, 2, 0, 0, 2]),
        ("Steinhausen", 6, [3_860, 0, 4_702, 2_624, 465, 1_106, 2_610], [2, 0, 2, 1, 0, 0, 1]),
        ("Unterägeri", 6, [1_481, 0, 3_310, 2_713, 925, 1_563, 4_063], [1, 0, 1, 1, 0, 1, 2]),
        ("Walchwil", 2, [91, 0, 812, 461, 0, 302, 344], [0, 0, 1, 1, 0, 0, 0]),
        ("Zug", 19, [22_023, 0, 21_343, 33_789, 10_131, 21_794, 26_798], [3, 0, 3, 5, 2, 3, 3]),
    ];

    public static readonly string[] UriParties = ["CVP", "SPGB", "FDP", "SVP"];

    public static readonly (string Municipality, long Seats, long[] Votes, long[] SeatsGiven)[] Uri =
    [
        ("Altdorf", 15, [11_471, 11_908, 9_213, 7_756], [5, 4, 3, 3]),
        ("Bürglen", 7, [2_822, 1_606, 1_567, 2_945], [2, 1, 1, 3]),
        ("Erstfeld", 6, [2_309, 1_705, 946, 1_573], [2, 2, 1, 1]),
        ("Schattdorf", 9, [4_794, 2_600, 2_961, 3_498], [3, 2, 2, 2]),
    ];

    public static ImmutableArray<ImmutableArray<Ratio>> Votes((string Municipality, long Seats, long[] Votes, long[] SeatsGiven)[] election) =>
        [.. election.Select(row => row.Votes.Select(votes => (Ratio)votes).ToImmutableArray())];
}
