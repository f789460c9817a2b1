using Foedus.Engine.Cases;

namespace Foedus.Engine.Tests.Cases;

public sealed class CaseRunnerTests
{
    [Theory]
    [InlineData("a verdict", "given 2001-02-01 Council issues X1, decree\nexpect accepted, by art 4")]
    [InlineData("a verdict on the last act above the line", "given 2001-02-01 Council issues X1, decree\nexpect accepted\ngiven 2001-02-02 Court issues X2, decree\nexpect refused, by art 4")]
    [InlineData("a lost vote is called lost", "start X1 at Reading, law from 2001-02-01\ngiven 2001-02-02 Council votes on X1, for 2, against 4\nexpect lost")]
    [InlineData("nobody votes on both sides", "start X1 at Reading, law from 2001-02-01\ngiven 2001-02-02 Council votes on X1, for Ashland, Birchland, against Ashland\nexpect refused\nexpect X1 is at Reading")]
    [InlineData("a carried vote makes law", "start X1 at Reading, law from 2001-02-01\ngiven 2001-02-02 Council votes on X1, for 4, against 2\nexpect accepted\nexpect X1 is Passed, by art 9\nexpect X1 is in force, by art 8")]
    [InlineData("a time that runs out", "start X1 at Reading, law from 2001-02-01\nexpect X1 is at Reading, by art 9\nexpect X1 is pending\nexpect X1 is due 2001-05-01, by art 9\non 2001-05-02\nexpect X1 is Lapsed, by art 9")]
    [InlineData("in force, by two articles once appealed", "given 2001-02-01 Council issues X1, decree\nexpect X1 is in force, by art 4\ngiven 2001-02-02 Ashland appeals X1 to Court\nexpect X1 is in force, by art 4 and art 6")]
    [InlineData("annulled whatever the reading", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Ashland appeals X1 to Court\ngiven 2001-02-10 Court annuls X1\nexpect X1 is annulled, by art 6")]
    [InlineData("annulled from the day, as somebody reads it", "assuming A3\ngiven 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Ashland appeals X1 to Court\ngiven 2001-02-10 Court annuls X1\nexpect X1 is annulled, by art 6, assuming A3")]
    [InlineData("too late", "given 2001-02-01 Council issues X1, decree\ngiven 2001-04-02 Ashland appeals X1 to Court\nexpect refused, by art 6")]
    [InlineData("suspended in one unit", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Ashland suspends X1\nexpect accepted, by art 7\nexpect X1 is suspended in Ashland, by art 7\nexpect X1 is in force in Birchland, by art 4\nexpect X1 is in force")]
    [InlineData("a duty, its time and its end", "given 2001-02-01 Council issues X1, decree\nexpect duty Notice is open\n", "it came to not arisen")]
    [InlineData("a duty that is missed", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Ashland suspends X1\nexpect duty Notice is open, by art 7\non 2001-03-01\nexpect duty Notice is missed, by art 7")]
    [InlineData("a duty that is done", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Ashland suspends X1\ngiven 2001-02-03 Ashland notifies Council of X1\nexpect duty Notice is done, by art 7\non 2001-03-01\nexpect duty Notice is done")]
    [InlineData("languages", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Council publishes X1 in de\nexpect X1 lacks fr, by art 5\nexpect X1 is undetermined, by art 5, needing \"art 5 if a language is missing\"\nexpect X1 is published\ngiven 2001-02-03 Council publishes X1 in fr\nexpect X1 is in force, by art 4")]
    [InlineData("languages, as somebody reads them", "assuming A1\ngiven 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Council publishes X1 in de\nexpect X1 is in force, by art 5, assuming A1")]
    [InlineData("repealed", "given 2001-02-01 Council issues X1, decree\ngiven 2001-02-02 Council repeals X1\nexpect X1 is repealed\nexpect X1 is not in force")]
    [InlineData("numbers of an office", "on 2001-01-01\nexpect number of President = 1 or 3, by art 3\nexpect number of President undetermined")]
    [InlineData("numbers of an office, as somebody reads them", "assuming A2\non 2001-01-01\nexpect number of President = 3, by art 3, assuming A2")]
    [InlineData("seats", "on 2001-01-01\nexpect seats of Council = 6, by art 1\nexpect seats of Ashland in Council = 2, by art 1\nexpect seats of Council at least 6\nexpect seats of Court = 5")]
    [InlineData("following the journal", "after act 1\ngiven 2001-01-12 Ashland appeals D1 to Court\nexpect accepted, by art 6\nexpect D1 is in force")]
    [InlineData("not seeing what comes later in the journal", "after act 1\non 2001-02-01\nexpect B1 is at Reading", "it came to not before anybody")]
    [InlineData("seeing what came before in the journal", "after act 2\nexpect B1 is at Reading, by art 9")]
    [InlineData("standing alone", "given 2001-02-02 Ashland appeals D1 to Court\nexpect refused")]
    [InlineData("a wrong verdict", "given 2001-02-01 Council issues X1, decree\nexpect refused", "expected refused; it came to accepted")]
    [InlineData("a wrong reason", "given 2001-02-01 Council issues X1, decree\nexpect accepted, by art 9", "art 9 is not among the reasons")]
    [InlineData("an assumption that makes no difference", "assuming A2\ngiven 2001-02-01 Council issues X1, decree\nexpect accepted, assuming A2", "the assumption A2 is not used")]
    [InlineData("a need that nobody has", "given 2001-02-01 Court issues X1, decree\nexpect refused, needing \"a miracle\"", "\"a miracle\" is not among what is needed")]
    [InlineData("an unknown assumption", "assuming A9\non 2001-01-01\nexpect seats of Council = 6", "nobody has made an assumption `A9`")]
    [InlineData("an unknown edition", "under edition 7\non 2001-01-01\nexpect seats of Council = 6", "there is no edition 7")]
    [InlineData("an unknown act", "after act 9\nexpect seats of Council = 6", "the journal has no act 9")]
    [InlineData("nothing given", "expect accepted", "no act is given before this line")]
    [InlineData("an unknown name", "expect X7 is in force", "nothing is called `X7`")]
    [InlineData("a stage that there is not", "start X1 at Nowhere, law\nexpect X1 is at Nowhere", "the matter cannot stand there")]
    [InlineData("a wrong number", "on 2001-01-01\nexpect seats of Council = 7", "expected seats of Council = 7; it came to 6")]
    public void A_case_passes_or_says_what_came(string title, string lines, string? problem = null)
    {
        var federation = League.With($"case \"{title}\"\n  {lines.Trim().Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        var result = Assert.Single(CaseRunner.Run(federation));
        var messages = string.Join("\n", result.Diagnostics.Select(d => d.Message + "\n    " + string.Join("\n    ", d.Help)));
        if (problem is null)
            Assert.True(result.Passed, messages);
        else
            Assert.True(!result.Passed && messages.Contains(problem, StringComparison.Ordinal), messages);
    }

    [Fact]
    public void No_case_sees_what_another_gives()
    {
        const string one = "case \"one\"\n  given 2001-02-01 Council issues X1, decree\n  expect accepted\n  expect X1 is in force\n";
        var results = CaseRunner.Run(League.With(one + one + one));
        Assert.Equal(3, results.Length);
        Assert.All(results, r => Assert.True(r.Passed, string.Join("\n", r.Diagnostics)));
    }

    [Fact]
    public void The_order_of_cases_does_not_matter()
    {
        const string first = "case \"first\"\n  given 2001-02-01 Council issues X1, decree\n  expect accepted\n";
        const string second = "case \"second\"\n  start X1 at Reading, law from 2001-02-01\n  expect X1 is at Reading\n";
        const string third = "case \"third\"\n  after act 2\n  given 2001-02-01 Council introduces X1, law\n  expect accepted\n";
        var forward = CaseRunner.Run(League.With(first + second + third));
        var backward = CaseRunner.Run(League.With(third + second + first));
        Assert.All(forward, r => Assert.True(r.Passed, string.Join("\n", r.Diagnostics)));
        Assert.Equal(forward.Select(r => string.Join("|", r.Expectations.Select(e => e.Came))), backward.Reverse().Select(r => string.Join("|", r.Expectations.Select(e => e.Came))));
    }

    [Fact]
    public void A_case_that_expects_nothing_is_pointed_out()
    {
        var result = Assert.Single(CaseRunner.Run(League.With("case \"empty\"\n  given 2001-02-01 Council issues X1, decree\n")));
        Assert.True(result.Passed);
        Assert.Equal(["FD0547"], result.Diagnostics.Select(d => d.Descriptor.Number));
    }

    [Fact]
    public void A_failure_points_at_its_line_and_gives_the_reasons()
    {
        var result = Assert.Single(CaseRunner.Run(League.With("case \"c\"\n  given 2001-02-01 Court issues X1, decree\n  expect accepted\n")));
        var failure = Assert.Single(result.Diagnostics);
        Assert.Equal(5, failure.Location.Position.Line);
        Assert.Contains(failure.Help, h => h.StartsWith("art 4: ", StringComparison.Ordinal));
        Assert.Equal("accepted", Assert.Single(result.Expectations).Expected);
    }
}
