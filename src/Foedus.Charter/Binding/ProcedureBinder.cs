using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads procedures: who opens them, their stages, and where a matter goes from each.</summary>
internal sealed class ProcedureBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, ConditionBinder conditions, DecidingBinder deciding, EventBinder events, SlotBinder slots)
{
    /// <summary>All that can be said of taking an answer back.</summary>
    public static ImmutableArray<string> RescindingWays { get; } = ["allowed until the end", "not allowed"];

    /// <summary>All that can be said of a second answer.</summary>
    public static ImmutableArray<string> AgainWays { get; } = ["after a rejection", "always", "never"];

    /// <summary>All that can be said of support for a text that was changed.</summary>
    public static ImmutableArray<string> MeanwhileWays { get; } = ["falls", "stands"];

    /// <summary>All that can become of a pending matter when the term ends.</summary>
    public static ImmutableArray<string> TermWays { get; } = ["lapses", "continues"];

    /// <summary>By which edition a matter may go on that began under an earlier one.</summary>
    public static ImmutableArray<string> PendingWays { get; } = ["old edition", "new edition"];

    /// <summary>What is said of it for every procedure.</summary>
    public Slot<bool>? PendingByOld { get; private set; }

    /// <summary>A clause that says it for every procedure.</summary>
    public void Pending(ClauseSyntax clause) => PendingByOld = slots.Fill<bool>(context.Edition, clause, PendingByOld, ByOld, PendingWays);

    public static Bound<bool> ByOld(Match match) => string.Equals(match.Flag("how"), "old edition", StringComparison.Ordinal);

    public static Bound<bool> Lapses(Match match) => string.Equals(match.Flag("how"), "lapses", StringComparison.Ordinal);

    public static Bound<bool> Rescinding(Match match) => string.Equals(match.Flag("how"), "allowed until the end", StringComparison.Ordinal);

    public static Bound<bool> Falls(Match match) => string.Equals(match.Flag("how"), "falls", StringComparison.Ordinal);

    public static Bound<AnsweringAgain> Again(Match match) => match.Flag("how") switch
    {
        "always" => AnsweringAgain.Always,
        "never" => AnsweringAgain.Never,
        _ => AnsweringAgain.AfterRejection,
    };

