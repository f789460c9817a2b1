using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Seats;

/// <summary>
/// Asks how many seats a body has and whose they are, outside of any act. A pure function of the charter, the state and the day.
/// </summary>
public static class SeatInquiry
{
    /// <summary>Counts the seats of a body on every way of reading the silences that the count meets.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="book">The edition by which it is answered.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="body">The body.</param>
    /// <param name="budget">How many ways are tried, at least 1.</param>
    public static SeatReport Of(State state, Rulebook book, Day day, BodyAt body, int budget = Judge.Budget) =>
        Of(state, book, day, body, AssumptionSet.None, budget);

    /// <summary>The same of a body of the federation.</summary>
    public static SeatReport Of(State state, Rulebook book, Day day, Body body, int budget = Judge.Budget) =>
        Of(state, book, day, new BodyAt(body), budget);

    /// <summary>The same with assumptions already used, so that the silences that they fill do not branch.</summary>
    public static SeatReport Of(State state, Rulebook book, Day day, BodyAt body, AssumptionSet assumptions, int budget = Judge.Budget)
    {
        assumptions = assumptions.Concerning([body.Body.Name]);
        var fixedReadings = Assumptions.None;
        foreach (var silence in assumptions.All.Select(a => a.Silence).Distinct())
        {
            if (assumptions.For(silence.Id, day) is { } assumption)
                fixedReadings = fixedReadings.With(silence.Id, assumption.Reading);
        }

        var silences = book.All.Federation.AllSilences;
        var forked = Fork.Run(new Readings(), fixedReadings, (state, book, day, body, silences), static (at, readings) =>
        {
            var inquiry = new Inquiry(at.state, at.book, at.day, readings);
            var count = SeatCounter.Count(inquiry, at.body);
            return new SeatWay([.. readings.Path.Select(a => (at.silences[a.Silence], a.Reading))], count, [.. inquiry.Grounds]);
        }, budget);
        return new SeatReport(state, book, day, body, forked, assumptions);
    }
}
