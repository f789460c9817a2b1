using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using NodaTime;
using SeatTie = Foedus.Charter.Model.SeatTie;

namespace Foedus.Charter.Binding;

/// <summary>Reads how many seats a body has and how they are shared.</summary>
internal sealed class SeatBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, SlotBinder slots, MeasureBinder measures)
{
    /// <summary>One <c>seats</c> line.</summary>
    public SeatGroup Group(Body body, ClauseSyntax clause)
    {
        var group = new SeatGroup(body, slots.Open(clause, Formula));
        body.Seats.Add(group);
        return group;
    }

    public Bound<SeatFormula> Formula(Match seats)
    {
        switch (seats.CaseName)
        {
            case "shared":
                return context.Whole(seats.Get("total")) is { } total && amounts.Kind(seats.Get("units")) is { } among && amounts.Measure(seats.Get("measure"), among) is { } by
                    ? new SeatFormula.Shared(total, among, by) : Bound<SeatFormula>.None;
            case "norm":
                return context.Whole(seats.Get("count")) is { } count && Divisor(seats.Get("divisor")) is { } divisor
                    && amounts.Kind(seats.Get("kind")) is { } each && amounts.Measure(seats.Get("measure"), each) is { } of
                    ? new SeatFormula.Norm(seats.Has("least"), count, divisor, of, each) : Bound<SeatFormula>.None;
            case "bonus":
                return context.Whole(seats.Get("count")) is { } more && amounts.Kind(seats.Get("kind")) is { } unit && amounts.Measure(seats.Get("measure"), unit) is { } what
                    ? new SeatFormula.Bonus(more, amounts.Quantity(seats.Sub("quantity")), what, unit) : Bound<SeatFormula>.None;
            case "each":
                return context.Whole(seats.Get("count")) is { } number && amounts.Kind(seats.Get("kind")) is { } per
                    ? new SeatFormula.PerUnit(seats.Has("least"), number, per) : Bound<SeatFormula>.None;
            case "bands":
                return amounts.Kind(seats.Get("kind")) is { } banded && amounts.Measure(seats.Get("measure"), banded) is { } measure
                    ? new SeatFormula.ByBands(measure, banded) : Bound<SeatFormula>.None;
            case "offices":
                return new SeatFormula.OnePerOffice();
            case "officio":
                return parties.Who(seats.Sub("who")) is { } who ? new SeatFormula.ExOfficio(who) : Bound<SeatFormula>.None;
            case "as-many":
                return parties.Who(seats.Sub("who")) is { } bodies ? new SeatFormula.AsManyAs(bodies) : Bound<SeatFormula>.None;
            default:
                return context.Whole(seats.Get("count")) is { } plain ? new SeatFormula.Number(plain) : Bound<SeatFormula>.None;
        }
    }

    private long? Divisor(Capture divisor)
    {
        if (context.Large(divisor) is not { } value) return null;
        if (value > 0) return value;
        context.Report(Diagnostic.At(divisor.Location, BindingDiagnostics.DivisorNought));
        return null;
    }

