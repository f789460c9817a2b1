using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads rules of decision.</summary>
internal sealed class DecidingBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, ConditionBinder conditions, SlotBinder slots)
{
    private readonly Dictionary<(Body? Body, Hand Hand), DecisionRule> defaults = [];

    /// <summary>
    /// The rules that a <c>deciding</c> clause is about. Clauses without a name for one body add to one rule, in whatever articles they
    /// stand; so do those for every body.
    /// </summary>
    public IReadOnlyList<DecisionRule> Rules(ClauseSyntax clause, object? owner)
    {
        if (clause.Match is not { } match) return [];
        var by = context.By(clause);
        switch (match.CaseName)
        {
            case "every":
                return [Default(null, by)];
            case "named":
                if (!context.Declared.TryGetValue(clause, out var declared) || declared is not DecisionRule rule) return [];
                if (match.SubOrNull("body") is { } bodies)
                    foreach (var body in parties.Bodies(bodies))
                        if (!rule.In.Contains(body))
                            rule.In.Add(body);
                return [rule];
            case "default":
                return [.. parties.Bodies(match.Sub("body")).Select(b => Default(b, by))];
            default:
                if (owner is Body here) return [Default(here, by)];
                context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.NameNeeded));
                return [];
        }
    }

    private DecisionRule Default(Body? body, Provision by)
    {
        if (defaults.TryGetValue((body, by.Hand), out var rule)) return rule;
        rule = new DecisionRule(null, by) { EveryBody = body is null };
        if (body is not null) rule.In.Add(body);
        defaults[(body, by.Hand)] = rule;
        context.Edition.Rules.Add(rule);
        return rule;
    }

    /// <summary>A clause under a rule or <c>about</c> one; false if it is none.</summary>
    public bool Fill(DecisionRule rule, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "instead-of":
                InsteadOf(rule, clause);
                return true;
            case "voters":
                rule.Voters = slots.Fill(rule, clause, rule.Voters, m => Bound.OrNone(parties.Who(m.Sub("who"))));
                return true;
            case "no-vote":
                if (NoVote(clause) is { } barred) rule.NoVotes.Add(barred);
                return true;
            case "votes":
                rule.Votes = slots.Fill(rule, clause, rule.Votes, Votes);
                return true;
            case "count":
                Count(rule, clause);
                return true;
            case "needs":
                rule.Needs.Add(slots.Open(clause, m => amounts.Test(m.Sub("test"))));
                return true;
            case "enough":
                rule.Enough.Add(slots.Open(clause, m => amounts.Test(m.Sub("test"))));
                return true;
            case "abstention":
                rule.Abstention = slots.Fill(rule, clause, rule.Abstention, AbstentionOf);
                return true;
            case "invalid-papers":
                rule.InvalidPapers = slots.Fill(rule, clause, rule.InvalidPapers, InvalidPapersOf, InvalidPaperWays);
                return true;
            case "blank-papers":
                rule.BlankPapers = slots.Fill(rule, clause, rule.BlankPapers, BlankPapersOf, BlankPaperWays);
                return true;
            case "roll":
                rule.RollAtOpening = slots.Fill(rule, clause, rule.RollAtOpening, RollAtOpening, RollWays);
                return true;
            case "equal-in-unit":
                rule.EqualIsAgainst = slots.Fill(rule, clause, rule.EqualIsAgainst, EqualIsAgainst, EqualWays);
                return true;
            case "not-taking-part":
                rule.OthersAreAbsent = slots.Fill(rule, clause, rule.OthersAreAbsent, OthersAreAbsent, OtherWays);
                return true;
            case "divided-unit":
                rule.Divided = slots.Fill(rule, clause, rule.Divided, DividedOf, DividedWays);
                return true;
            case "empty-vote":
                rule.EmptyCarried = slots.Fill(rule, clause, rule.EmptyCarried, EmptyCarried, EmptyWays);
                return true;
            case "represented":
                rule.RepresentedIsThere = slots.Fill(rule, clause, rule.RepresentedIsThere, RepresentedIsThere, RepresentedWays);
                return true;
            case "second-call-of":
                rule.SecondCallOfSitting = slots.Fill(rule, clause, rule.SecondCallOfSitting, SecondCallOfSitting, SecondCallWays);
                return true;
            case "quorum":
                rule.Quorum = slots.Fill(rule, clause, rule.Quorum, Quorum);
                return true;
            case "second-call":
                rule.SecondCall = slots.Fill(rule, clause, rule.SecondCall, SecondCall);
                return true;
            case "tie":
                rule.Tie = slots.Fill(rule, clause, rule.Tie, Tie);
                return true;
            case "proxy":
                rule.ProxyAtMost = slots.Fill(rule, clause, rule.ProxyAtMost, Proxy);
                return true;
            case "ballot":
                rule.Ballot = slots.Fill(rule, clause, rule.Ballot, BallotOf);
                return true;
            default:
                return false;
        }
    }

    private void InsteadOf(DecisionRule rule, ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var name = match.Get("rule");
        if (Rule(name) is not { } replaced) return;
        if (match.Is("demand"))
        {
            if (parties.Who(match.Sub("who")) is { } who) rule.InsteadOf.Add(new InsteadOf(replaced, null, who, context.By(clause)));
            return;
        }
        var condition = conditions.Condition(match.Sub("cond"));
        if (condition.Ok) rule.InsteadOf.Add(new InsteadOf(replaced, condition.Value, null, context.By(clause)));
    }

    /// <summary>A rule by its name; reports one that is not known.</summary>
    public DecisionRule? Rule(Capture name)
    {
        if (context.Names.Rules.TryGetValue(name.Text, out var rule)) return rule;
        context.Unknown(name.Location, BindingDiagnostics.UnknownRule, context.Names.Rules.Keys.Order(StringComparer.Ordinal), name.Text);
        return null;
    }

    /// <summary>Whose vote does not count, and when; null if it could not be read.</summary>
    public NoVote? NoVote(ClauseSyntax clause)
    {
        if (clause.Match is not { } match || parties.Who(match.Sub("who")) is not { } who) return null;
        var condition = conditions.Condition(match.Sub("cond"));
        return condition.Ok ? new NoVote(who, condition.Value, context.By(clause)) : null;
    }

    private void Count(DecisionRule rule, ClauseSyntax clause)
    {
        if (clause.Match is not { } match || amounts.Kind(match.Get("kind")) is not { } kind) return;
        var test = amounts.Test(match.Sub("test"));
        if (test.Ok) rule.CountEach = (kind, test.Value, context.By(clause));
    }

    /// <summary>How many votes there are: one for each voter, one for each unit, or as many as a measure says.</summary>
    public Bound<VoteWeight> Votes(Match votes)
    {
        if (votes.Is("each")) return new VoteWeight(null, null, false);
        if (votes.Is("unit")) return amounts.Kind(votes.Get("kind")) is { } one ? new VoteWeight(null, one, false) : Bound<VoteWeight>.None;
        return amounts.Kind(votes.Get("kind")) is { } kind && amounts.Measure(votes.Get("measure"), kind) is { } measure
            ? new VoteWeight(measure, kind, string.Equals(votes.Flag("how"), "divisible", StringComparison.Ordinal))
            {
                IsUndivided = string.Equals(votes.Flag("how"), "undivided", StringComparison.Ordinal),
            }
            : Bound<VoteWeight>.None;
    }

    /// <summary>What may be said of invalid papers.</summary>
    public static ImmutableArray<string> InvalidPaperWays { get; } = ["not cast", "cast"];

    public static Bound<bool> InvalidPapersOf(Match match) => match.Is("cast");

    /// <summary>What may be said of blank papers.</summary>
    public static ImmutableArray<string> BlankPaperWays { get; } = ["as abstentions", "as invalid papers", "cast"];

    public static Bound<BlankPaper> BlankPapersOf(Match match) => match.Flag("how") switch
    {
        "as invalid papers" => BlankPaper.Invalid,
        "cast" => BlankPaper.Cast,
        _ => BlankPaper.Abstention,
    };

    /// <summary>When it may be settled who votes.</summary>
    public static ImmutableArray<string> RollWays { get; } = ["at the opening", "at the close"];

    public static Bound<bool> RollAtOpening(Match match) => Says(match, "opening");

    /// <summary>What may be said of the vote of a unit that is equal in it.</summary>
    public static ImmutableArray<string> EqualWays { get; } = ["counts against", "no vote"];

    public static Bound<bool> EqualIsAgainst(Match match) => Says(match, "counts against");

    /// <summary>What may be said of members who do not take part.</summary>
    public static ImmutableArray<string> OtherWays { get; } = ["absent", "leaves the vote"];

    public static Bound<bool> OthersAreAbsent(Match match) => Says(match, "absent");

    /// <summary>How a divided unit may count.</summary>
    public static ImmutableArray<string> DividedWays { get; } = ["in part", "by majority", "whole"];

    public static Bound<DividedUnit> DividedOf(Match match) => match.Flag("how") switch
    {
        "by majority" => DividedUnit.ByMajority,
        "whole" => DividedUnit.Whole,
        _ => DividedUnit.InPart,
    };

    /// <summary>What a vote may be in which nobody votes.</summary>
    public static ImmutableArray<string> EmptyWays { get; } = ["lost", "carried"];

    public static Bound<bool> EmptyCarried(Match match) => Says(match, "carried");

    /// <summary>Whether whoever is represented may count for the quorum.</summary>
    public static ImmutableArray<string> RepresentedWays { get; } = ["there", "not there"];

    public static Bound<bool> RepresentedIsThere(Match match) => Says(match, "there");

    /// <summary>Of what a second call may be one.</summary>
    public static ImmutableArray<string> SecondCallWays { get; } = ["the sitting", "the matter"];

    public static Bound<bool> SecondCallOfSitting(Match match) => Says(match, "sitting");

    private static bool Says(Match match, string how) => string.Equals(match.Flag("how"), how, StringComparison.Ordinal);

    public static Bound<Abstention> AbstentionOf(Match match) => match.Flag("how") switch
    {
        "counts against" => Abstention.CountsAgainst,
        "counts for the quorum only" => Abstention.QuorumOnly,
        _ => Abstention.NotCounted,
    };

    public Bound<QuorumRule> Quorum(Match match)
    {
        if (match.Is("none")) return new QuorumRule(null);
        var test = amounts.Test(match.Sub("test"));
        return test.Ok ? new QuorumRule(test.Value) : Bound<QuorumRule>.None;
    }

    private Bound<SecondCall> SecondCall(Match match)
    {
        if (match.Is("never")) return new SecondCall(null, null);
        var later = amounts.Span(match.Sub("later"));
        if (!later.Ok) return Bound<SecondCall>.None;
        if (match.Is("none")) return new SecondCall(later.Value, null);
        var test = amounts.Test(match.Sub("test"));
        return test.Ok ? new SecondCall(later.Value, test.Value) : Bound<SecondCall>.None;
    }

    private Bound<TieRule> Tie(Match match)
    {
        if (match.Is("decided")) return parties.Who(match.Sub("by")) is { } by ? new TieRule(false, false, false, by) : Bound<TieRule>.None;
        return match.Flag("how") switch
        {
            "lot" => new TieRule(false, true, false, null),
            "decided by chair" => new TieRule(false, false, true, null),
            _ => new TieRule(true, false, false, null),
        };
    }

    private Bound<int> Proxy(Match match) =>
        match.Is("none") ? 0 : context.Whole(match.Get("count"), 1_000_000) is { } count ? count : Bound<int>.None;

    private static Bound<Ballot> BallotOf(Match match) => match.Flag("how") switch
    {
        "by roll call" => Ballot.RollCall,
        "secret" => Ballot.Secret,
        _ => Ballot.Open,
    };
}
