namespace Foedus.Engine.Tests.Seats;

/// <summary>
/// Apportionment populations of the fifty states and the seats they were given in the House of Representatives.
/// Source: United States Census Bureau, apportionment table of the census of 2020 (public domain).
/// </summary>
internal static class CensusOf2020
{
    public static readonly (string State, long Inhabitants, int Seats)[] States =
    [
        ("Alabama", 5_030_053, 7),
        ("Alaska", 736_081, 1),
        ("Arizona", 7_158_923, 9),
        ("Arkansas", 3_013_756, 4),
        ("California", 39_576_757, 52),
        ("Colorado", 5_782_171, 8),
        ("Connecticut", 3_608_298, 5),
        ("Delaware", 990_837, 1),
        ("Florida", 21_570_527, 28),
        ("Georgia", 10_725_274, 14),
        ("Hawaiʻi", 1_460_137, 2),
        ("Idaho", 1_841_377, 2),
        ("Illinois", 12_822_739, 17),
        ("Indiana", 6_790_280, 9),
        ("Iowa", 3_192_406, 4),
        ("Kansas", 2_940_865, 4),
        ("Kentucky", 4_509_342, 6),
        ("Louisiana", 4_661_468, 6),
        ("Maine", 1_363_582, 2),
        ("Maryland", 6_185_278, 8),
        ("Massachusetts", 7_033_469, 9),
        ("Michigan", 10_084_442, 13),
        ("Minnesota", 5_709_752, 8),
        ("Mississippi", 2_963_914, 4),
        ("Missouri", 6_160_281, 8),
        ("Montana", 1_085_407, 2),
        ("Nebraska", 1_963_333, 3),
        ("Nevada", 3_108_462, 4),
        ("New Hampshire", 1_379_089, 2),
        ("New Jersey", 9_294_493, 12),
        ("New Mexico", 2_120_220, 3),
        ("New York", 20_215_751, 26),
        ("North Carolina", 10_453_948, 14),
        ("North Dakota", 779_702, 1),
        ("Ohio", 11_808_848, 15),
        ("Oklahoma", 3_963_516, 5),
        ("Oregon", 4_241_500, 6),
        ("Pennsylvania", 13_011_844, 17),
        ("Rhode Island", 1_098_163, 2),
        ("South Carolina", 5_124_712, 7),
        ("South Dakota", 887_770, 1),
        ("Tennessee", 6_916_897, 9),
        ("Texas", 29_183_290, 38),
        ("Utah", 3_275_252, 4),
        ("Vermont", 643_503, 1),
        ("Virginia", 8_654_542, 11),
        ("Washington", 7_715_946, 10),
        ("West Virginia", 1_795_045, 2),
        ("Wisconsin", 5_897_473, 8),
        ("Wyoming", 577_719, 1),
    ];
}
