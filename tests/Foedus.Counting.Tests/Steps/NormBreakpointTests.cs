namespace Foedus.Counting.Tests.Steps;

/// <summary>Every step of every norm: the last figure below it, and the first figure at it.</summary>
public class NormBreakpointTests
{
    public static TheoryData<string, long[], int> Norms => new()
    {
        { "labour", [749, 999, 1_249, 1_499, 1_749], 1 },
        { "general federation", [1_000, 14_999, 19_999, 24_999, 29_999, 34_999], 1 },
        { "siptu", [99, 199, 299, 399, 499, 599, 799, 999, 1_199], 0 },
        { "croydon", [150, 250, 350, 450], 2 },
        { "town councils", [0, 25_000, 50_000, 75_000], 0 },
        { "provinces", [0, 125_000, 250_000, 375_000], 0 },
        { "metal", [4_999, 9_999, 14_999], 0 },
    };

    [Theory, MemberData(nameof(Norms))]
    public void A_norm_gives_one_more_just_above_each_breakpoint_and_nowhere_else(string name, long[] last, int first)
    {
        var norm = name switch
        {
            "labour" => DelegateNorms.Labour,
            "general federation" => DelegateNorms.GeneralFederation,
            "siptu" => DelegateNorms.Siptu,
            "croydon" => DelegateNorms.Croydon,
            "town councils" => DelegateNorms.TownCouncils,
            "provinces" => DelegateNorms.Provinces,
            _ => DelegateNorms.Metal,
        };
        var seats = first;
        var steps = 0;
        for (var figure = 0L; figure <= last[^1] + 1; figure++)
        {
            // At 10,000 the text of the general federation is silent; its third delegate comes with the member after.
            if (name == "general federation" && figure == 10_000)
            {
                Assert.Null(norm.Read(figure).Seats);
                seats++;
                continue;
            }

            if (figure > 0 && last.Contains(figure - 1))
            {
                seats++;
                steps++;
            }

            Assert.Equal((Ratio)seats, norm.Read(figure).Seats);
        }

        Assert.Equal(last.Length, steps);
    }
}
