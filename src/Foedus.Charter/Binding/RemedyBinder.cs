using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads remedies and duties.</summary>
internal sealed class RemedyBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, ConditionBinder conditions, LawBinder law, EventBinder events, SlotBinder slots)
{
    /// <summary>A clause under a remedy or <c>about</c> one; false if it is none.</summary>
    public bool Fill(Remedy remedy, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "remedy-by":
                if (clause.Match is { } match && match.Is("procedure"))
                    Follows(remedy, match, clause);
                else
                    remedy.UsedBy.Add(slots.Open(clause, UsedBy));
                return true;
            case "against":
                remedy.Against.Add(slots.Open(clause, Against));
                return true;
            case "to":
                remedy.To = slots.Fill(remedy, clause, remedy.To, m => Bound.OrNone(parties.Who(m.Sub("who"))));
                return true;
            case "within":
                remedy.Within = slots.Fill(remedy, clause, remedy.Within, events.Time);
                return true;
            case "only-if":
                remedy.OnlyIf.Add(slots.Open(clause, conditions.OnlyIf));
                return true;
            case "meanwhile":
                remedy.Meanwhile = slots.Fill(remedy, clause, remedy.Meanwhile, Meanwhile);
                return true;
            case "effect":
                remedy.Effect = slots.Fill(remedy, clause, remedy.Effect, Effect);
                return true;
            case "scope":
                remedy.InThatUnitOnly = slots.Fill<bool>(remedy, clause, remedy.InThatUnitOnly, m => string.Equals(m.Flag("how"), "in that unit only", StringComparison.Ordinal));
                return true;
            case "until":
                remedy.Until = slots.Fill(remedy, clause, remedy.Until, Until);
                return true;
            case "later-acts":
                remedy.LaterActs = slots.Fill(remedy, clause, remedy.LaterActs, Later);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A remedy that follows a procedure: whoever opens that brings it.</summary>
    private void Follows(Remedy remedy, Match match, ClauseSyntax clause)
    {
        var name = match.Get("procedure");
        if (context.Names.Procedures.TryGetValue(name.Text, out var procedure)) remedy.Procedures.Add((procedure, context.By(clause)));
        else context.Unknown(name.Location, BindingDiagnostics.UnknownProcedure, context.Names.Procedures.Keys.Order(StringComparer.Ordinal), name.Text);
    }

    /// <summary>Who may use a remedy: a notice counts as its giver's use; one of several readings cannot be a procedure.</summary>
    public Bound<Who> UsedBy(Match match)
    {
        if (match.SubOrNull("who") is { } who) return Bound.OrNone(parties.Who(who));
        context.Report(Diagnostic.At(match.Location, BindingDiagnostics.DoesNotBelong, BindingContext.Words(match), "a remedy"));
        return Bound<Who>.None;
    }

    public Bound<RemedyEffect> Effect(Match match) => law.Effect(match.Sub("effect"));

    public Bound<Against> Against(Match match)
    {
        if (match.Is("omission")) return parties.Who(match.Sub("who")) is { } who ? new Against([], who) : Bound<Against>.None;
        return parties.Parties(match.Subs("acts")) is { } acts ? new Against(acts, null) : Bound<Against>.None;
    }

    private Bound<Meanwhile> Meanwhile(Match match)
    {
        if (match.Is("unless")) return parties.Who(match.Sub("who")) is { } who ? new Meanwhile(true, who) : Bound<Meanwhile>.None;
        return new Meanwhile(string.Equals(match.Flag("how"), "in force", StringComparison.Ordinal), null);
    }

    private Bound<Until> Until(Match match)
    {
        switch (match.CaseName)
        {
            case "decides":
                return parties.Who(match.Sub("who")) is { } who ? new Until(who, null, null) : Bound<Until>.None;
            case "session":
                var name = match.Get("body");
                if (context.Names.Body(name.Text) is { } body) return new Until(null, body, null);
                context.Unknown(name.Location, BindingDiagnostics.UnknownName, context.Names.PartyNames, name.Text);
                return Bound<Until>.None;
            default:
                var span = amounts.Span(match.Sub("span"));
                return span.Ok ? new Until(null, null, span.Value) : Bound<Until>.None;
        }
    }

    private static Bound<LaterActs> Later(Match match) => match.Flag("how") switch
    {
        "fall with it" => LaterActs.FallWithIt,
        "may be challenged" => LaterActs.MayBeChallenged,
        _ => LaterActs.Stand,
    };

    /// <summary>A clause under a duty or <c>about</c> one; false if it is none.</summary>
    public bool Fill(Duty duty, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "duty-on":
                duty.On = slots.Fill(duty, clause, duty.On, m => Bound.OrNone(parties.Who(m.Sub("who"))));
                return true;
            case "duty-to":
                duty.To = slots.Fill(duty, clause, duty.To, Task);
                return true;
            case "duty-within":
                duty.Within = slots.Fill(duty, clause, duty.Within, Time);
                return true;
            case "if-missed":
                duty.IfMissed = slots.Fill(duty, clause, duty.IfMissed, Missed);
                return true;
            default:
                return false;
        }
    }

    public Bound<DutyTask> Task(Match match)
    {
        if (match.Is("text")) return new DutyTask([], match.String("text"));
        return parties.Parties(match.Subs("who")) is { } who ? new DutyTask(who, null) : Bound<DutyTask>.None;
    }

    public Bound<DutyTime> Time(Match match)
    {
        if (match.Is("at-once")) return new DutyTime(null, null);
        var span = amounts.Span(match.Sub("span"));
        var from = events.From(match);
        return span.Ok && from.Ok ? new DutyTime(span.Value, from.Value) : Bound<DutyTime>.None;
    }

    public Bound<DutyMissed> Missed(Match match)
    {
        switch (match.CaseName)
        {
            case "remedy":
                var name = match.Get("name");
                if (context.Names.Remedies.ContainsKey(name.Text)) return new DutyMissed(false, false, false, name.Text, null);
                context.Unknown(name.Location, BindingDiagnostics.UnknownRemedy, context.Names.Remedies.Keys.Order(StringComparer.Ordinal), name.Text);
                return Bound<DutyMissed>.None;
            case "text":
                return new DutyMissed(false, false, false, null, match.String("text"));
            default:
                var how = match.Flag("how");
                return new DutyMissed(
                    string.Equals(how, "nothing", StringComparison.Ordinal),
                    string.Equals(how, "it stands", StringComparison.Ordinal),
                    string.Equals(how, "it falls", StringComparison.Ordinal),
                    null,
                    null);
        }
    }
}
