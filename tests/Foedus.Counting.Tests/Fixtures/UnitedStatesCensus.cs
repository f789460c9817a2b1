namespace Foedus.Counting.Tests.Fixtures;

/// <summary>
/// Apportionment populations of the fifty states and the seats they were given in the House of Representatives.
/// Source: United States Census Bureau, apportionment tables of the censuses of 2010 and 2020 (public domain).
/// </summary>
public static class UnitedStatesCensus
{
    public const int House = 435;

    public static readonly (string State, long Population2010, int Seats2010, long Population2020, int Seats2020)[] States =
    [
        ("Alabama", 4_802_982, 7, 5_030_053, 7),
        ("Alaska", 721_523, 1, 736_081, 1),
        ("Arizona", 6_412_700, 9, 7_158_923, 9),
        ("Arkansas", 2_926_229, 4, 3_013_756, 4),
        ("California", 37_341_989, 53, 39_576_757, 52),
        ("Colorado", 5_044_930, 7, 5_782_171, 8),
        ("Connecticut", 3_581_628, 5, 3_608_298, 5),
        ("Delaware", 900_877, 1, 990_837, 1),
        ("Florida", 18_900_773, 27, 21_570_527, 28),
        ("Georgia", 9_727_566, 14, 10_725_274, 14),
        ("Hawaiʻi", 1_366_862, 2, 1_460_137, 2),
        ("Idaho", 1_573_499, 2, 1_841_377, 2),
        ("Illinois", 12_864_380, 18, 12_822_739, 17),
        ("Indiana", 6_501_582, 9, 6_790_280, 9),
        ("Iowa", 3_053_787, 4, 3_192_406, 4),
        ("Kansas", 2_863_813, 4, 2_940_865, 4),
        ("Kentucky", 4_350_606, 6, 4_509_342, 6),
        ("Louisiana", 4_553_962, 6, 4_661_468, 6),
        ("Maine", 1_333_074, 2, 1_363_582, 2),
        ("Maryland", 5_789_929, 8, 6_185_278, 8),
        ("Massachusetts", 6_559_644, 9, 7_033_469, 9),
        ("Michigan", 9_911_626, 14, 10_084_442, 13),
        ("Minnesota", 5_314_879, 8, 5_709_752, 8),
        ("Mississippi", 2_978_240, 4, 2_963_914, 4),
        ("Missouri", 6_011_478, 8, 6_160_281, 8),
        ("Montana", 994_416, 1, 1_085_407, 2),
        ("Nebraska", 1_831_825, 3, 1_963_333, 3),
        ("Nevada", 2_709_432, 4, 3_108_462, 4),
        ("New Hampshire", 1_321_445, 2, 1_379_089, 2),
        ("New Jersey", 8_807_501, 12, 9_294_493, 12),
        ("New Mexico", 2_067_273, 3, 2_120_220, 3),
        ("New York", 19_421_055, 27, 20_215_751, 26),
        ("North Carolina", 9_565_781, 13, 10_453_948, 14),
        ("North Dakota", 675_905, 1, 779_702, 1),
        ("Ohio", 11_568_495, 16, 11_808_848, 15),
        ("Oklahoma", 3_764_882, 5, 3_963_516, 5),
        ("Oregon", 3_848_606, 5, 4_241_500, 6),
        ("Pennsylvania", 12_734_905, 18, 13_011_844, 17),
        ("Rhode Island", 1_055_247, 2, 1_098_163, 2),
        ("South Carolina", 4_645_975, 7, 5_124_712, 7),
        ("South Dakota", 819_761, 1, 887_770, 1),
        ("Tennessee", 6_375_431, 9, 6_916_897, 9),
        ("Texas", 25_268_418, 36, 29_183_290, 38),
        ("Utah", 2_770_765, 4, 3_275_252, 4),
        ("Vermont", 630_337, 1, 643_503, 1),
        ("Virginia", 8_037_736, 11, 8_654_542, 11),
        ("Washington", 6_753_369, 10, 7_715_946, 10),
        ("West Virginia", 1_859_815, 3, 1_795_045, 2),
        ("Wisconsin", 5_698_230, 8, 5_897_473, 8),
        ("Wyoming", 568_300, 1, 577_719, 1),
    ];
}
