using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Writes out a division step by step.</summary>
internal static class ApportionmentWorksheet
{
    public static Worksheet Of(Apportioned result)
    {
        var steps = ImmutableArray.CreateBuilder<WorksheetStep>();
        switch (result.Certificate)
        {
            case DivisorCertificate divisors:
                steps.Add(Totals(result, "divisor", divisors.Divisor));
                steps.Add(Divide(result, divisors));
                steps.Add(LastAndNext(result));
                break;
            case QuotaCertificate quota:
                steps.Add(Totals(result, "quota", quota.Quota));
                steps.Add(WholeQuotas(result, quota));
                steps.Add(LastAndNext(result));
                break;
            case ExclusionCertificate exclusion:
                foreach (var round in exclusion.Rounds) steps.Add(Round(round));
                steps.Add(Remainders(result, exclusion));
                break;
        }

        if (result.Tie is { } tie) steps.Add(Tied(tie));
        return new Worksheet(steps.ToImmutable());
    }

    private static WorksheetStep Totals(Apportioned result, string divisorName, Ratio? divisor)
    {
        var claims = result.Division.Claims;
        var total = claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        return new WorksheetStep(
            "Add up the claims",
            ["units", "seats", "total of claims", divisorName],
            [new WorksheetRow(null, [claims.Length, result.Division.House, total, divisor])]);
    }

    private static WorksheetStep Divide(Apportioned result, DivisorCertificate divisors)
    {
        var method = result.Division.Method;
        var square = method == ApportionmentMethod.HuntingtonHill;
        ImmutableArray<string> columns = square
            ? ["claim", "claim / divisor", "whole number", "square of quotient", "rounds up from the square", "rounded", "least", "most", "seats"]
            : ["claim", "claim / divisor", "whole number", "rounds up from", "rounded", "least", "most", "seats"];
        var rows = result.Division.Claims.Select((claim, unit) =>
        {
            Ratio? quotient = divisors.Divisor is { Sign: > 0 } divisor ? claim.Figure / divisor : null;
            Ratio? whole = quotient is { } q ? (Ratio)q.Floor() : null;
            Ratio? signpost = whole is { } w ? Signpost(method, w) : null;
            var compared = square ? quotient * quotient : quotient;
            Ratio? rounded = claim.Figure.IsZero ? 0 : compared >= signpost ? whole + 1 : whole;
            ImmutableArray<Ratio?> end = [signpost, rounded, claim.Least, claim.Most, result.Certain[unit]];
            ImmutableArray<Ratio?> start = square ? [claim.Figure, quotient, whole, compared] : [claim.Figure, quotient, whole];
            return new WorksheetRow(unit, start.AddRange(end));
        });
        return new WorksheetStep("Divide each claim by the divisor and round it at the method's signpost", columns, [.. rows]);
    }

    // The number between w and w + 1 from which the method rounds up; for equal proportions its square.
    private static Ratio Signpost(ApportionmentMethod method, Ratio w) => method switch
    {
        ApportionmentMethod.Jefferson => w + 1,
        ApportionmentMethod.Webster => w + Ratio.Half,
        ApportionmentMethod.Adams => w,
        ApportionmentMethod.Dean => 2 * w * (w + 1) / ((2 * w) + 1),
        _ => w * (w + 1),
    };

    private static WorksheetStep WholeQuotas(Apportioned result, QuotaCertificate quota) =>
        new(
            "Give each unit its whole quotas, then the seats that are left where most of a quota is unmet",
            ["claim", "whole quotas", "remainder", "least", "most", "seats"],
            [.. result.Division.Claims.Select((claim, unit) => new WorksheetRow(
                unit,
                [claim.Figure, quota.Units[unit].Whole, quota.Units[unit].Remainder, claim.Least, claim.Most, result.Certain[unit]]))]);

    /// <summary>The check that needs no divisor: no next seat is worth more than a last one.</summary>
    private static WorksheetStep LastAndNext(Apportioned result)
    {
        var division = result.Division;
        var order = new SeatOrder(division.Method, division.Claims, division.House);
        var (last, next) = order switch
        {
            { IsSquare: true } => ("square of the divisor that gives the last seat", "square of the divisor that gives the next seat"),
            { IsQuota: true } => ("unmet before the last seat", "unmet before the next seat"),
            _ => ("divisor that gives the last seat", "divisor that gives the next seat"),
        };
        var rows = division.Claims.Select((claim, unit) =>
        {
            var seats = result.Certain[unit];
            var free = order.HasClaim(unit);
            var hasLast = free && seats > claim.Least && (seats > 1 || !order.GivesEachOne);
            var hasNext = free && seats < Math.Min(claim.Most ?? division.House, division.House) && (seats > 0 || !order.GivesEachOne);
            return new WorksheetRow(
                unit,
                [seats, hasLast ? Worth(unit, seats - 1) : null, hasNext ? Worth(unit, seats) : null]);
        });
        return new WorksheetStep(
            "Check that no next seat is worth more than any last seat",
            ["seats", last, next],
            [.. rows]);

        Ratio Worth(int unit, long seats) =>
            order.IsQuota ? (division.Claims[unit].Figure / order.Quota!.Value) - seats : order.Unscaled(order.Worth(unit, seats));
    }

    private static WorksheetStep Round(ExclusionRound round)
    {
        var whole = new WorksheetRow(null, [round.Total, round.Seats, round.Total / round.Seats, round.Quota, null]);
        return new WorksheetStep(
            "Divide the claims still in by the seats still to give; the next whole number is the quota; units below it get one seat and leave",
            ["total of claims", "seats", "total / seats", "quota", "seats to the unit"],
            [whole, .. round.Excluded.Select(unit => new WorksheetRow(unit, [null, null, null, null, 1]))]);
    }

    private static WorksheetStep Remainders(Apportioned result, ExclusionCertificate exclusion) =>
        new(
            "Give each unit still in its whole quotas, then the seats that are left to the largest remainders",
            ["claim", "whole quotas", "remainder", "remainder by the first quota", "seats"],
            [.. result.Division.Claims.Select((claim, unit) => new WorksheetRow(
                unit,
                [claim.Figure, exclusion.Units[unit].Whole, exclusion.Units[unit].Remainder, exclusion.ByFirstQuota[unit].Remainder, result.Certain[unit]]))]);

    private static WorksheetStep Tied(SeatTie tie) =>
        new(
            "Units with the same right to the last seats",
            ["units", "seats they tie for"],
            [new WorksheetRow(null, [tie.Units.Length, tie.Places]), .. tie.Units.Select(unit => new WorksheetRow(unit, [null, null]))]);
}
