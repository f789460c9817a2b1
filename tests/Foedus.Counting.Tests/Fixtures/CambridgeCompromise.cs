namespace Foedus.Counting.Tests.Fixtures;

/// <summary>
/// The European Parliament of 751 seats by the Cambridge Compromise: base 5, rounding up, at most 96, divisor 819,000.
/// Source: G. Grimmett and others, The allocation between the EU Member States of the seats in the European Parliament, European
/// Parliament, PE 432.760, 2011; populations of 1 January 2010, Eurostat.
/// </summary>
public static class CambridgeCompromise
{
    public const int House = 751;

    public static readonly (string State, long Population, int Seats)[] States =
    [
        ("Germany", 81_802_257, 96),
        ("France", 64_714_074, 85),
        ("United Kingdom", 62_008_048, 81),
        ("Italy", 60_340_328, 79),
        ("Spain", 45_989_016, 62),
        ("Poland", 38_167_329, 52),
        ("Romania", 21_462_186, 32),
        ("Netherlands", 16_574_989, 26),
        ("Greece", 11_305_118, 19),
        ("Belgium", 10_839_905, 19),
        ("Portugal", 10_637_713, 18),
        ("Czech Republic", 10_506_813, 18),
        ("Hungary", 10_014_324, 18),
        ("Sweden", 9_340_682, 17),
        ("Austria", 8_375_290, 16),
        ("Bulgaria", 7_563_710, 15),
        ("Denmark", 5_534_738, 12),
        ("Slovakia", 5_424_925, 12),
        ("Finland", 5_351_427, 12),
        ("Ireland", 4_467_854, 11),
        ("Lithuania", 3_329_039, 10),
        ("Latvia", 2_248_374, 8),
        ("Slovenia", 2_046_976, 8),
        ("Estonia", 1_340_127, 7),
        ("Cyprus", 803_147, 6),
        ("Luxembourg", 502_066, 6),
        ("Malta", 412_970, 6),
    ];
}
