using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using NodaTime;

namespace Foedus.Charter.Binding;

/// <summary>Reads what holds for every unit of a kind, sortings of offices and units, and how days are counted.</summary>
internal sealed class UnitBinder(BindingContext context, PartyBinder parties, ConditionBinder conditions, AmountBinder amounts, SlotBinder slots)
{
    /// <summary>The two ways of a day at the end of a period.</summary>
    public static readonly ImmutableArray<string> Choices = ["counted", "not counted"];

    private static readonly ImmutableArray<string> LastDays = ["as it falls", "moves to the next working day"];

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The kind of a <c>unit</c> clause.</summary>
    public UnitKind? Kind(ClauseSyntax clause, AmountBinder amounts)
    {
        if (clause.Match is not { } match || amounts.Kind(match.Get("kind")) is not { } kind) return null;
        if (Find(kind) < 0) context.Edition.UnitRules.Add(new UnitRules(kind, context.By(clause)));
        return kind;
    }

    private int Find(UnitKind kind) => context.Edition.UnitRules.FindIndex(r => ReferenceEquals(r.Kind, kind));

    /// <summary>A clause under <c>unit</c>; false if it is none.</summary>
    public bool Fill(UnitKind kind, ClauseSyntax clause)
    {
        if (clause.Form!.Id is not ("speaks" or "eligible" or "links")) return false;
        var at = Find(kind);
        if (at < 0)
        {
            context.Edition.UnitRules.Add(new UnitRules(kind, context.By(clause)));
            at = Find(kind);
        }
        var rules = context.Edition.UnitRules;
        rules[at] = clause.Form.Id switch
        {
            "speaks" => rules[at] with { SpeaksThrough = slots.Fill(kind, clause, rules[at].SpeaksThrough, Speaks) },
            "eligible" => rules[at] with { Eligible = rules[at].Eligible.Add(slots.Open(clause, m => conditions.Condition(m.Sub("cond")))) },
            _ => rules[at] with { Links = rules[at].Links.AddRange(clause.Match?.List("links").Select(l => l.Text) ?? []) },
        };
        return true;
    }

    public Bound<Who> Speaks(Match match) => Bound.OrNone(parties.Who(match.Sub("who")));

    /// <summary>A sorting, with the clauses under it.</summary>
    public void Classes(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var name = match.Name("name");
        if (context.Names.Classes.TryGetValue(name, out var known))
        {
            context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.DeclaredTwice, name).Also(known.By.Clause.Location, "declared here"));
            return;
        }
        var values = match.List("values").Select(v => v.Text).ToImmutableArray();
        var first = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        foreach (var child in clause.ChildrenOf("class-first"))
        {
            if (child.Match is not { } at) continue;
            var value = at.Get("value");
            if (!values.Contains(value.Text, StringComparer.Ordinal)) context.Unknown(value.Location, BindingDiagnostics.UnknownValue, values, value.Text, name);
            else
                foreach (var thing in at.List("names"))
                {
                    if (context.Names.Offices(thing.Text).Count > 0 || context.Names.IsUnit(thing.Text)) first.Add((thing.Text, value.Text));
                    else context.Unknown(thing.Location, BindingDiagnostics.UnknownName, context.Names.PartyNames, thing.Text);
                }
        }
        var changed = clause.Child("class-set") is { } said
            ? slots.Open(said, ChangedBy)
            : slots.Absent<Who>(clause, "class-set", ChangedBy, $"classes {name}");
        var classes = new Classification(name, values, context.By(clause)) { AtFirst = first.ToImmutable(), ChangedBy = changed };
        context.Names.Classes[name] = classes;
        context.Edition.Classes.Add(classes);
    }

    private Bound<Who> ChangedBy(Match match) => Bound.OrNone(parties.Who(match.Sub("by")));

    /// <summary>A clause under <c>time</c>; false if it is none.</summary>
    public bool Fill(TimeRules time, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "zone":
                time.Zone = slots.Fill(time, clause, time.Zone, Zone);
                return true;
            case "first-day":
                time.FirstDayCounts = slots.Fill(time, clause, time.FirstDayCounts, FirstDay, Choices);
                return true;
            case "last-day":
                time.LastDayMoves = slots.Fill<bool>(
                    time, clause, time.LastDayMoves, m => string.Equals(m.Flag("how"), "moves to the next working day", StringComparison.Ordinal), LastDays);
                return true;
            case "event-day":
                time.EventDayCounts = slots.Fill(time, clause, time.EventDayCounts, FirstDay, Choices);
                return true;
            case "rest-days":
                RestDays(time, clause);
                return true;
            case "holidays":
                Holidays(time, clause);
                return true;
            default:
                return false;
        }
    }

    private void RestDays(TimeRules time, ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var days = ImmutableArray.CreateBuilder<NodaTime.IsoDayOfWeek>();
        foreach (var word in match.List("days"))
        {
            if (Weekdays.Contains(word.Text, StringComparer.Ordinal)) days.Add(Enum.Parse<NodaTime.IsoDayOfWeek>(word.Text));
            else context.Unknown(word.Location, BindingDiagnostics.UnknownWeekday, Weekdays, word.Text);
        }
        time.RestDays = days.ToImmutable();
        if (time.RestDays.Length == Weekdays.Length) context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.NoWorkingDay));
    }

    private void Holidays(TimeRules time, ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        if (match.Is("yearly"))
        {
            if (amounts.DayOfYear(match.Get("day"), match.Get("month")) is { } day) time.Holidays.Add(new Holiday(null, day.Day, day.Month, context.By(clause)));
            return;
        }
        foreach (var date in match.List("dates").Select(d => d.Date.Earliest)) time.Holidays.Add(new Holiday(date, date.Day, date.Month, context.By(clause)));
    }

    /// <summary>A time zone that exists, by its exact name in the IANA database.</summary>
    public Bound<string> Zone(Match match)
    {
        var name = match.Get("name");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name.Text) is not null) return name.Text;
        var problem = Diagnostic.At(name.Location, BindingDiagnostics.UnknownZone, name.Text);
        var near = Spelling.Nearest(name.Text, DateTimeZoneProviders.Tzdb.Ids);
        context.Report(problem.Helped(near is null ? "zone \"Etc/UTC\"" : $"did you mean \"{near}\"?"));
        return Bound<string>.None;
    }

    public static Bound<bool> FirstDay(Match match) => string.Equals(match.Flag("how"), "counted", StringComparison.Ordinal);
}
