using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>Everything about one thing: what the charter says of it, how it stands, and what was done by it or about it.</summary>
public sealed record Gathered : Report
{
    private readonly List<Assumption> used = [];

    internal Gathered(History history, Rulebook book, Day day, int thing)
        : base("show")
    {
        History = history;
        Book = book;
        Day = day;
        Number = thing;
        var set = history.Assumptions.Set;
        Says = Mentions.Of(book.Edition, Thing.Name);
        Acts = [.. history.Acts.Where(a => a.Act.Done <= day && Concerns(a))];
        switch (Thing.Kind)
        {
            case ThingKind.Body when book.BodyOf(thing) is { } body:
                Body = body;
                if (new Inquiry(history.State, book, day, new Readings()).BodyOf(thing) is { } at)
                {
                    Seats = SeatInquiry.Of(history.State, book, day, at);
                    Holders = [.. MandateStanding.Members(history.State, at, day, book).Select(history.Books.Roll.NameOf)];
                }

                break;
            case ThingKind.Unit:
                UnitSeats = [.. book.Edition.Bodies.Where(b => b.EachOf is null).Select(b => SeatsOf(b, thing)).OfType<(Body, SeatAnswer)>()];
                Places = [.. MandateStanding.PlacesOf(history.State, thing, day, book).Select(history.Books.Roll.NameOf)];
                break;
            case ThingKind.Person:
                Places = [.. MandateStanding.PlacesOf(history.State, thing, day, book).Select(history.Books.Roll.NameOf)];
                WasChosen = Places.Count > 0 || Acts.Any(a => a.Act.Object == thing && a.Judgment.Verdict != Verdict.Refused);
                break;
            case ThingKind.Office:
                Office = book.Offices.FirstOrDefault(o => o.Name == Thing.Name && (o.Of is null || Thing.Of < 0 || o.Of == book.BodyOf(Thing.Of)));
                Holders = [.. OfficeStanding.Holders(history.State, thing, day).Select(history.Books.Roll.NameOf)];
                break;
            case ThingKind.Matter or ThingKind.Instrument or ThingKind.Text:
                Place = Note(MatterStanding.Of(history.State, thing, day, set, book));
                if (Place is { IsDetermined: true, Value.Place: null })
                    Place = null;
                Due = MatterStanding.Due(history.State, thing, day, set, book);
                WaitsFor = [.. MatterStanding.WaitsFor(history.State, thing, day, book).Select(p => p.Words.Length > 0 ? p.Words : p.Name)];
                Stands = Note(InstrumentStanding.Of(history.State, thing, day, set, book: book));
                if (Stands.Possible.All(s => s is InstrumentState.NotIssued or InstrumentState.Pending))
                    Stands = null;
                break;
        }
    }

    internal History History { get; }

    public Rulebook Book { get; }

    public Day Day { get; }

    /// <summary>Its number on the roll.</summary>
    public int Number { get; }

    public Thing Thing => History.Books.Roll[Number];

    /// <summary>As people write it.</summary>
    public string Name => History.Books.Roll.NameOf(Number);

    /// <summary>What the edition says of it, by article.</summary>
    public IReadOnlyList<(string Citation, IReadOnlyList<string> Sentences)> Says { get; }

    /// <summary>What was done by it or about it.</summary>
    public IReadOnlyList<RuledAct> Acts { get; }

    public Body? Body { get; }

    /// <summary>The seats of a body of the federation.</summary>
    public SeatReport? Seats { get; }

    /// <summary>The seats of a unit in each body in which it has any.</summary>
    public IReadOnlyList<(Body Body, SeatAnswer Seats)> UnitSeats { get; } = [];

    public Office? Office { get; }

    /// <summary>Who holds an office, or who sits in a body by name.</summary>
    public IReadOnlyList<string> Holders { get; } = [];

    /// <summary>The offices that a person or a unit holds, and the bodies in which it sits by its own name.</summary>
    public IReadOnlyList<string> Places { get; } = [];

