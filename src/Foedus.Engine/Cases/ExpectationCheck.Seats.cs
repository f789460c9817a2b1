using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Replaying;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Cases;

/// <content>Seats and other numbers.</content>
internal sealed partial class ExpectationCheck
{
    private Found Seats(Asked asked)
    {
        var unit = -1;
        BodyAt? at;
        Capture named;
        var inquiry = new Inquiry(asked.State, asked.Book, asked.Day, new Kernel.Readings());
        if (asked.Match.Is("total"))
        {
            named = asked.Match.Get("body");
            at = inquiry.BodyOf(script.Reader.Actors(asked.Match.Sub("body"))[0]);
        }
        else
        {
            named = asked.Match.Get("body");
            unit = script.Reader.Actors(asked.Match.Sub("unit"))[0];
            at = asked.Book.Body(named.Text) is { } one ? new BodyAt(one)
                : asked.Book.Families(named.Text).Select(f => inquiry.BodyAt(f, unit)).FirstOrDefault(b => b is not null);
        }

        if (at is not { Body: var body } found)
            return Unknown(named);
        var report = SeatInquiry.Of(asked.State, asked.Book, asked.Day, found);
        var answer = unit < 0 ? report.Total(script.Assumptions) : report.Of(unit, script.Assumptions);
        var grounds = Rules(body, string.Join(" or ", answer.Values)).Concat(report.WaysUnder(script.Assumptions).SelectMany(w => w.Grounds)).Distinct();
        return Quantity(asked, answer.Values, new Reasons(grounds, answer.Needs, answer.Assuming).And(Changes()));
    }

    /// <summary>The provisions that give a body its seats.</summary>
    private static IEnumerable<Ground> Rules(Body body, string seats)
    {
        var rules = new List<Provision>();
        foreach (var group in body.Seats)
        {
            rules.Add(group.Formula.By);
            foreach (var by in (ReadOnlySpan<Provision?>)[group.Method?.By, group.Remainder?.By, group.Least?.By, group.Most?.By, group.Overlap?.By, group.Tie?.By])
            {
                if (by is not null)
                    rules.Add(by);
            }

            rules.AddRange(group.Exceptions.Select(e => e.By));
        }

        return rules.Distinct().Select(by => new Ground(Truth.Yes, by, GroundKind.NumberOf, body.Name, seats, null, Informs: true));
    }

    /// <summary>Whether numbers that are possible are those expected: exactly one, two and no other, bounds from below, or none that is sure.</summary>
    private static Found Quantity(Asked asked, ImmutableArray<SeatRange> values, Reasons reasons)
    {
        var quantity = asked.Match.Sub("quantity");
        var exact = values is [{ Exact: { } only }] ? only : (Ratio?)null;
        var met = quantity.CaseName switch
        {
            "exact" => exact is { } number && number == Of(quantity, "number"),
            "between" => IsBetween(values, Of(quantity, "low"), Of(quantity, "high")),
            "least" => IsAtLeast(values, Of(quantity, "low")),
            _ => exact is null,
        };
        return new Found(met, string.Join(" or ", values), reasons);
    }

    // A sure number is at least any that is not greater; of one that is open the bound itself is meant.
    private static bool IsAtLeast(ImmutableArray<SeatRange> values, Ratio low) =>
        values.Select(v => v.Least).Min() is var least && (least == low || (least > low && values.All(v => v.Exact is not null)));

    private static bool IsBetween(ImmutableArray<SeatRange> values, Ratio low, Ratio high) =>
        values is [var one] ? one.Least == low && one.Most == high
        : values.Length == 2 && values.All(v => v.Exact is { } n && (n == low || n == high));

    private static Ratio Of(Match quantity, string name) =>
        Ratio.TryCreate(quantity.Number(name).Numerator, quantity.Number(name).Denominator, out var ratio) ? ratio : Ratio.Zero;
}
