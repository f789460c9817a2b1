namespace Foedus.Counting.Tests.Steps;

/// <summary>Delegate norms of real federations, written as their rules put them.</summary>
internal static class DelegateNorms
{
    private static Growth OneFor(long per, Rounding part = Rounding.Up) => new(1, per, part);

    /// <summary>International Transport Workers' Federation, constitution of 2018: delegates to congress, 23 bands.</summary>
    public static SeatSteps Transport { get; } = new(
    [
        Band.UpTo(5_000, 1),
        Band.UpTo(10_000, 2),
        Band.UpTo(50_000, 2, OneFor(10_000)),
        Band.UpTo(200_000, 6, OneFor(25_000)),
        Band.UpTo(500_000, 12, OneFor(50_000)),
        Band.UpTo(900_000, 18, OneFor(100_000)),
        Band.From(900_001, 23),
    ]);

    /// <summary>Labour Party, constituency parties at conference: 1 for the first 749 members, 1 more for each further 250 or part, at most 6.</summary>
    public static SeatSteps Labour { get; } = new([Band.UpTo(749, 1), Band.Beyond(1, OneFor(250))], most: 6);

    /// <summary>General Federation of Trade Unions: the text leaves open to which side 10,000 belongs.</summary>
    public static SeatSteps GeneralFederation { get; } = new(
    [
        Band.UpTo(1_000, 1),
        new Band(null, new BandBound(10_000, Included: null), 2),
        Band.Beyond(3, OneFor(5_000, Rounding.Down)),
    ],
    most: 8);

    /// <summary>SIPTU sectors: 1 per 100 for the first 600, then 1 per 200; a part is dropped.</summary>
    public static SeatSteps Siptu { get; } = new(
    [
        Band.UpTo(600, 0, OneFor(100, Rounding.Down)),
        Band.Beyond(6, OneFor(200, Rounding.Down)),
    ]);

    /// <summary>Croydon Trades Union Council: up to 150 members 2, 1 more per 100 or part, at most 6.</summary>
    public static SeatSteps Croydon { get; } = new([Band.UpTo(150, 2), Band.Beyond(2, OneFor(100))], most: 6);

    /// <summary>Treaty of 1922, article 4: one deputy of a town council per 25,000 electors, here with any part counted.</summary>
    public static SeatSteps TownCouncils { get; } = new([Band.Beyond(0, OneFor(25_000))]);

    /// <summary>Treaty of 1922, article 4: one deputy of a provincial congress per 125,000 inhabitants, here with any part counted.</summary>
    public static SeatSteps Provinces { get; } = new([Band.Beyond(0, OneFor(125_000))]);

    /// <summary>IG Metall: one delegate per 5,000 members; the text does not say what a part counts, and here it is dropped.</summary>
    public static SeatSteps Metal { get; } = new([Band.Beyond(0, OneFor(5_000, Rounding.Down))]);
}
