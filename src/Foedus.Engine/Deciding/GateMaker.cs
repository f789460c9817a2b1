using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using CountingMeasure = Foedus.Counting.Measure;

namespace Foedus.Engine.Deciding;

/// <summary>Turns the charter's tests of a vote into gates: exact linear comparisons of weighed responses.</summary>
internal sealed class GateMaker(Inquiry inquiry, Ballots ballots, BodyAt? body, bool abstentionsCast, CountingMeasure votes, Charter.Model.Measure? weight)
{
    /// <summary>The gate of a test; null if something that it needs is not known, and then what.</summary>
    public Threshold? Gate(DecisionTest test, out Need? missing)
    {
        missing = null;
        var (by, all) = Base(test, out missing);
        if (missing is not null)
            return null;
        if (test.Base == TestBase.Unopposed)
            return Thresholds.NoneAgainst(votes, test.Words);
        var left = LinearAmount.Tally(test.NotInFavour ? Responses.All & ~Responses.Yes : Responses.Yes, by);
        var right = test.Amount.How == Comparison.All ? all : test.Amount.IsShare ? test.Amount.Value * all : test.Amount.Value;
        return test.Amount.How switch
        {
            Comparison.MoreThan => new Gate(left, true, right, test.Words),
            Comparison.AtMost => new Gate(right, false, left, test.Words),
            Comparison.FewerThan => new Gate(right, true, left, test.Words),
            Comparison.Exactly when !test.Amount.IsShare => Threshold.All(new Gate(left, false, right, test.Words), new Gate(right, false, left, test.Words)),
            _ => new Gate(left, false, right, test.Words),
        };
    }

    /// <summary>A quorum is a test of those who are there.</summary>
    public Threshold? Presence(DecisionTest test, out Need? missing)
    {
        if (Gate(test, out missing) is not Gate gate)
            return null;
        return gate with { Left = Presence(gate.Left), Right = Presence(gate.Right, keepAll: true) };
    }

    private static LinearAmount Presence(LinearAmount amount, bool keepAll = false) =>
        keepAll ? amount : new LinearAmount([.. amount.Terms.Select(t => t.Which == Responses.Yes ? t with { Which = Responses.Present } : t)], amount.Constant);

    private (CountingMeasure By, LinearAmount All) Base(DecisionTest test, out Need? missing)
    {
        missing = null;
        switch (test.Base)
        {
            case TestBase.VotesCast:
                return (votes, LinearAmount.Tally(abstentionsCast ? Responses.Cast | Responses.Abstain : Responses.Cast, votes));
            case TestBase.MembersPresent:
                return (CountingMeasure.Heads, LinearAmount.Tally(Responses.Present));
            case TestBase.Members:
                if (!ballots.MembersKnown && (test.Amount.IsShare || test.Amount.How == Comparison.All || test.NotInFavour))
                    missing = new Need("the number of members of " + body?.Name);
                return (CountingMeasure.Heads, LinearAmount.Tally(Responses.All));
            case TestBase.Seats when body is { } at:
                var seats = inquiry.TotalSeats(at);
                if (seats.Most is not { } most)
                {
                    missing = new Need("the number of seats of " + at.Name);
                    return default;
                }

                return (CountingMeasure.Heads, new RatioRange(seats.Least, most));
            case TestBase.Units:
                if (!ballots.ByUnits)
                    missing = new Need("how each " + test.Units?.Name + " voted");
                return (new CountingMeasure(Ballots.Units), UnitsOf(test));
            case TestBase.Measure when test.Measure == weight && !ballots.ByUnits:
                // The numbers reported are themselves votes by this measure.
                if (!ballots.MembersKnown)
                    missing = new Need("all the " + weight?.Name);
                return (CountingMeasure.Heads, LinearAmount.Tally(Responses.All));
            case TestBase.Measure when test.Measure is { } measure:
                if (ballots.Unknown.Contains(measure))
                    missing = new Need(ballots.ByUnits ? "the " + measure.Name + " of every unit" : "how each " + measure.Kind.Name + " voted");
                return (new CountingMeasure(ballots.IndexOf(measure)), Whole(measure));
            default:
                return (votes, LinearAmount.Tally(Responses.All));
        }
    }

    /// <summary>
    /// The whole of a measure: that of all the voters where they are units by name; otherwise, for a result by units, that of all the units.
    /// </summary>
    private LinearAmount Whole(Charter.Model.Measure measure)
    {
        var index = new CountingMeasure(ballots.IndexOf(measure));
        var cast = LinearAmount.Tally(Responses.All, index);
        var total = Ratio.Zero;
        foreach (var link in inquiry.View.Objects(Records.Relations.OfKind, inquiry.Roll.Word(measure.Kind.Name)))
        {
            if (inquiry.FigureOf(link.Thing, measure) is not { } figure)
                return cast;
            total += figure;
        }

        return ballots.Profile.Total(index) is { IsExact: true } voters && voters.Low < total && ballots.ByResult ? total : cast;
    }

    private LinearAmount UnitsOf(DecisionTest test)
    {
        var units = test.Units is { } kind ? inquiry.View.Objects(Records.Relations.OfKind, inquiry.Roll.Word(kind.Name)).Count() : 0;
        return (Ratio)units;
    }
}