    /// <summary>A clause under a procedure or <c>about</c> one; false if it is none.</summary>
    public bool Fill(Procedure procedure, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "opened":
                procedure.Opened.Add(slots.Open(clause, m => Opening(procedure, m)));
                return true;
            case "term-ends":
                procedure.LapsesWithTerm = slots.Fill<bool>(procedure, clause, procedure.LapsesWithTerm, Lapses, TermWays);
                return true;
            case "pending":
                procedure.PendingByOld = slots.Fill<bool>(procedure, clause, procedure.PendingByOld, ByOld, PendingWays);
                return true;
            default:
                return false;
        }
    }

    public Bound<Opening> Opening(Procedure procedure, Match match)
    {
        if (parties.Who(match.Sub("who")) is not { } who) return Bound<Opening>.None;
        Condition? when = null;
        if (match.SubOrNull("cond") is { } phrase)
        {
            var condition = conditions.Condition(phrase);
            if (!condition.Ok) return Bound<Opening>.None;
            when = condition.Value;
        }
        Stage? at = null;
        if (match.Find("target") is { } target)
        {
            at = procedure.Stages.Find(s => string.Equals(s.Name, target.Text, StringComparison.Ordinal));
            if (at is null)
            {
                context.Unknown(target.Location, BindingDiagnostics.UnknownTarget, procedure.Stages.Select(s => s.Name), target.Text, procedure.Name);
                return Bound<Opening>.None;
            }
        }
        return new Opening(who, match.Is("demand"), when, at);
    }

    /// <summary>A clause under a stage; false if it is none.</summary>
    public bool Fill(Stage stage, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "before":
                stage.Before = slots.Fill(stage, clause, stage.Before, Hearing);
                return true;
            case "goes-first":
                stage.First = slots.Fill(stage, clause, stage.First, First);
                return true;
            case "decided":
                stage.Decided.Add(slots.Open(clause, Decided));
                return true;
            case "stage-only-after":
                stage.OnlyAfter.Add(slots.Open(clause, m => conditions.Condition(m.Sub("cond"))));
                return true;
            case "within":
                stage.Within = slots.Fill(stage, clause, stage.Within, events.Time);
                return true;
            case "extended":
                stage.Extended = slots.Fill(stage, clause, stage.Extended, Extension);
                return true;
            case "text":
                stage.TextAsItStands = slots.Fill<bool>(stage, clause, stage.TextAsItStands, m => string.Equals(m.Flag("how"), "as it stands", StringComparison.Ordinal));
                return true;
            case "rescinding":
                stage.RescindingAllowed = slots.Fill<bool>(stage, clause, stage.RescindingAllowed, Rescinding, RescindingWays);
                return true;
            case "base-day":
                stage.CountedWhenPut = slots.Fill<bool>(stage, clause, stage.CountedWhenPut, WhenPut, BaseDays);
                return true;
            case "answering-again":
                stage.AnsweringAgain = slots.Fill<AnsweringAgain>(stage, clause, stage.AnsweringAgain, Again, AgainWays);
                return true;
            case "amended-meanwhile":
                stage.AmendedMeanwhile = slots.Fill<bool>(stage, clause, stage.AmendedMeanwhile, Falls, MeanwhileWays);
                return true;
            case "needs" or "abstention" or "invalid-papers" or "blank-papers" or "quorum" or "tie":
                stage.OwnRule ??= new DecisionRule(null, stage.By);
                return deciding.Fill(stage.OwnRule, clause);
            default:
                return Exit(stage, clause);
        }
    }

    /// <summary>Every day on which those may be counted of whom a part is asked.</summary>
    public static readonly ImmutableArray<string> BaseDays = ["the day it was put", "the day it is reached"];

    public static Bound<bool> WhenPut(Match match) => match.Is("put");

    private bool Exit(Stage stage, ClauseSyntax clause)
    {
        StageOutcome? on = clause.Form!.Id switch
        {
            "on-approval" => StageOutcome.Approval,
            "on-amendment" => StageOutcome.Amendment,
            "on-agreement" => StageOutcome.Agreement,
            "on-disagreement" => StageOutcome.NoAgreement,
            "on-rejection" => clause.Match?.Is("twice") == true || Twice(clause) ? StageOutcome.SecondRejection : StageOutcome.Rejection,
            "on-silence" => StageOutcome.NoDecision,
            "on-tie" => StageOutcome.Tie,
            "on-signature" => StageOutcome.Signature,
            "on-return" => StageOutcome.Return,
            "on-notice" => StageOutcome.Notice,
            "on-demand" => StageOutcome.Demand,
            "on-ratification" => StageOutcome.Ratification,
            "on-objection" => StageOutcome.Objection,
            "otherwise" => StageOutcome.Otherwise,
            _ => null,
        };
        if (on is not { } outcome) return false;
        var by = clause.Match?.SubOrNull("who") ?? clause.Silence?.Readings.Select(r => r.SubOrNull("who")).FirstOrDefault(w => w is not null);
        Who? who = null;
        if (by is not null && (who = parties.Who(by)) is null) return true;
        stage.Exits.Add(new Exit(outcome, who, slots.Open(clause, m => Way(stage.Procedure, m.Sub("way"))), context.By(clause)));
        return true;
    }

    private static bool Twice(ClauseSyntax clause) => clause.Silence is { Readings: { Length: > 0 } readings } && readings.All(r => r.Is("twice"));

    public Bound<Way> Way(Procedure procedure, Match way)
    {
        DecisionRule? rule = null;
        if (way.Find("by") is { } name && (rule = deciding.Rule(name)) is null) return Bound<Way>.None;
        Condition? when = null;
        if (way.SubOrNull("cond") is { } phrase)
        {
            var condition = conditions.Condition(phrase);
            if (!condition.Ok) return Bound<Way>.None;
            when = condition.Value;
        }
        var target = way.Get("target");
        var stage = procedure.Stages.Find(s => string.Equals(s.Name, target.Text, StringComparison.Ordinal));
        var end = procedure.Ends.Find(e => string.Equals(e.Name, target.Text, StringComparison.Ordinal));
        if (stage is not null || end is not null) return new Way(rule, when, stage, stage is null ? end : null);
        context.Unknown(target.Location, BindingDiagnostics.UnknownTarget, procedure.Stages.Select(s => s.Name).Concat(procedure.Ends.Select(e => e.Name)), target.Text, procedure.Name);
        return Bound<Way>.None;
    }

    public Bound<Hearing> Hearing(Match match)
    {
        if (parties.Who(match.Sub("who")) is not { } who) return Bound<Hearing>.None;
        if (match.Is("turns")) return new Hearing(who, HearingOrder.InTurn, match.Find("count") is { } times ? context.Whole(times, 100_000) : null);
        var order = match.Flag("how") switch
        {
            "separately" => HearingOrder.Separately,
            "together" => HearingOrder.Together,
            _ => who.Parties.Length > 1 && who.Jointly ? HearingOrder.Separately : HearingOrder.One,
        };
        return new Hearing(who, order, null);
    }

    private Bound<FirstMover> First(Match match)
    {
        if (match.Is("opener")) return new FirstMover(null, true);
        return parties.Who(match.Sub("who")) is { } who ? new FirstMover(who, false) : Bound<FirstMover>.None;
    }

    private Bound<DecidedBy> Decided(Match match)
    {
        if (deciding.Rule(match.Get("rule")) is not { } rule) return Bound<DecidedBy>.None;
        if (match.SubOrNull("body") is not { } phrase) return new DecidedBy(rule, []);
        return parties.Bodies(phrase) is { Count: > 0 } bodies ? new DecidedBy(rule, [.. bodies]) : Bound<DecidedBy>.None;
    }

    private Bound<Extension> Extension(Match match)
    {
        var span = amounts.Span(match.Sub("span"));
        return span.Ok && parties.Who(match.Sub("who")) is { } by ? new Extension(span.Value, by) : Bound<Extension>.None;
    }
}
