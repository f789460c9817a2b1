using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;

namespace Foedus.Engine.Cases;

/// <summary>
/// Compares what a line of a case expects with what stands. The reasons of an answer about a thing are its own and those of the acts of the
/// case that were about that thing.
/// </summary>
internal sealed partial class ExpectationCheck(CaseScript script)
{
    private readonly List<Ruling> _given = [];

    /// <summary>An act of the case was ruled on.</summary>
    public void Given(Ruling ruling) => _given.Add(ruling);

    /// <summary>Checks one line.</summary>
    public ExpectationResult Run(ClauseSyntax clause, Match match, State state, Day day)
    {
        state.GoOn(day);
        var asked = new Asked(match, state, day, script.Book ?? state.Books.InForceAt(state.At(day)));
        var found = match.CaseName switch
        {
            "verdict" => VerdictOf(asked),
            "seats" or "total" => Seats(asked),
            "number" => Number(asked),
            "standing" => StandingOf(asked),
            "at" or "ended" => Place(asked),
            "due" => Due(asked),
            "duty" => Duty(asked),
            _ => Lacks(asked),
        };
        var expected = clause.Tree.Source.Slice(clause.PhraseSpan);
        if (found.Problem is { } problem)
            return new ExpectationResult(clause, expected, "", [], problem);
        var lines = found.Reasons.Lines();
        Diagnostic? wrong = null;
        if (!found.Met)
            wrong = Diagnostic.At(clause.Location, JournalDiagnostics.NotAsExpected, WithoutWhy(match, expected), found.Came);
        else if (RulingWords.Missing(Why.Read(match), found.Reasons) is { Count: > 0 } missing)
            wrong = Diagnostic.At(clause.Location, JournalDiagnostics.OtherReasons, found.Came, string.Join("; ", missing));
        foreach (var line in wrong is null ? [] : lines)
            wrong = wrong!.Helped(line);
        return new ExpectationResult(clause, expected, found.Came, [.. lines], wrong);
    }

    private static string WithoutWhy(Match match, string expected) =>
        match.SubOrNull("why") is { } why && why.Span.Start > match.Span.Start
            ? match.Location.Source.Slice(Charter.Text.TextSpan.FromBounds(match.Span.Start, why.Span.Start)).TrimEnd(' ', ',')
            : expected;

    private Found VerdictOf(Asked asked)
    {
        if (_given.FindLast(r => r.Act.Verb != Verb.Starts) is not { } ruling)
            return Found.Not(Diagnostic.At(asked.Match.Location, JournalDiagnostics.NothingGiven));
        var judgment = ruling.Under(script.Assumptions);
        return new Found(RulingWords.Fits(asked.Match.Flag("verdict") ?? "", judgment), RulingWords.Of(judgment), Reasons.Of(judgment));
    }

    private Found Number(Asked asked)
    {
        var name = asked.Match.Get("office");
        if (OfficeStanding.Named(asked.Book, name.Text) is not { } office)
            return Unknown(name);
        var answer = OfficeStanding.Number(asked.State, office, asked.Day, script.Assumptions, asked.Book);
        var known = answer.Possible.Where(n => n >= 0).Select(n => (Counting.Ratio)n).ToList();
        var range = known.Count == answer.Possible.Length ? known.Select(SeatRange.Exactly) : known.Select(SeatRange.Exactly).Append(SeatRange.Unknown);
        return Quantity(asked, [.. range], ReasonsOf(answer).And(Changes()));
    }

    private Found StandingOf(Asked asked)
    {
        var name = asked.Match.Get("name");
        var thing = script.Reader.Find(name.Text);
        if (thing < 0)
            return Unknown(name);
        var unit = -1;
        if (asked.Match.Find("unit") is { } where && (unit = script.Reader.Find(where.Text)) < 0)
            return Unknown(where);
        var word = asked.Match.Flag("standing")!;
        if (string.Equals(word, "published", StringComparison.Ordinal))
        {
            var published = PublicationStanding.IsPublished(asked.State, thing, asked.Day, script.Assumptions, asked.Book);
            return new Found(
                published is { IsDetermined: true, Value: true }, published.IsDetermined ? published.Value == true ? "published" : "not published" : "undetermined",
                ReasonsOf(published).And(About(thing)));
        }

        if (word is "undetermined" or "pending" && asked.State.Roll[thing].Kind == ThingKind.Matter)
        {
            var place = MatterStanding.Of(asked.State, thing, asked.Day, script.Assumptions, asked.Book);
            var met = string.Equals(word, "pending", StringComparison.Ordinal)
                ? place.Possible.All(p => p.Place?.Stage is not null)
                : !place.IsDetermined;
            if (met || place.Value.Place?.Stage is not null)
                return new Found(met, Came(place, p => p.ToString()), ReasonsOf(place).And(About(thing)));
        }

        var answer = InstrumentStanding.Of(asked.State, thing, asked.Day, script.Assumptions, unit, asked.Book);
        return new Found(Fits(word, answer), Came(answer, Word), ReasonsOf(answer).And(About(thing)));
    }

    private static bool Fits(string word, Answer<InstrumentState> answer) => word switch
    {
        "undetermined" => !answer.IsDetermined,
        "in force" => answer.Possible.All(s => s == InstrumentState.InForce),
        "suspended" => answer.Possible.All(s => s == InstrumentState.Suspended),
        "annulled" => answer.Possible.All(s => s is InstrumentState.Annulled or InstrumentState.Void),
        "void" => answer.Possible.All(s => s == InstrumentState.Void),
        "repealed" => answer.Possible.All(s => s == InstrumentState.Repealed),
        "pending" => answer.Possible.All(s => s == InstrumentState.Pending),
        _ => answer.Possible.All(s => s is not (InstrumentState.InForce or InstrumentState.Undetermined)),
    };

