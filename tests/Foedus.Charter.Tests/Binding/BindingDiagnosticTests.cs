using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Tests.Binding;

public sealed class BindingDiagnosticTests
{
    public static TheoryData<string, string, string> Cases => BindingDiagnosticCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_message_stands_at_the_bad_text_and_not_at_the_good_one(string number, string bad, string good)
    {
        Assert.Contains(number, SmallFederation.WithCouncil(bad).Numbers());
        Assert.DoesNotContain(number, SmallFederation.WithCouncil(good).Numbers());
        SmallFederation.NoErrors(SmallFederation.WithCouncil(good));
    }

    [Fact]
    public void An_edition_that_amends_what_is_not_there_says_so()
    {
        var lost = SmallFederation.Charter("foedus 1\ncharter \"T\"\nedition 2, in force 2001-01-01, amends edition 1\n");
        Assert.Equal(["FD0317"], lost.Numbers("FD03"));
        var twice = SmallFederation.Read(("a.charter", "charter \"T\"\nedition 1, in force 2000-01-01\n"), ("b.charter", "charter \"T\"\nedition 1, in force 2001-01-01\n"));
        Assert.Equal("a.charter", Assert.Single(twice.The("FD0317").Secondary).Location.Source.Path);
    }

    [Fact]
    public void An_article_that_is_replaced_must_be_there()
    {
        var federation = SmallFederation.WithCouncil("", ("two.charter", "foedus 1\ncharter \"Test\"\nedition 2, in force 2001-01-01, amends edition 1\nreplace art 17 declares \"peace\"\n"));
        Assert.Equal("there is no article 17", federation.The("FD0310").Message);
    }

    [Fact]
    public void A_folder_without_a_charter_says_so()
    {
        Assert.Equal(["FD0316"], SmallFederation.Read(("x.journal", "foedus 1\njournal \"J\" of \"T\"\n")).Numbers());
        Assert.Empty(SmallFederation.Read().Editions);
    }

    [Fact]
    public void Files_that_name_another_charter_are_pointed_out()
    {
        var federation = SmallFederation.WithCouncil("", ("a.assumptions", "foedus 1\nassumptions \"A\" of \"Tets\"\n"), ("b.charter", "foedus 1\ncharter \"Other\"\nedition 1, in force 2000-01-01\n"));
        Assert.Equal("FD0323", Assert.Single(federation.Numbers("FD0323")));
        Assert.Contains("FD0326", federation.Numbers());
    }

    [Fact]
    public void A_charter_without_an_edition_counts_as_the_first()
    {
        var federation = SmallFederation.Charter("foedus 1\ncharter \"T\"\n");
        Assert.Equal(["FD0325"], federation.Numbers());
        Assert.Equal(1, federation.Editions[0].Number);
    }

    [Fact]
    public void Every_message_of_the_binding_has_a_test()
    {
        string[] elsewhere = ["FD0310", "FD0340", "FD0341", "FD0342", "FD0316", "FD0317", "FD0323", "FD0325", "FD0326"];
        var tested = Cases.Select(c => c.Data.Item1).Concat(elsewhere).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(DiagnosticCatalogue.Language.Select(d => d.Number), n => string.CompareOrdinal(n, "FD0300") > 0 && string.CompareOrdinal(n, "FD0350") < 0 && !tested.Contains(n));
    }
}
