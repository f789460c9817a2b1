using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Cases;

/// <summary>A small federation with something of everything: bodies, acts, a procedure with a time, remedies, a duty, silences, a journal.</summary>
internal static class League
{
    public const string Charter = """
        foedus 1
        charter "League"
        edition 1, in force 2000-01-01
        languages de, fr
        time: zone "Europe/Vienna"; first day not counted; last day as it falls
        kind state
        measure inhabitants of state
        parties state Ashland, Birchland, Cedarland
        fact Opinion by Council, positive or negative
        unsaid deciding in every body: needs more than half of votes cast; quorum none; abstention not counted; tie lost
        art 1 body Council: seats 2 per state; chosen by each state; term 4 years
        art 2 body Court: seats 5; chosen by Council; term 9 years
        art 3 about Council
          office President
            number unspecified (1 | as many as states)
            chosen by Council
            term 1 year
        art 4 instrument decree
          by Council
          binds every state
          in force at once
        art 5 about decree
          published in de, fr
          authentic every language
          if a language is missing unspecified (in force | not in force)
        art 6 remedy Appeal
          by any state
          against decree of Council
          to Court
          within 30 days
          meanwhile in force
          effect unspecified (void from the start | void from the day)
          later acts stand
        art 7 remedy Suspension
          by any state
          against decree of Council
          within 30 days
          effect suspended
          where in that unit only
          until Court decides
          later acts stand
          duty Notice
            to notify Council
            within 5 days
            if missed nothing
        art 8 instrument law
          by Council
          binds every state
          in force at once
        art 9 procedure Bill for law
          opened by Council or any state
          stage Reading
            before Council
            within 3 months
            on approval -> Passed
            on no decision -> Lapsed
            otherwise -> Failed
          end Passed becomes law
          end Lapsed
          end Failed
          when the term ends lapses
        """;

    public const string Assumptions = """
        foedus 1
        assumptions "A reading" of "League"
        assume A1 art 5 if a language is missing = in force
          owner "the clerk"
          since 2000-01-01
          because "it was meant so"
        assume A2 art 3 President number = as many as states
          owner "the clerk"
          since 2000-01-01
          because "it was meant so"
        assume A3 art 6 effect = void from the day
          owner "the clerk"
          since 2000-01-01
          because "it was meant so"
        """;

    public const string Journal = """
        foedus 1
        journal "First year" of "League"
        act 1 2001-01-10 Council issues D1, decree
          ruling accepted, by art 4
        act 2 2001-01-20 Council introduces B1, law
          ruling accepted, by art 9
        act 3 2001-01-15 Ashland appeals D1 to Court
          entered 2001-01-21
          ruling accepted, by art 6
        """;

    public static Federation With(string cases = "", string journal = Journal)
    {
        var files = new List<SourceText> { SourceText.From("league.charter", Charter), SourceText.From("reading.assumptions", Assumptions) };
        if (journal.Length > 0)
            files.Add(SourceText.From("first.journal", journal));
        if (cases.Length > 0)
            files.Add(SourceText.From("test.cases", "foedus 1\ncases \"T\" of \"League\"\n" + cases));
        var federation = FederationReader.Read(files);
        var errors = federation.Diagnostics.Where(d => d.Severity == Foedus.Charter.Diagnostics.DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join("\n", errors));
        return federation;
    }
}
