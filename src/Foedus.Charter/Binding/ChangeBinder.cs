using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads changes of membership or of a unit, and what becomes of things in every change.</summary>
internal sealed class ChangeBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, ConditionBinder conditions, SlotBinder slots)
{
    private readonly Dictionary<FateOf, Slot<string>> everywhere = [];

    private readonly object everyChange = new EveryChange();

    /// <summary>When a change may take effect where that is left open.</summary>
    public static ImmutableArray<string> TakesEffectWays { get; } = ["at once", "on the day it says"];

    public static ImmutableArray<string> WithdrawnWays { get; } = ["until it takes effect", "never"];

    /// <summary>The fates that hold in every change that does not say otherwise.</summary>
    public IReadOnlyDictionary<FateOf, Slot<string>> Everywhere => everywhere;

    /// <summary>A change; null if whom it concerns could not be read.</summary>
    public Change? Change(ClauseSyntax clause)
    {
        if (clause.Match is not { } match || parties.Who(match.Sub("who")) is not { } who) return null;
        var change = new Change(match.Term("what"), who, context.By(clause));
        context.Edition.Changes.Add(change);
        return change;
    }

    /// <summary>A clause under a change; false if it is none.</summary>
    public bool Fill(Change change, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "remedy-by":
                change.DoneBy.Add(slots.Open(clause, By));
                return true;
            case "only-if":
                change.OnlyIf.Add(slots.Open(clause, conditions.OnlyIf));
                return true;
            case "stage-only-after":
                change.OnlyIf.Add(slots.Open(clause, m => conditions.Condition(m.Sub("cond"))));
                return true;
            case "takes-effect":
                change.TakesEffect = slots.Fill(change, clause, change.TakesEffect, TakesEffect, TakesEffectWays);
                return true;
            case "notice-withdrawn":
                change.Withdrawn = slots.Fill<bool>(change, clause, change.Withdrawn, Withdrawn, WithdrawnWays);
                return true;
            default:
                if (FateOfForm(clause.Form.Id) is not { } subject) return false;
                if (slots.Fill(change, clause, change.Fates.GetValueOrDefault(subject), Fate) is { } slot) change.Fates[subject] = slot;
                return true;
        }
    }

    /// <summary>A clause under <c>fates in every change</c>; false if it is none.</summary>
    public bool FillEverywhere(ClauseSyntax clause)
    {
        if (FateOfForm(clause.Form!.Id) is not { } subject) return false;
        if (slots.Fill(everyChange, clause, everywhere.GetValueOrDefault(subject), Fate) is { } slot) everywhere[subject] = slot;
        return true;
    }

    /// <summary>The subject of a fate clause; null for another clause.</summary>
    public static FateOf? FateOfForm(string form) => form switch
    {
        "fate-seats" => FateOf.Seats,
        "fate-offices" => FateOf.Offices,
        "fate-pending-matters" => FateOf.PendingMatters,
        "fate-instruments" => FateOf.Instruments,
        "fate-budget" => FateOf.Budget,
        "fate-obligations" => FateOf.Obligations,
        "fate-else" => FateOf.EverythingElse,
        _ => null,
    };

    /// <summary>What becomes of something.</summary>
    public static Bound<string> Fate(Match match) => match.Sub("fate").Flag("fate") ?? "";

    /// <summary>A procedure, a notice, or somebody's act.</summary>
    public Bound<ChangeBy> By(Match match)
    {
        if (match.Find("procedure") is { } name)
        {
            if (context.Names.Procedures.TryGetValue(name.Text, out var procedure)) return new ChangeBy(procedure, null, null);
            context.Unknown(name.Location, BindingDiagnostics.UnknownProcedure, context.Names.Procedures.Keys.Order(StringComparer.Ordinal), name.Text);
            return Bound<ChangeBy>.None;
        }
        if (parties.Who(match.Sub("who")) is not { } who) return Bound<ChangeBy>.None;
        return match.Is("notice") ? new ChangeBy(null, who, null) : new ChangeBy(null, null, who);
    }

    public static Bound<bool> Withdrawn(Match match) => string.Equals(match.Flag("how"), "until it takes effect", StringComparison.Ordinal);

    public Bound<ChangeTime> TakesEffect(Match match)
    {
        if (match.Is("after"))
        {
            var span = amounts.Span(match.Sub("span"));
            return span.Ok ? new ChangeTime(false, false, false, span.Value) : Bound<ChangeTime>.None;
        }
        var how = match.Flag("how");
        return new ChangeTime(
            string.Equals(how, "at once", StringComparison.Ordinal),
            string.Equals(how, "on the day agreed", StringComparison.Ordinal),
            string.Equals(how, "on the day it says", StringComparison.Ordinal),
            null);
    }

    private sealed class EveryChange
    {
        public override string ToString() => "every change";
    }
}
