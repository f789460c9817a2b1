using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Cases;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Tests.Procedures;

/// <summary>Every outcome of a stage is brought about by some act, and every act of the table brings about the outcome that it says.</summary>
public sealed class OutcomeTableTests
{
    private const string One = "before Council";
    private const string Two = "before Council and Senate, separately";
    private const string Turns = "before Council and Senate, in turn, at most 1 times each";
    private const string Elsewhere = "; on approval -> Miss; on rejection -> Miss";

    public static TheoryData<string, StageOutcome> Rows
    {
        get
        {
            var rows = new TheoryData<string, StageOutcome>();
            foreach (var row in OutcomeTable.Rows)
                rows.Add(row.Act?.ToString() ?? "the clock", row.Gives);
            return rows;
        }
    }

    [Fact]
    public void Every_outcome_of_a_stage_is_brought_about_by_something()
    {
        foreach (var outcome in Enum.GetValues<StageOutcome>())
            Assert.Contains(OutcomeTable.Rows, r => r.Gives == outcome);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_act_of_the_table_takes_a_matter_where_its_outcome_leads(string act, StageOutcome outcome)
    {
        var (stage, acts) = LifeOf(act, outcome);
        var charter = $"""
            foedus 1
            charter "Outcomes"
            edition 1, in force 2024-01-01
            kind town
            parties town Ash, Beech, Cedar, Dale
            time
              zone "Europe/London"
              first day counted
              last day as it falls
            art 1 "Bodies"
              body Council
                seats 1 per town
                chosen by each town
                term 4 years
              body Senate
                seats 1 per town
                chosen by each town
                term 4 years
              deciding in every body
                needs more than half of votes cast
                abstention not counted
                quorum none
            art 2 "Bills"
              procedure Bill for bill
                opened by any town
                stage First
            {string.Join('\n', stage.Split("; ").Select(line => "      " + line))}
                end Hit
                end Miss

            """;
        var cases = "foedus 1\ncases \"Life\" of \"Outcomes\"\n\ncase \"life\"\n  start M at First, bill from 2024-02-01\n"
            + string.Concat(acts.Split("; ").Select((line, i) => "  " + (line.StartsWith("on ", StringComparison.Ordinal) ? line : $"given 2024-02-{i + 2:00} {line}") + "\n"))
            + "  expect M is Hit\n";
        var federation = FederationReader.Read([SourceText.From("x.charter", charter), SourceText.From("x.cases", cases)]);
        Assert.DoesNotContain(federation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        foreach (var result in CaseRunner.Run(federation))
            Assert.True(result.Passed, string.Join('\n', result.Diagnostics.Select(d => DiagnosticRenderer.Text(d))));
    }

    /// <summary>A stage in which only the outcome leads to the end Hit, and what is done there.</summary>
    private static (string Stage, string Acts) LifeOf(string act, StageOutcome outcome) => (act, outcome) switch
    {
        (nameof(Verb.Votes), StageOutcome.Approval) => (One + "; on approval -> Hit; otherwise -> Miss", "Council votes on M, for 3, against 1"),
        (nameof(Verb.Votes), StageOutcome.Amendment) => (One + "; on amendment -> Hit" + Elsewhere, "Council amends M by Draft-2; Council votes on M, for 3, against 1"),
        (nameof(Verb.Votes), StageOutcome.Agreement) => (Two + "; on agreement -> Hit" + Elsewhere, "Council votes on M, for 3, against 1; Senate votes on M, for 4"),
        (nameof(Verb.Votes), StageOutcome.NoAgreement) => (Turns + "; on agreement -> Miss; on no agreement -> Hit", "Council votes on M, for 3, against 1; Senate votes on M, against 4"),
        (nameof(Verb.Votes), StageOutcome.Rejection) => (One + "; on approval -> Miss; on rejection -> Hit", "Council votes on M, for 1, against 3"),
        (nameof(Verb.Votes), StageOutcome.SecondRejection) => (One + "; on approval -> Miss; on rejection -> First; on rejection twice -> Hit", "Council votes on M, against 4; Council votes on M, against 4"),
        (nameof(Verb.Votes), StageOutcome.Tie) => (One + "; on a tie -> Hit" + Elsewhere, "Council votes on M, for 2, against 2"),
        (nameof(Verb.Votes), StageOutcome.Otherwise) => (One + "; on approval -> Miss; otherwise -> Hit", "Council votes on M, against 4"),
        (nameof(Verb.Approves) or nameof(Verb.Adopts), StageOutcome.Approval) => (One + "; on approval -> Hit; otherwise -> Miss", act == nameof(Verb.Adopts) ? "Council adopts M" : "Council approves M"),
        (nameof(Verb.Approves), StageOutcome.Amendment) => (One + "; on amendment -> Hit" + Elsewhere, "Council amends M by Draft-2; Council approves M"),
        (nameof(Verb.Approves), StageOutcome.Agreement) => (Two + "; on agreement -> Hit" + Elsewhere, "Council approves M; Senate approves M"),
        (nameof(Verb.Approves), StageOutcome.NoAgreement) => (Turns + "; on agreement -> Miss; on no agreement -> Hit", "Council rejects M; Senate approves M"),
        (nameof(Verb.Rejects), StageOutcome.Rejection) => (One + "; on approval -> Miss; on rejection -> Hit", "Council rejects M"),
        (nameof(Verb.Rejects), StageOutcome.SecondRejection) => (One + "; on approval -> Miss; on rejection twice -> Hit", "Council rejects M; Council rejects M"),
        (nameof(Verb.Rejects), StageOutcome.NoAgreement) => (Turns + "; on agreement -> Miss; on no agreement -> Hit", "Council approves M; Senate rejects M"),
        (nameof(Verb.Agrees), StageOutcome.Agreement) => (One + "; on agreement -> Hit; otherwise -> Miss", "Council agrees on M"),
        (nameof(Verb.Fails), StageOutcome.NoAgreement) => (One + "; on agreement -> Miss; on no agreement -> Hit; on rejection -> Miss", "Council does not agree on M"),
        (nameof(Verb.Signs), StageOutcome.Signature) => (One + "; on signature -> Hit; otherwise -> Miss", "Council signs M"),
        (nameof(Verb.ReturnsMatter), StageOutcome.Return) => (One + "; on signature -> Miss; on return -> Hit; otherwise -> Miss", "Council sends back M"),
        (nameof(Verb.ReturnsMatter), StageOutcome.Otherwise) => (One + "; on signature -> Miss; otherwise -> Hit", "Council sends back M"),
        (nameof(Verb.Notifies), StageOutcome.Notice) => (One + "; on notice -> Hit; otherwise -> Miss", "Council notifies Senate of M"),
        (nameof(Verb.Demands), StageOutcome.Demand) => (One + "; on demand of at least 2 towns -> Hit" + Elsewhere, "Ash demands vote on M; Beech demands vote on M"),
        (nameof(Verb.Ratifies), StageOutcome.Ratification) => ("before each town; on ratification by every town -> Hit", "Ash and Beech ratifies M; Cedar ratifies M; Dale ratifies M"),
        (nameof(Verb.Ratifies), StageOutcome.Approval) => (One + "; on approval -> Hit; otherwise -> Miss", "Council ratifies M"),
        (nameof(Verb.Objects), StageOutcome.Objection) => (One + "; on objection by at least 2 towns -> Hit" + Elsewhere, "Ash objects to M; Beech objects to M"),
        ("the clock", StageOutcome.NoDecision) => (One + "; within 10 days; on no decision -> Hit" + Elsewhere, "on 2024-02-20"),
        ("the clock", StageOutcome.Otherwise) => (One + "; within 10 days; on approval -> Miss; otherwise -> Hit", "on 2024-02-20"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), $"Nothing shows how {act} brings about {outcome}."),
    };
}
