using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>Every ward of the collection, by both rules, against the winners that are known.</summary>
public class ScottishWardTests
{
    public static TheoryData<string> Wards => [.. ScottishWard.All.Select(ward => ward.Name)];

    [Theory, MemberData(nameof(Wards))]
    public void The_Scottish_rules_elect_those_who_were_elected(string name)
    {
        var ward = ScottishWard.Of(name);
        Assert.Equal(ward.Scottish, Winners("scottish", ward.Contest));
    }

    [Theory, MemberData(nameof(Wards))]
    public void The_reference_rule_of_Meek_elects_those_known(string name)
    {
        var ward = ScottishWard.Of(name);
        Assert.Equal(ward.Meek, Winners("meek-prf", ward.Contest));
    }

    [Theory, MemberData(nameof(Wards))]
    public void A_file_of_weighted_rankings_elects_the_same(string name)
    {
        // The published files, where they lie beside the repository; else the same ballots as this program writes them.
        var ward = ScottishWard.Of(name);
        var published = Path.Combine(AppContext.BaseDirectory, "../../../../../../shared/data/scottish-wards", name + ".csv");
        using var written = new StringWriter();
        BallotFiles.Write(BallotFormat.Csv, ward.Contest, written);
        using Stream stream = File.Exists(published) ? File.OpenRead(published) : new MemoryStream(System.Text.Encoding.UTF8.GetBytes(written.ToString()));
        var reading = BallotFiles.Read(BallotFormat.Csv, stream);
        Assert.Empty(reading.Faults);
        Assert.Equal(ward.Contest.Total, reading.Contest!.Total);
        Assert.Equal(ward.Scottish, Winners("scottish", reading.Contest));
        Assert.Equal(ward.Meek, Winners("meek-prf", reading.Contest));
    }

    [Fact]
    public void The_two_rules_differ_in_fifteen_of_the_fifty_five_wards()
    {
        Assert.Equal(55, ScottishWard.All.Count);
        Assert.Equal(15, ScottishWard.All.Count(ward => !ward.Scottish.SequenceEqual(ward.Meek)));
    }

    private static int[] Winners(string rule, Contest contest) =>
        [.. Assert.IsType<Tallied>(TallyRules.Find(rule)!.Run(contest)).Winners.Order()];
}