    /// <summary>False for a name to which no act has given anything: then nothing is on record of a person.</summary>
    public bool WasChosen { get; } = true;

    /// <summary>Where a matter stands; null if it was never put to anybody.</summary>
    public Answer<MatterPlace>? Place { get; }

    public Answer<Day?>? Due { get; }

    public IReadOnlyList<string> WaitsFor { get; } = [];

    /// <summary>How a legal act stands; null if it is none.</summary>
    public Answer<InstrumentState>? Stands { get; }

    /// <summary>The assumptions that were needed.</summary>
    public IEnumerable<Assumption> Used => used.Concat(Acts.SelectMany(a => a.Judgment.Assuming)).Distinct();

    /// <summary>The lives of a unit, as the register has them.</summary>
    public IEnumerable<RegisteredUnit> Lives =>
        History.Input.Federation.Register.Units.Where(u => Thing.Kind == ThingKind.Unit && u.Name == Thing.Name);

    /// <summary>The figures of a unit, as the register has them.</summary>
    public IEnumerable<RegisteredFigure> Figures =>
        History.Input.Federation.Register.Figures.Where(f => Thing.Kind == ThingKind.Unit && f.Unit == Thing.Name);

    /// <summary>The units that stand within a unit on the day.</summary>
    public ImmutableArray<string> Within =>
        [.. History.Input.Federation.Register.Units.Where(u => u.Within == Thing.Name && (u.From is not { } f || Day.From(f) <= Day) && (u.Until is not { } t || Day < Day.From(t))).Select(u => u.Name)];

    private bool Concerns(RuledAct ruled)
    {
        var act = ruled.Act;
        if (act.Object == Number || act.Other == Number || act.Unit == Number || act.Things.Contains(Number) || act.By.Contains(Number))
            return true;
        return act.Shares.Any(s => s.Unit == Number) || (Thing.Kind == ThingKind.Unit && act.By.Any(IsOf));
    }

    private bool IsOf(int actor)
    {
        for (var at = actor; at >= 0; at = History.Books.Roll[at].Of)
        {
            if (at == Number)
                return true;
        }

        return false;
    }

    private (Body, SeatAnswer)? SeatsOf(Body body, int unit)
    {
        var report = SeatInquiry.Of(History.State, Book, Day, body);
        var answer = report.Of(unit, History.Assumptions.Set);
        if (answer.Seats is { IsZero: true } && !report.Units.Contains(unit))
            return null;
        used.AddRange(answer.Assuming);
        return (body, answer);
    }

    private Answer<T> Note<T>(Answer<T> answer)
    {
        used.AddRange(answer.Assuming);
        return answer;
    }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path);
        var printer = new ActPrinter(History.Books.Roll);
        output.Field("name", Name).Field("sort", Thing.Kind.ToString().ToLowerInvariant());
        output.Field("date", Day.ToString()).Field("edition", Book.Edition.Number);
        output.Field("stands", Stands is { } stands ? StandingWords.Of(stands, StandingWords.Of) : null);
        output.Field("place", Place is { } place ? StandingWords.Of(place, StandingWords.Of) : null);
        output.Field("due", Due is { IsDetermined: true, Value: { } due } ? due.ToString() : null).Field("waitsFor", WaitsFor);
        output.Field("seats", Seats?.Summary(History.Assumptions.Set)).Field("holders", Holders).Field("holds", Places);
        output.List("turnsOn", (Stands?.Turns ?? []).Concat(Place?.Turns ?? []).Distinct(), output.Silence);
        output.List("unitSeats", UnitSeats, s => output.Field("body", s.Body.Name).Field("seats", s.Seats.ToString()).Field("turnsOn", s.Seats.Turns.Select(t => t.Address)));
        output.Field("within", Within);
        output.List("acts", Acts, act =>
        {
            RunJson.Act(output, printer, act);
            RunJson.Judgment(output, act.Judgment);
        });
        output.List("provisions", Says, s => output.Field("article", s.Citation).Field("sentences", s.Sentences));
        output.List("assumptions", Used, a => RunJson.Assumption(output, a));
    }
}