    private static string Word(InstrumentState state) => state switch
    {
        InstrumentState.InForce => "in force",
        InstrumentState.NotInForce => "not in force",
        InstrumentState.NotIssued => "not issued",
        _ => state.ToString().ToLowerInvariant(),
    };

    private Found Place(Asked asked)
    {
        var name = asked.Match.Get("name");
        var thing = script.Reader.Find(name.Text);
        if (thing < 0)
            return Unknown(name);
        var answer = MatterStanding.Of(asked.State, thing, asked.Day, script.Assumptions, asked.Book);
        var end = asked.Match.Is("ended");
        var wanted = asked.Match.Name(end ? "end" : "stage");
        var met = answer.Possible.All(p => p.IsEnd == end && string.Equals(p.Name, wanted, StringComparison.Ordinal));
        return new Found(met, Came(answer, p => p.ToString()), ReasonsOf(answer).And(About(thing)));
    }

    private Found Due(Asked asked)
    {
        var name = asked.Match.Get("name");
        var thing = script.Reader.Find(name.Text);
        if (thing < 0)
            return Unknown(name);
        var answer = MatterStanding.Due(asked.State, thing, asked.Day, script.Assumptions, asked.Book);
        var wanted = asked.Match.Date("day") is { Year: > 0 } date ? Day.From(date.Earliest) : (Day?)null;
        var met = answer.IsDetermined && wanted is not null && answer.Value == wanted;
        return new Found(met, Came(answer, d => d is { } day ? "due " + day : "no time runs"), ReasonsOf(answer).And(About(thing)));
    }

    private Found Duty(Asked asked)
    {
        var about = -1;
        if (asked.Match.Find("about") is { } named && (about = script.Reader.Find(named.Text)) < 0)
            return Unknown(named);
        var answer = DutyStanding.Of(asked.State, asked.Match.Name("name"), asked.Day, script.Assumptions, asked.Book, about);
        var wanted = asked.Match.Flag("state") switch
        {
            "open" => DutyStands.Open,
            "done" => DutyStands.Done,
            "missed" => DutyStands.Missed,
            _ => DutyStands.Undetermined,
        };
        var met = wanted == DutyStands.Undetermined ? !answer.IsDetermined : answer.Possible.All(s => s == wanted);
        return new Found(
            met, Came(answer, s => s == DutyStands.NotArisen ? "not arisen" : s.ToString().ToLowerInvariant()), ReasonsOf(answer).And(All()));
    }

    private Found Lacks(Asked asked)
    {
        var name = asked.Match.Get("name");
        var thing = script.Reader.Find(name.Text);
        if (thing < 0)
            return Unknown(name);
        var answer = PublicationStanding.Of(asked.State, thing, asked.Day, script.Assumptions, asked.Book);
        var wanted = asked.Match.List("languages").Select(l => l.Text).Order(StringComparer.Ordinal);
        var met = answer.IsDetermined && wanted.SequenceEqual(answer.Value.Split(", ").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        return new Found(met, Came(answer, l => l.Length == 0 ? "lacks no language" : "lacks " + l), ReasonsOf(answer).And(About(thing)));
    }

    private static Found Unknown(Capture name) => Found.Not(Diagnostic.At(name.Location, JournalDiagnostics.UnknownInExpectation, name.Text));

    private static string Came<T>(Answer<T> answer, Func<T, string> words)
    {
        if (answer.IsDetermined)
            return words(answer.Value);
        var possible = answer.Possible.Select(words).Where(w => !string.Equals(w, "undetermined", StringComparison.Ordinal)).ToList();
        return possible.Count == 0 ? "undetermined" : "undetermined: " + string.Join(" or ", possible) + (possible.Count < answer.Possible.Length ? " or what is not said" : "");
    }

    private static Reasons ReasonsOf<T>(Answer<T> answer) => new(answer.Grounds, answer.Needs, answer.Assuming);

    /// <summary>The reasons of the acts of the case that were about a thing.</summary>
    private Reasons About(int thing) => Sum(r => r.Act.Object == thing || r.Act.Other == thing);

    /// <summary>The reasons of the acts of the case that changed the membership.</summary>
    private Reasons Changes() => Sum(r => r.Act.Verb is Verb.GivesNotice or Verb.WithdrawsNotice or Verb.Admits or Verb.Merges or Verb.Transfers or Verb.Links or Verb.Raises or Verb.Returns);

    private Reasons All() => Sum(_ => true);

    private Reasons Sum(Func<Ruling, bool> which)
    {
        var reasons = new Reasons([], [], []);
        foreach (var ruling in _given.Where(which))
            reasons = reasons.And(Reasons.Of(ruling.Under(script.Assumptions)));
        return reasons;
    }

    /// <summary>A line with the state, day and edition about which it asks.</summary>
    private readonly record struct Asked(Match Match, State State, Day Day, Rulebook Book);

    /// <summary>What was found: whether it is as expected, in words, and why.</summary>
    private sealed record Found(bool Met, string Came, Reasons Reasons, Diagnostic? Problem = null)
    {
        public static Found Not(Diagnostic problem) => new(false, "", new Reasons([], [], []), problem);
    }
}
