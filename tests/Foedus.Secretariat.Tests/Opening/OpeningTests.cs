using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Tests.Opening;

/// <summary>Opening gives a federation, or what is wrong as values; it never throws.</summary>
public class OpeningTests
{
    [Theory]
    [InlineData("choirs")]
    [InlineData("union-1922")]
    [InlineData("us-congress")]
    public void Texts_in_memory_open_to_the_same_as_the_folder_in_which_they_lie(string example)
    {
        var folder = Given.Opened(new Secretary().Open(Given.Example(example)));
        var memory = Given.Opened(new Secretary().Open(Given.Texts(example)));
        Assert.Equal(folder.Title, memory.Title);
        Assert.Equal(folder.Known, memory.Known);
        Assert.Equal(folder.LastDay, memory.LastDay);
        Assert.Equal(folder.History.Acts.Select(a => a.Judgment.Verdict), memory.History.Acts.Select(a => a.Judgment.Verdict));
        Assert.Equal(folder.Problems.Select(p => (p.Code, p.Places[0].Line)), memory.Problems.Select(p => (p.Code, p.Places[0].Line)));
    }

    [Fact]
    public void What_is_not_there_is_a_problem_with_a_way_out()
    {
        var failed = Assert.IsType<OpeningOutcome.Failed>(new Secretary().Open(Path.Combine(Given.Root, "examplse")));
        var problem = Assert.Single(failed.Problems);
        Assert.Equal("NoSuchPath", problem.Code);
        Assert.Equal(Path.Combine(Given.Root, "examplse"), Assert.Single(problem.Arguments));
        Assert.Contains("examples", Assert.Single(problem.Help), StringComparison.Ordinal);
        Assert.Empty(problem.Places);
    }

    [Fact]
    public void Texts_without_a_charter_or_with_one_that_rules_nothing_are_told_as_values()
    {
        var none = Assert.IsType<OpeningOutcome.Failed>(new Secretary().Open([SourceText.From("units.csv", "name,kind\n")]));
        Assert.Equal("NoCharterAmong", none.Problems[0].Code);
        var empty = Assert.IsType<OpeningOutcome.Failed>(new Secretary().Open([Given.Charter("foedus 1\n")]));
        Assert.Equal("NoEditionToRule", empty.Problems[0].Code);
        Assert.Contains(empty.Problems, p => p.Code.StartsWith("FD", StringComparison.Ordinal) && p.Places[0].File == "small.charter");
    }

    [Fact]
    public void Terms_that_do_not_fit_are_told_as_values()
    {
        Assert.Equal("NoSuchAssumption", Failed(new OpeningTerms(["A99"])).Code);
        Assert.Equal("AssumingAndNone", Failed(new OpeningTerms(["A1"], NoAssumptions: true)).Code);
        Assert.Equal("NoSuchEdition", Failed(new OpeningTerms([], Edition: 99)).Code);
        Assert.Equal("NoRehearsal", Failed(new OpeningTerms([], Rehearse: true)).Code);

        static Problem Failed(OpeningTerms terms) => Assert.IsType<OpeningOutcome.Failed>(new Secretary().Open(Given.Example("choirs"), terms)).Problems[0];
    }

    [Theory]
    [InlineData("term 1 year", "trem 1 year")]
    [InlineData("foedus 1", "foedus 2")]
    [InlineData("quorum more than half of seats", "qourum more than half of seats")]
    [InlineData("tie lost", "tie lots")]
    public void Help_that_is_an_edit_can_be_applied_and_puts_the_problem_right(string right, string wrong)
    {
        var charter = Given.Small.Replace(right, wrong, StringComparison.Ordinal);
        var texts = new[] { Given.Charter(charter) };
        var (problems, sources) = new Secretary().Open(texts) switch
        {
            OpeningOutcome.Opened opened => (opened.Federation.Problems, opened.Texts),
            OpeningOutcome.Failed failed => (failed.Problems, failed.Texts),
            _ => throw new InvalidOperationException(),
        };
        var errors = problems.Where(p => p.Severity == DiagnosticSeverity.Error && p.Places.Length > 0).ToList();
        Assert.NotEmpty(errors);
        var edits = errors.Select(p => (Problem: p, Edit: HelpEdits.Of(sources, p))).Where(e => e.Edit is not null).ToList();
        Assert.NotEmpty(edits);
        foreach (var (problem, edit) in edits)
        {
            var mended = Given.Opened(new Secretary().Open([Given.Charter(edit!.Apply(charter))]));
            Assert.True(mended.Problems.Count(p => p.Code == problem.Code) < problems.Count(p => p.Code == problem.Code), problem.ToString());
        }
    }

    [Fact]
    public void A_message_whose_help_is_only_words_has_no_edit()
    {
        var charter = Given.Small.Replace("parties club North, South", "parties club North, North", StringComparison.Ordinal);
        var opened = Assert.IsType<OpeningOutcome.Opened>(new Secretary().Open([Given.Charter(charter)]));
        foreach (var problem in opened.Federation.Problems.Where(p => p.Help.IsEmpty))
            Assert.Null(HelpEdits.Of(opened.Texts, problem));
    }
}
