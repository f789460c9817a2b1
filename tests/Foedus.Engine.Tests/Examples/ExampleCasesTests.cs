using Foedus.Charter.Diagnostics;
using Foedus.Engine.Cases;

namespace Foedus.Engine.Tests.WorkedExamples;

/// <summary>The cases of the worked examples are the acceptance of the engine: whoever changes a rule sees here which federation notices.</summary>
public sealed class ExampleCasesTests
{
    [Theory, MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void An_example_is_read_without_an_error_or_a_warning(string name)
    {
        var example = Example.Read(name);
        var messages = example.Federation.Diagnostics.Concat(example.Readings.SelectMany(r => r.Diagnostics))
            .Where(d => d.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning).Select(d => DiagnosticRenderer.Text(d)).ToList();
        Assert.True(messages.Count == 0, string.Join('\n', messages));
    }

    [Theory, MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Every_case_of_an_example_comes_as_expected(string name)
    {
        var results = CaseRunner.Run(Example.Read(name).Federation);
        var wrong = results.Where(r => !r.Passed).Select(r => r.Case.Title + "\n" + string.Join('\n', r.Diagnostics.Select(d => DiagnosticRenderer.Text(d)))).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {results.Length} cases of {name} failed\n\n{string.Join("\n\n", wrong)}");
    }

    [Theory, MemberData(nameof(Example.AllModern), MemberType = typeof(Example))]
    public void A_federation_of_today_has_ten_cases_or_more(string name) =>
        Assert.True(Example.Read(name).Federation.Cases.Length >= 10);

    [Fact]
    public void The_union_of_1922_has_a_hundred_cases_or_more() =>
        Assert.True(Example.Read("union-1922").Federation.Cases.Length >= 100);

    [Theory, MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void No_two_cases_of_an_example_have_the_same_title(string name)
    {
        var titles = Example.Read(name).Federation.Cases.Select(c => c.Title).ToList();
        Assert.Equal(titles.Distinct(StringComparer.Ordinal), titles);
    }

    [Theory, MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void No_case_sees_another(string name)
    {
        var example = Example.Read(name);
        var forwards = CaseRunner.Run(example.Books, example.Federation.Cases);
        var backwards = CaseRunner.Run(example.Books, [.. example.Federation.Cases.Reverse()]);
        Assert.Equal(forwards.Select(Shown), backwards.Reverse().Select(Shown));
    }

    private static string Shown(CaseResult result) =>
        result.Case.Title + "\n" + string.Join('\n', result.Expectations.Select(e => $"{e.Expected}: {e.Came}\n{string.Join('\n', e.Reasons)}"));
}
