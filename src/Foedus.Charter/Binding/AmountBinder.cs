using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Measure = Foedus.Charter.Model.Measure;

namespace Foedus.Charter.Binding;

/// <summary>Reads amounts, tests of a vote, spans of time, kinds and measures.</summary>
internal sealed class AmountBinder(BindingContext context)
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public UnitKind? Kind(Capture term)
    {
        if (context.Names.Kind(term.Text) is { } kind) return kind;
        context.Unknown(term.Location, BindingDiagnostics.UnknownKind, context.Names.KindNames, term.Text);
        return null;
    }

    public Measure? Measure(Capture term, UnitKind? of = null)
    {
        if (context.Names.Measure(term.Text, of) is { } measure) return measure;
        context.Unknown(term.Location, BindingDiagnostics.UnknownMeasure, context.Names.MeasureNames, term.Text);
        return null;
    }

    /// <summary>An exact fraction from a number as written.</summary>
    public static Ratio Exactly(ExactNumber number) => number.Denominator.IsZero ? Ratio.Zero : Ratio.Of(number.Numerator, number.Denominator);

    /// <summary>An amount; a share if it is a fraction or a percentage. A whole number counts, with or without "of"; "all" is the word for all.</summary>
    public Quantity Quantity(Match amount)
    {
        var how = amount.CaseName switch
        {
            "least" => Comparison.AtLeast,
            "most" => Comparison.AtMost,
            "more" => Comparison.MoreThan,
            "fewer" => Comparison.FewerThan,
            "all" => Comparison.All,
            _ => Comparison.Exactly,
        };
        var words = BindingContext.Words(amount);
        if (how == Comparison.All) return new Quantity(how, Ratio.One, true) { Words = words };
        var size = amount.Sub("size");
        switch (size.CaseName)
        {
            case "half":
                return new Quantity(how, Ratio.Half, true) { Words = words };
            case "words":
                return new Quantity(how, Ratio.Of(Count(size.Flag("count")), Part(size.Flag("part"))), true) { Words = words };
            default:
                var number = size.Number("number");
                var value = Exactly(number);
                var share = number.IsPercent || (!value.IsInteger && value < Ratio.One);
                return new Quantity(how, value, share) { Words = words };
        }
    }

    private static int Count(string? word) => word switch
    {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        _ => 1,
    };

    private static int Part(string? word) => word switch
    {
        "third" or "thirds" => 3,
        "quarter" or "quarters" => 4,
        _ => 5,
    };

    /// <summary>What must hold of a vote or of those present.</summary>
    public Bound<DecisionTest> Test(Match test)
    {
        var words = BindingContext.Words(test);
        if (test.Is("unopposed"))
            return new DecisionTest(new Quantity(Comparison.Exactly, Ratio.Zero, false) { Words = "no votes against" }, TestBase.Unopposed) { Words = words };
        var quantity = Quantity(test.Sub("quantity"));
        var basis = test.Sub("base");
        var result = new DecisionTest(quantity, TestBase.Members) { NotInFavour = test.Has("unfavourable"), Words = words };
        switch (basis.CaseName)
        {
            case "cast":
                result = result with { Base = TestBase.VotesCast };
                break;
            case "present":
                result = result with { Base = TestBase.MembersPresent };
                break;
            case "seats":
                result = result with { Base = TestBase.Seats };
                break;
            case "weighed":
                var term = basis.Get("measure");
                if (context.Names.Kind(term.Text) is { } kind) result = result with { Base = TestBase.Units, Units = kind };
                else if (Measure(term) is { } measure) result = result with { Base = TestBase.Measure, Measure = measure };
                else return Bound<DecisionTest>.None;
                break;
        }
        if (!quantity.IsShare && !quantity.Value.IsInteger) return Fraction(test);
        if (test.Find("class") is not { } each) return result;
        if (each.Text is "chamber" or "chambers") return result with { InEachChamber = true };
        return Kind(each) is { } inEach ? result with { InEach = inEach } : Bound<DecisionTest>.None;
    }

    private Bound<DecisionTest> Fraction(Match test)
    {
        context.Report(Diagnostic.At(test.Location, BindingDiagnostics.FractionOfOne, BindingContext.Words(test)));
        return Bound<DecisionTest>.None;
    }

    /// <summary>A span of time.</summary>
    public Bound<Span> Span(Match span)
    {
        if (context.Whole(span.Get("count"), 1_000_000) is not { } count) return Bound<Span>.None;
        var words = BindingContext.Words(span);
        if (span.Is("working")) return new Span(count, SpanUnit.WorkingDays, false, false) { Words = words };
        var unit = span.Flag("unit") switch
        {
            "hour" or "hours" => SpanUnit.Hours,
            "week" or "weeks" => SpanUnit.Weeks,
            "month" or "months" => SpanUnit.Months,
            "year" or "years" => SpanUnit.Years,
            _ => SpanUnit.Days,
        };
        var excluding = span.Flag("excluding") ?? "";
        return new Span(count, unit, excluding.EndsWith("Sundays", StringComparison.Ordinal), excluding.EndsWith("holidays", StringComparison.Ordinal)) { Words = words };
    }

    /// <summary>A day of every year: a number and the English name of a month.</summary>
    public (int Day, int Month)? DayOfYear(Capture day, Capture month)
    {
        var index = Array.IndexOf(Months, month.Text) + 1;
        var number = day.Number.IsWhole && day.Number.Numerator <= 31 ? (int)day.Number.Numerator : 0;
        if (index > 0 && number > 0 && number <= NodaTime.CalendarSystem.Iso.GetDaysInMonth(2001, index)) return (number, index);
        var problem = Diagnostic.At(month.Location, BindingDiagnostics.BadDay, day.Text, month.Text);
        var near = Spelling.Nearest(month.Text, Months);
        context.Report(index > 0 || near is null ? problem : problem.Helped($"did you mean `{day.Text} {near}`?"));
        return null;
    }
}