    /// <summary>A clause under <c>seats</c>; false if it is none.</summary>
    public bool Fill(SeatGroup group, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "remainder":
                group.Remainder = slots.Fill(group, clause, group.Remainder, Remainder);
                return true;
            case "remainder-half":
                group.HalfCounts = slots.Fill(group, clause, group.HalfCounts, HalfCounts, HalfWays);
                return true;
            case "gives-way":
                group.TotalGivesWay = slots.Fill(group, clause, group.TotalGivesWay, TotalGivesWay, GivesWayWays);
                return true;
            case "method":
                group.Method = slots.Fill(group, clause, group.Method, Method);
                return true;
            case "figures":
                group.Figures = slots.Fill(group, clause, group.Figures, Figures);
                return true;
            case "least":
                group.Least = slots.Fill(group, clause, group.Least, SeatBound);
                return true;
            case "most":
                group.Most = slots.Fill(group, clause, group.Most, SeatBound);
                return true;
            case "overlap":
                group.Overlap = slots.Fill(group, clause, group.Overlap, OverlapOf);
                return true;
            case "seats-tie":
                group.Tie = slots.Fill(group, clause, group.Tie, Tie);
                return true;
            case "seats-except":
                if (clause.Match is { } except && context.Whole(except.Get("count")) is { } count)
                    group.Exceptions.Add(new SeatException(count, measures.UnitNames(except.List("names")), context.By(clause)));
                return true;
            case "band-up-to" or "band-above":
                if (clause.Match is { } band) Band(group, clause, band);
                return true;
            default:
                return false;
        }
    }

    public static Bound<PartOfStep> Remainder(Match match) => MeasureBinder.Part(match.Flag("how"));

    /// <summary>What may be said of exactly half of a step.</summary>
    public static ImmutableArray<string> HalfWays { get; } = ["half counts", "more than half"];

    public static Bound<bool> HalfCounts(Match match) => match.Is("counts");

    /// <summary>What may give way where a total and the limits of units do not fit.</summary>
    public static ImmutableArray<string> GivesWayWays { get; } = ["the total", "the floor or cap"];

    public static Bound<bool> TotalGivesWay(Match match) => match.Is("total");

    public Bound<ApportionmentMethod> Method(Match clause)
    {
        var method = clause.Sub("method");
        return method.CaseName switch
        {
            "largest" => ApportionmentMethod.LargestRemainder,
            "quota" => method.Flag("quota") switch
            {
                "Hagenbach-Bischoff" => ApportionmentMethod.HagenbachBischoff,
                "Imperiali" => ApportionmentMethod.ImperialiQuota,
                _ => ApportionmentMethod.Droop,
            },
            "modified" => method.Flag("first") is "1.2" ? ApportionmentMethod.ModifiedWebster12 : ApportionmentMethod.ModifiedWebster14,
            "within" => ApportionmentMethod.QuotaMethod,
            "swiss" => ApportionmentMethod.SwissArticle17,
            _ => method.Flag("name") switch
            {
                "Jefferson" => ApportionmentMethod.Jefferson,
                "Adams" => ApportionmentMethod.Adams,
                "Dean" => ApportionmentMethod.Dean,
                "Huntington-Hill" => ApportionmentMethod.HuntingtonHill,
                "Danish" => ApportionmentMethod.Danish,
                "Imperiali" => ApportionmentMethod.ImperialiDivisors,
                _ => ApportionmentMethod.Webster,
            },
        };
    }

    public Bound<FigureBasis> Figures(Match figures)
    {
        switch (figures.CaseName)
        {
            case "latest":
                return new FigureBasis(true, null, null, null);
            case "day":
                return new FigureBasis(false, figures.Date("day").Earliest, null, null);
            case "yearly":
                return amounts.DayOfYear(figures.Get("day"), figures.Get("month")) is { } day ? new FigureBasis(false, null, day, null) { YearlyLast = figures.Has("last") } : Bound<FigureBasis>.None;
            default:
                return parties.Who(figures.Sub("who")) is { } who ? new FigureBasis(false, null, null, who) : Bound<FigureBasis>.None;
        }
    }

    public Bound<SeatBound> SeatBound(Match bound) =>
        context.Whole(bound.Get("count")) is { } count && amounts.Kind(bound.Get("kind")) is { } kind ? new SeatBound(count, kind) : Bound<SeatBound>.None;

    private static Bound<Overlap> OverlapOf(Match overlap) => overlap.Flag("how") switch
    {
        "counted again" => Overlap.CountedAgain,
        "left out" => Overlap.LeftOut,
        _ => Overlap.Intended,
    };

    private Bound<SeatTie> Tie(Match tie)
    {
        if (tie.Is("lot")) return new SeatTie(true, null, null);
        if (tie.Is("larger")) return amounts.Measure(tie.Get("measure")) is { } measure ? new SeatTie(false, measure, null) : Bound<SeatTie>.None;
        return parties.Who(tie.Sub("who")) is { } who ? new SeatTie(false, null, who) : Bound<SeatTie>.None;
    }

    private void Band(SeatGroup group, ClauseSyntax clause, Match band)
    {
        if (context.Large(band.Get("limit")) is not { } limit || context.Whole(band.Get("count")) is not { } count) return;
        var step = band.Is("step");
        long? per = null;
        if (step && (per = Divisor(band.Get("divisor"))) is null) return;
        int? cap = band.Find("cap") is { } most ? context.Whole(most) : null;
        group.Bands.Add(new SeatBand(clause.Is("band-above"), limit, step, count, per, cap, context.By(clause)));
    }
}
