using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>Writes out a division step by step.</summary>
internal static class ApportionmentWorksheet
{
    public static Worksheet Of(Apportioned result)
    {
        var steps = ImmutableArray.CreateBuilder<WorksheetStep>();
        var claims = result.Division.PastThreshold;
        if (result.Division.Threshold is { } threshold) steps.Add(Below(result, threshold, claims));
        switch (result.Certificate)
        {
            case DivisorCertificate divisors:
                steps.Add(Totals(result, claims, "divisor", divisors.Divisor));
                steps.Add(Divide(result, claims, divisors));
                steps.Add(LastAndNext(result, claims));
                break;
            case QuotaCertificate quota:
                steps.Add(Totals(result, claims, "quota", quota.Quota));
                steps.Add(WholeQuotas(result, claims, quota));
                steps.Add(LastAndNext(result, claims));
                break;
            case SequenceCertificate sequence:
                steps.Add(Totals(result, claims, "quota", sequence.Quota));
                steps.Add(Sequence(claims, sequence));
                steps.Add(Shares(result, claims, sequence));
                break;
            case ExclusionCertificate exclusion:
                foreach (var round in exclusion.Rounds) steps.Add(Round(round));
                steps.Add(Remainders(result, exclusion));
                break;
        }

        if (result.Tie is { } tie) steps.Add(Tied(tie));
        foreach (var further in result.FurtherTies) steps.Add(Tied(further));
        return new Worksheet(steps.ToImmutable());
    }

