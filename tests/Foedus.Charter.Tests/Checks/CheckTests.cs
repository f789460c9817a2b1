using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Binding;

namespace Foedus.Charter.Tests.Checks;

public sealed class CheckTests
{
    private const string Assumptions = "foedus 1\nassumptions \"A\" of \"Test\"\n";

    public static TheoryData<string, string, string> Cases => CheckCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_check_warns_of_the_bad_text_and_not_of_the_good_one(string number, string bad, string good)
    {
        var warned = SmallFederation.WithCouncil(bad);
        Assert.Contains(number, warned.Numbers());
        Assert.DoesNotContain(warned.Diagnostics, d => d.Severity == DiagnosticSeverity.Error && d.Descriptor.Number != number);
        var quiet = SmallFederation.WithCouncil(good);
        Assert.DoesNotContain(number, quiet.Numbers());
        SmallFederation.NoErrors(quiet);
    }

    [Fact]
    public void What_is_missing_is_told_once_a_construct_with_text_to_paste()
    {
        var problem = SmallFederation.Charter("foedus 1\ncharter \"T\"\nedition 1, in force 2000-01-01\nart 1 body Council: seats 5; chosen by any person; term 1 year\n  deciding\n    tie lost\n").The("FD0401");
        Assert.Equal("deciding in Council: nothing says what carries a proposal, what an abstention counts as or how many must be there", problem.Message);
        Assert.Contains("quorum unspecified (none | more than half of members)", problem.Help);
    }

    [Fact]
    public void What_a_drafter_declares_open_stays_quiet()
    {
        var federation = SmallFederation.WithCouncil("art 2 body House: seats unspecified; chosen unspecified; term unspecified");
        Assert.Empty(federation.Numbers());
    }

    [Fact]
    public void A_measure_of_which_the_register_has_no_figure_is_pointed_out()
    {
        const string seats = "art 2 body House: chosen by each state; term 1 year\n  seats 9 among states by inhabitants: method Webster; figures latest return";
        const string electors = "unit,measure,value,as_at\nAshland,electors,5,2001-01-01\n";
        const string inhabitants = "unit,measure,value,as_at\nAshland,inhabitants,5,2001-01-01\n";
        Assert.Equal(["FD0419"], SmallFederation.WithCouncil(seats, ("f.csv", electors)).Numbers());
        Assert.Empty(SmallFederation.WithCouncil(seats, ("f.csv", inhabitants)).Numbers());
    }

    [Fact]
    public void An_assumption_for_a_time_in_which_nothing_is_open_never_applies()
    {
        const string open = "art 2 about Council: vacancy unspecified";
        var assumed = Assumptions + "assume A1 art 2 vacancy = left open\n  until 1999-01-01\n";
        Assert.Equal(["FD0426"], SmallFederation.WithCouncil(open, ("a.assumptions", assumed)).Numbers());
        Assert.Empty(SmallFederation.WithCouncil(open, ("a.assumptions", assumed.Replace("1999", "2001", StringComparison.Ordinal))).Numbers());
    }

    [Fact]
    public void A_figure_that_was_returned_need_not_be_assumed()
    {
        const string figures = "unit,measure,value,as_at\nAshland,inhabitants,5,2001-01-01\n";
        var assumed = Assumptions + "assume A1 figure inhabitants of Ashland = 7\n";
        Assert.Equal(["FD0427"], SmallFederation.WithCouncil("", ("a.assumptions", assumed), ("f.csv", figures)).Numbers());
        Assert.Empty(SmallFederation.WithCouncil("", ("a.assumptions", assumed)).Numbers());
    }

    [Fact]
    public void A_case_can_only_assume_what_somebody_assumes()
    {
        const string cases = "foedus 1\ncases \"C\" of \"Test\"\ncase \"one\"\n  assuming A2\n  expect accepted\n";
        var assumed = Assumptions + "assume A1 figure inhabitants of Ashland = 7\n";
        var problem = SmallFederation.WithCouncil("", ("a.assumptions", assumed), ("c.cases", cases)).The("FD0428");
        Assert.Equal(["did you mean `A1`?"], problem.Help);
        Assert.Empty(SmallFederation.WithCouncil("", ("a.assumptions", assumed), ("c.cases", cases.Replace("A2", "A1", StringComparison.Ordinal))).Numbers());
    }

    [Fact]
    public void Every_check_has_a_test()
    {
        string[] elsewhere = ["FD0419", "FD0426", "FD0427", "FD0428"];
        var tested = Cases.Select(c => c.Data.Item1).Concat(elsewhere).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(DiagnosticCatalogue.Language.Select(d => d.Number), n => n.StartsWith("FD04", StringComparison.Ordinal) && !tested.Contains(n));
    }

    [Fact]
    public void No_message_speaks_of_the_engine_room()
    {
        string[] words = ["slot", "kernel", "token", "null", "parser", "binder", "exception"];
        foreach (var kind in DiagnosticCatalogue.Language.Where(d => string.CompareOrdinal(d.Number, "FD0300") > 0 && !d.Number.StartsWith("FD05", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(words, w => (kind.EnglishTitle + kind.EnglishExplanation).Contains(w, StringComparison.OrdinalIgnoreCase));
            Assert.False(string.IsNullOrWhiteSpace(kind.EnglishExplanation));
        }
    }
}
