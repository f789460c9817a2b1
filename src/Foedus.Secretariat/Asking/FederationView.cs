using System.Collections.Immutable;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Seats;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Power;
using Foedus.Secretariat.Recording;
using Foedus.Secretariat.Reports;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat;

/// <summary>
/// A federation as at a day, as known after an act, under somebody's assumptions: read-only, and asked by any number of threads at once. Each question
/// is answered in a branch of its own, with the names, conditions and rosters that it brings; they are gone with it, and the same question has the
/// same answer whatever else was asked.
/// </summary>
public sealed class FederationView
{
    private readonly History history;
    private readonly AssumptionChoice assumptions;

    internal FederationView(History history, Day day, int known, AssumptionChoice assumptions) =>
        (this.history, Day, Known, this.assumptions) = (history, day, known, assumptions);

    /// <summary>As at this day.</summary>
    public Day Day { get; }

    /// <summary>As known after so many acts.</summary>
    public int Known { get; }

    /// <summary>Whose assumptions are used.</summary>
    public AssumptionSet Assumptions => assumptions.Set;

    /// <summary>What was done, and how things stand.</summary>
    public Answered<RunReport> Run() => Ask(own => new RunReport(own, Known, Day, null));

    /// <summary>Everything about a body, a unit, an office, a legal act, a matter or a person.</summary>
    /// <param name="name">As people call it: "Committee of Ukraine".</param>
    public Answered<Gathered> About(string name) => Ask(own =>
    {
        var book = own.BookAt(Day, null);
        return new Gathered(own, book, Day, ThingFinder.Find(own, book, name));
    });

    /// <summary>What the charter leaves open, and what turns on it.</summary>
    public Answered<SilenceAccount> Silences() => Ask(own => new SilenceAccount(own, Day, null));

    /// <summary>The seats of a body, on every way of reading the charter.</summary>
    /// <param name="body">Its name: "Assembly", "Assembly of East".</param>
    /// <param name="method">Only ways in which the method of sharing is read so; null: all.</param>
    public Answered<CountedSeats> Seats(string body, string? method = null) => Ask(own =>
    {
        var book = own.BookAt(Day, null);
        var at = book.Body(body) is { EachOf: null } whole ? new BodyAt(whole)
            : new Inquiry(own.State, book, Day, new Readings()).BodyOf(ThingFinder.Find(own, book, body));
        return at is { } found
            ? new CountedSeats(own, SeatInquiry.Of(own.State, book, Day, found), method)
            : throw new Obstacle(Sentence.Of("NothingCalled", body, own.Input.Title), Sentence.Of("NothingCalledHint"));
    });

    /// <summary>Why a unit has its seats in a body.</summary>
    public Answered<SeatExplanation> WhySeats(string unit, string body) => Ask(own =>
        SeatExplanation.Find(own, own.BookAt(Day, null), Day, unit + " in " + body) ?? throw new Obstacle(Sentence.Of("NothingCalled", body, own.Input.Title), Sentence.Of("NothingCalledHint")));

    /// <summary>Why an act was ruled on as it was.</summary>
    /// <param name="number">The number of the act.</param>
    public Answered<ActExplanation> Why(int number) => Ask(own =>
        own.Act(number) is { } act ? new ActExplanation(own, act, hypothetical: false) : throw new Obstacle(Sentence.Of("NoSuchAct", number)));

    /// <summary>An article with what it leaves open, or one open place, and the rulings that rested on it.</summary>
    /// <param name="words">"art 6", "unsaid", "art 6 method".</param>
    public Answered<ProvisionExplanation> Provision(string words) => Ask(own =>
        ProvisionExplanation.Find(own, own.BookAt(Day, null).Edition, words) ?? throw new Obstacle(Sentence.Of("NothingCalled", words, own.Input.Title), Sentence.Of("NothingCalledHint")));

    /// <summary>Who can turn a decision under a rule of the charter.</summary>
    /// <param name="words">The body, the rule, or both.</param>
    /// <param name="request">What is asked about each game.</param>
    /// <param name="enBloc">Whether every unit votes as one.</param>
    public Answered<PowerReport> Power(IReadOnlyList<string> words, PowerRequest request, bool enBloc = false) => Ask(own =>
        new PowerReport(own.Input.Title, own.Input.Path, [.. RuleGames.Of(own, own.BookAt(Day, null), Day, words, enBloc).Select(g => PowerFindings.Of(g, request))]));

    /// <summary>What would be ruled if acts were done that nobody has done. Nothing of them is left.</summary>
    /// <param name="acts">The acts as they are typed, each beginning with a day.</param>
    /// <returns>An explanation of each act, in order; nothing where this view does not know the latest act, since another follows.</returns>
    public Answered<IReadOnlyList<ActExplanation>> Suppose(params IReadOnlyList<string> acts)
    {
        try
        {
            if (Known != history.Acts.Count)
                throw new Obstacle(Sentence.Of("NotTheLatest", Known, history.Acts.Count), Sentence.Of("NotTheLatestHint"));
            var trial = Trial.Of(history.As(Known, assumptions), acts, history.Numbers.Append(0).Max() + 1, isRehearsal: true).Whole(acts);
            return new Answered<IReadOnlyList<ActExplanation>>([.. trial.Acts.Select(a => new ActExplanation(trial.History, a, hypothetical: true))], [.. trial.Diagnostics.Select(Problem.Of)]);
        }
        catch (Obstacle obstacle)
        {
            return new Answered<IReadOnlyList<ActExplanation>>(null, [obstacle.Problem, .. obstacle.Also]);
        }
    }

    private Answered<T> Ask<T>(Func<History, T> question)
        where T : class
    {
        try
        {
            return new Answered<T>(question(history.Branch().As(Known, assumptions)), []);
        }
        catch (Obstacle obstacle)
        {
            return new Answered<T>(null, [obstacle.Problem]);
        }
    }
}