    private static Ratio Total(ImmutableArray<Claim> claims) => claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);

    private static WorksheetStep Totals(Apportioned result, ImmutableArray<Claim> claims, string divisorName, Ratio? divisor) =>
        new(
            "Add up the claims",
            ["units", "seats", "total of claims", divisorName],
            [new WorksheetRow(null, [claims.Length, result.Division.House, Total(claims), divisor])]);

    private static WorksheetStep Divide(Apportioned result, ImmutableArray<Claim> claims, DivisorCertificate divisors)
    {
        var rule = (DivisorRule)result.Division.Rule;
        if (!rule.Rounds || rule.OnRoots || rule.Power > 2) return Reach(result, rule, claims, divisors);
        var square = rule.Power == 2;
        ImmutableArray<string> columns = square
            ? ["claim", "claim / divisor", "whole number", "square of quotient", "rounds up from the square", "rounded", "least", "most", "seats"]
            : ["claim", "claim / divisor", "whole number", "rounds up from", "rounded", "least", "most", "seats"];
        var size = divisors.Divisor;
        var rows = claims.Select((claim, unit) =>
        {
            Ratio? quotient = size is { Sign: > 0 } divisor ? claim.Figure / divisor : null;
            Ratio? whole = quotient is { } q ? (Ratio)q.Floor() : null;
            Ratio? signpost = whole is { } w && w.TryToInt64(out var below) && below < long.MaxValue ? rule.Signpost(below + 1) : null;
            var compared = square ? quotient * quotient : quotient;
            Ratio? rounded = claim.Figure.IsZero ? 0 : compared >= signpost ? whole + 1 : whole;
            ImmutableArray<Ratio?> end = [signpost, rounded, claim.Least, claim.Most, result.Certain[unit]];
            ImmutableArray<Ratio?> start = square ? [claim.Figure, quotient, whole, compared] : [claim.Figure, quotient, whole];
            return new WorksheetRow(unit, start.AddRange(end));
        });
        return new WorksheetStep("Divide each claim by the divisor and round it at the method's signpost", columns, [.. rows]);
    }

    /// <summary>For rules whose signposts do not lie between neighbouring whole numbers: the seat whose signpost the quotient reaches last.</summary>
    private static WorksheetStep Reach(Apportioned result, DivisorRule rule, ImmutableArray<Claim> claims, DivisorCertificate divisors)
    {
        var size = divisors.Divisor;
        var of = rule.OnRoots ? "root of claim" : "claim";
        var what = rule.Power == 1 ? $"{of} / divisor" : string.Create(CultureInfo.InvariantCulture, $"{of} / divisor, to the power {rule.Power}");
        var rows = claims.Select((claim, unit) =>
        {
            Ratio? quotient = size is { Sign: > 0 } divisor ? rule.Term(claim.Figure) / divisor.Power(rule.Power) : null;
            var seats = result.Certain[unit];
            return new WorksheetRow(
                unit,
                [claim.Figure, quotient, seats > 0 ? rule.Signpost(seats) : null, rule.Signpost(seats + 1), claim.Least, claim.Most, seats]);
        });
        return new WorksheetStep(
            "Divide each claim by the divisor and find the seat whose signpost it reaches",
            ["claim", what, "signpost of the last seat", "signpost of the next seat", "least", "most", "seats"],
            [.. rows]);
    }

    private static WorksheetStep WholeQuotas(Apportioned result, ImmutableArray<Claim> claims, QuotaCertificate quota) =>
        new(
            "Give each unit its whole quotas, then the seats that are left where most of a quota is unmet",
            ["claim", "whole quotas", "remainder", "least", "most", "seats"],
            [.. claims.Select((claim, unit) => new WorksheetRow(
                unit,
                [claim.Figure, quota.Units[unit].Whole, quota.Units[unit].Remainder, claim.Least, claim.Most, result.Certain[unit]]))]);

    /// <summary>The check that needs no divisor: no next seat is worth more than a last one.</summary>
    private static WorksheetStep LastAndNext(Apportioned result, ImmutableArray<Claim> claims)
    {
        var division = result.Division;
        var order = new SeatOrder(division.Rule, claims, division.House);
        var (last, next) = order switch
        {
            { IsQuota: true } => ("unmet before the last seat", "unmet before the next seat"),
            { Power: 1 } => ("divisor that gives the last seat", "divisor that gives the next seat"),
            { Power: 2 } => ("square of the divisor that gives the last seat", "square of the divisor that gives the next seat"),
            var other => (PowerOf(other, "last"), PowerOf(other, "next")),
        };
        var rows = claims.Select((claim, unit) =>
        {
            var seats = result.Certain[unit];
            var free = order.HasClaim(unit) && (!order.IsQuota || order.Quota is not null);
            var hasLast = free && seats > claim.Least && seats > order.FreeSeats;
            var hasNext = free && seats < Math.Min(claim.Most ?? division.House, division.House) && seats >= order.FreeSeats;
            return new WorksheetRow(
                unit,
                [seats, hasLast ? order.Worth(unit, seats - 1) : null, hasNext ? order.Worth(unit, seats) : null]);
        });
        return new WorksheetStep(
            "Check that no next seat is worth more than any last seat",
            ["seats", last, next],
            [.. rows]);

        static string PowerOf(SeatOrder order, string seat) =>
            string.Create(CultureInfo.InvariantCulture, $"power {order.Power} of the divisor that gives the {seat} seat");
    }

    private static WorksheetStep Below(Apportioned result, ShareThreshold threshold, ImmutableArray<Claim> claims)
    {
        var total = Total(result.Division.Claims);
        return new WorksheetStep(
            threshold.MustExceed ? "Leave out the units whose share does not exceed the threshold" : "Leave out the units whose share is below the threshold",
            ["claim", "share of all claims", "threshold", "claim that counts"],
            [.. result.Division.Claims.Select((claim, unit) => new WorksheetRow(
                unit,
                [claim.Figure, Ratio.TryDivide(claim.Figure, total, out var share) ? share : null, threshold.Share, claims[unit].Figure]))]);
    }

    private static WorksheetStep Shares(Apportioned result, ImmutableArray<Claim> claims, SequenceCertificate sequence) =>
        new(
            "Keep each unit between its share rounded down and its share rounded up",
            ["claim", "whole quotas", "remainder", "least", "seats"],
            [.. claims.Select((claim, unit) => new WorksheetRow(
                unit,
                [claim.Figure, sequence.Units[unit].Whole, sequence.Units[unit].Remainder, claim.Least, result.Certain[unit]]))]);

    private static WorksheetStep Sequence(ImmutableArray<Claim> claims, SequenceCertificate sequence)
    {
        var seats = sequence.Start.ToArray();
        var house = seats.Sum();
        var rows = ImmutableArray.CreateBuilder<WorksheetRow>(sequence.Order.Length);
        foreach (var unit in sequence.Order)
        {
            var before = seats[unit]++;
            rows.Add(new WorksheetRow(unit, [++house, before, claims[unit].Figure / (before + 1), seats[unit]]));
        }

        return new WorksheetStep(
            "Give seat after seat to the greatest claim / (seats + 1), passing over units that it would lift above their share of the house so far, rounded up",
            ["house", "seats before", "claim / (seats + 1)", "seats"],
            rows.ToImmutable());
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
