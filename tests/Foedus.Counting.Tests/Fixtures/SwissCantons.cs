namespace Foedus.Counting.Tests.Fixtures;

/// <summary>
/// Permanent resident population of the cantons and their seats in the National Council.
/// Sources: end of 2016, Federal Council decision of 30 August 2017 (BBl 2017 5825) and ordinance of the same day (SR 161.12);
/// end of 2020, Federal Statistical Office (STATPOP, total 8 670 300) and ordinance of 1 September 2021 (SR 161.13).
/// </summary>
public static class SwissCantons
{
    public const int House = 200;

    public static readonly (string Canton, long Population2016, int Seats2019, long Population2020, int Seats2023)[] Cantons =
    [
        ("Zürich", 1_487_969, 35, 1_553_423, 36),
        ("Bern", 1_026_513, 24, 1_043_132, 24),
        ("Luzern", 403_397, 9, 416_347, 9),
        ("Uri", 36_145, 1, 36_819, 1),
        ("Schwyz", 155_863, 4, 162_157, 4),
        ("Obwalden", 37_378, 1, 38_108, 1),
        ("Nidwalden", 42_556, 1, 43_520, 1),
        ("Glarus", 40_147, 1, 40_851, 1),
        ("Zug", 123_948, 3, 128_794, 3),
        ("Freiburg", 311_914, 7, 325_496, 7),
        ("Solothurn", 269_441, 6, 277_462, 6),
        ("Basel-Stadt", 193_070, 5, 196_735, 4),
        ("Basel-Landschaft", 285_624, 7, 290_969, 7),
        ("Schaffhausen", 80_769, 2, 83_107, 2),
        ("Appenzell Ausserrhoden", 54_954, 1, 55_309, 1),
        ("Appenzell Innerrhoden", 16_003, 1, 16_293, 1),
        ("St. Gallen", 502_552, 12, 514_504, 12),
        ("Graubünden", 197_550, 5, 200_096, 5),
        ("Aargau", 663_462, 16, 694_072, 16),
        ("Thurgau", 270_709, 6, 282_909, 6),
        ("Tessin", 354_375, 8, 350_986, 8),
        ("Waadt", 784_822, 19, 814_762, 19),
        ("Wallis", 339_176, 8, 348_503, 8),
        ("Neuenburg", 178_567, 4, 175_894, 4),
        ("Genf", 489_524, 12, 506_343, 12),
        ("Jura", 73_122, 2, 73_709, 2),
    ];
}
