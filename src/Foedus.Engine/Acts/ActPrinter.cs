using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Kernel;
using Foedus.Engine.Things;

namespace Foedus.Engine.Acts;

/// <summary>
/// Prints acts as lines of a journal. An act that was read is printed in its own words; one made in memory gets the canonical line, which
/// reads back as the same act as long as the names on the roll are names of the language.
/// </summary>
public sealed class ActPrinter(Roll roll)
{
    /// <summary>The whole clause: <c>act 9 1923-08-01 Council issues O1, decree on trade</c>.</summary>
    public string Line(Act act) =>
        act.Verb == Verb.Starts
            ? Action(act)
            : string.Create(CultureInfo.InvariantCulture, $"act {act.Number} {act.Done} {Action(act)}");

    /// <summary>Who did what, without number and day.</summary>
    public string Action(Act act) =>
        act.Clause is { } clause
            ? clause.Match?.Find("action")?.Location.Text ?? clause.Text
            : Canonical(act);

    /// <summary>The same from the fields of the act alone.</summary>
    public string Canonical(Act act)
    {
        var by = Doers(act.By);
        var what = Name(act.Object);
        return act.Verb switch
        {
            Verb.Returns => $"{by} returns {act.Sort} {Figure(act)}{Dated(" as at ", act.Day)}",
            Verb.Certifies => $"{by} certifies {what}, {Shares(act)}{(act.Sort is null ? "" : $" with {Number(act.Count)} {act.Sort}")}",
            Verb.Convenes => $"{by} convenes {Doers([act.Object, .. act.Things])}{After(", ", act.Sort)}{Dated(" for ", act.Day)}",
            Verb.Opens => $"{by} opens session of {Doers([act.Object, .. act.Things])}",
            Verb.Closes => $"{by} adjourns{After(" ", act.Text)}{Dated(" until ", act.Day)}",
            Verb.DemandsSession => $"{by} demands session{After(" ", act.Sort)} of {Doers([act.Object, .. act.Things])}{Seconded(act)}",
            Verb.Demands => $"{by} demands {act.Sort} on {what}{Seconded(act)}",
            Verb.ElectsNumber => $"{by} elects {Number(act.Count)} {what}{Dated(" from ", act.Day)}{Results(act)}",
            Verb.ElectsOffice => $"{by} elects {what} as {Doer(act.Other)}{Named(" for ", act.Unit)}{Dated(" from ", act.Day)}{Results(act)}",
            Verb.Elects => $"{by} elects {what} to {Doer(act.Other)}{Named(" for ", act.Unit)}{Dated(" from ", act.Day)}{Results(act)}",
            Verb.Appoints => $"{by} appoints {what} as {Doer(act.Other)}{Named(" for ", act.Unit)}{Dated(" from ", act.Day)}{Results(act)}",
            Verb.Resigns => $"{what} resigns from {Doer(act.Other)}",
            Verb.Recalls => $"{by} recalls {what} from {Doer(act.Other)}{Results(act)}",
            Verb.FixesFigure => $"{by} fixes {act.Sort} of {Named("", act.Unit)} at {act.Low}",
            Verb.AwardsSeat => $"{by} awards a tied seat of {Doer(act.Object)} to {Named("", act.Other)}",
            Verb.Introduces => $"{by} introduces {what}{After(", ", act.Sort)}{Articles(act)}{After(" on ", act.Topic)}{After(" by procedure ", act.Text)}{Concerning(act.Unit, act)}{Named(" against ", act.Other)}{Dated(" for ", act.Day)}",
            Verb.Amends => $"{by} amends {what}{Named(" by ", act.Other)}",
            Verb.Withdraws => $"{by} withdraws {what}",
            Verb.Votes => $"{by} votes on {what}, {Tallies(act)}",
            Verb.Casts => $"{by} casts{(act.Other < 0 ? "" : " for " + Doer(act.Other))} on {what}, {Tallies(act)}",
            Verb.ClosesVote => $"{by} closes the vote on {what}",
            Verb.DrawsLots => $"{by} draws lots on {what}, {SideWords(act.Tallies[0].Side)}",
            Verb.GivesVote => $"{by} gives its vote to {Doer(act.Other)}{Named(" on ", act.Object)}",
            Verb.Agrees => $"{by} agrees on {what}",
            Verb.Fails => $"{by} does not agree on {what}",
            Verb.ReturnsMatter => $"{by} sends back {what}",
            Verb.Ratifies => $"{by} ratifies {what}{Seconded(act)}",
            Verb.Objects => $"{by} objects to {what}",
            Verb.Extends => $"{by} extends {what} by {SpanWords(act.Span)}",
            Verb.Presents => $"{by} presents {what} to {Doer(act.Other)}",
            Verb.Issues => $"{by} issues {what}, {act.Sort}{After(" on ", act.Topic)}{Dated(" in force ", act.Day)}{Named(" against ", act.Other)}",
            Verb.Publishes => $"{by} publishes {what}{(act.Words.IsEmpty ? "" : " in " + string.Join(", ", act.Words))}",
            Verb.Appeals => $"{by} appeals {Attacked(act.Object)}{(act.Other < 0 ? "" : " to " + Doer(act.Other))}",
            Verb.Lifts => $"{by} lifts the suspension of {what}",
            Verb.Finds => $"{by} finds {Quoted(act.Text)} of {what}{Named(" with ", act.Other)}",
            Verb.States => $"{by} states {act.Sort}{Named(" of ", act.Object)}{After(" = ", act.Text)}",
            Verb.Notifies => $"{by} notifies {Doer(act.Other)} of {what}",
            Verb.Fulfils => $"{by} fulfils {what}{Named(" of ", act.Other)}",
            Verb.CallsUpon => $"{by} calls upon {Doer(act.Object)} to {Quoted(act.Text)}",
            Verb.GivesNotice => $"{by} gives notice of {act.Sort}{Concerning(act.Object, act)}{Dated(" on ", act.Day)}",
            Verb.WithdrawsNotice => $"{by} withdraws notice of {act.Sort}{Named(" concerning ", act.Object)}",
            Verb.Applies => $"{by} applies for {act.Sort}{After(" as ", act.Text)}{Named(" in ", act.Other)}",
            Verb.Admits => $"{by} admits {what}{After(" as ", act.Sort)}{Named(" in ", act.Other)}{Dated(" on ", act.Day)}",
            Verb.Transfers => $"{by} transfers {what} to {Name(act.Other)}{Dated(" on ", act.Day)}",
            Verb.Merges => $"{by} merges {string.Join(" and ", act.Things.Select(Name))} into {what}{Dated(" on ", act.Day)}",
            Verb.Splits => $"{by} splits {what} into {string.Join(" and ", act.Things.Select(Name))}{Dated(" on ", act.Day)}",
            Verb.Succeeds => $"{by} names {string.Join(" and ", act.Things.Select(Name))} as successor of {what}{Dated(" on ", act.Day)}",
            Verb.Pays => $"{by} pays {act.Low ?? Ratio.Zero}",
            Verb.Links => $"{by} links {what} as {act.Sort}{Dated(" on ", act.Day)}",
            Verb.Raises => $"{by} raises {what} to {act.Sort}{Dated(" on ", act.Day)}",
            Verb.Classes => $"{by} classes {what} as {act.Sort}",
            Verb.Allots => $"{by} allots {act.Low ?? Ratio.Zero} to {what}",
            Verb.Fixes => $"{by} fixes budget {act.Low ?? Ratio.Zero}{Named(" for ", act.Unit)}{Dated(" from ", act.Day)}",
            Verb.Spends => $"{by} spends {act.Low ?? Ratio.Zero}",
            Verb.Empowers => $"{by} empowers {Doer(act.Object)} to {Quoted(act.Text)}",
            Verb.Settles => $"{by} settles {Place(act)}",
            Verb.Interprets => $"{by} interprets {Place(act)}",
            Verb.Corrects => $"{by} corrects act {Number(act.Count)}",
            Verb.Recognises => $"{by} recognises act {Number(act.Count)}",
            Verb.Records => $"{by} records {Quoted(act.Text)}",
            Verb.Starts => $"start {what} at {act.Text}{After(", ", act.Sort)}{Articles(act)}{After(" on ", act.Topic)}{(act.By.IsDefaultOrEmpty ? "" : " opened by " + by)}{Dated(" from ", act.Day)}",
            Verb.Upholds or Verb.Annuls => $"{by} {VerbNames.Of(act.Verb)} {Attacked(act.Object)}",
            _ => $"{by} {VerbNames.Of(act.Verb)} {what}{Dated(" on ", act.Day)}",
        };
    }

    /// <summary>Text in quotation marks, on one line.</summary>
    internal static string Quoted(string? text) =>
        "\"" + (text ?? "").Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Articles(Act act) =>
        act.Articles.IsEmpty ? "" : " of " + string.Join(" and ", act.Articles.Select(a => "art " + a));

    private static string After(string words, string? value) => value is null ? "" : words + value;

    private static string Dated(string words, Day? day) => day is { } d ? words + d : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Concerning(int unit, Act act) =>
        (unit < 0 ? "" : " concerning " + string.Join(" and ", act.Things.Prepend(unit).Select(Name)))
        + (act.Into.IsEmpty ? "" : " into " + string.Join(" and ", act.Into.Select(Name))) + After(" as ", act.Standing);

    private string Named(string words, int thing) => thing < 0 ? "" : words + Name(thing);

    /// <summary>A duty is named with what it is about, but for the federation itself.</summary>
    private string Attacked(int thing) =>
        thing >= 0 && roll[thing] is { Kind: ThingKind.Duty, Of: not Roll.Federation } duty ? Name(thing) + Named(" of ", duty.Of) : Name(thing);

    private string Name(int thing) => thing < 0 ? "" : roll[thing].Name;

    private string Doers(ImmutableArray<int> doers) => string.Join(" and ", doers.Select(Doer));

    private string Doer(int thing)
    {
        var words = new StringBuilder();
        for (; thing >= 0; thing = roll[thing].Of)
            words.Append(words.Length > 0 ? " of " : "").Append(roll[thing].Name);
        return words.ToString();
    }

    private static string Seconded(Act act) => act.Seconders is null ? "" : $", seconded by {Number(act.Count)} {act.Seconders}";

    private string Shares(Act act) => string.Join(", ", act.Shares.Select(s => $"{Name(s.Unit)} {Number(s.Seats)}"));

    private static string Figure(Act act) => (act.Low, act.High) switch
    {
        ({ } low, { } high) => low == high ? (act.Restates ? "restated " : "") + low : $"between {low} and {high}",
        ({ } low, null) => (act.Above ? "over " : "not less than ") + low,
        (null, { } high) => "not more than " + high,
        _ => "no data",
    };

    private string Results(Act act) => act.Tallies.IsEmpty ? "" : ", " + Tallies(act);

    private string Tallies(Act act)
    {
        var parts = new List<string>();
        for (var i = 0; i < act.Tallies.Length; i++)
        {
            var tally = act.Tallies[i];
            if (tally is { Side: Side.For, Candidate: < 0, Measure: { } measure, Count: { } yes } && i + 1 < act.Tallies.Length
                && act.Tallies[i + 1] is { Side: Side.Against, Count: { } no } next && string.Equals(next.Measure, measure, StringComparison.Ordinal))
            {
                parts.Add($"units {yes} {measure} for, {no} against");
                i++;
                continue;
            }

            var what = tally.Rest ? "the rest" : tally.Count is { } count ? count + After(" ", tally.Measure) : string.Join(", ", tally.Units.Select(Name));
            if (tally.Candidate >= 0)
            {
                parts.Add($"candidate {Name(tally.Candidate)} {(tally.Units.IsEmpty ? "" : "by ")}{what}");
                continue;
            }

            parts.Add(SideWords(tally.Side) + " " + what + (tally.In >= 0 ? " in " + Name(tally.In) : ""));
        }

        return string.Join(", ", parts);
    }

    private static string SideWords(Side side) => side switch
    {
        Side.For => "for",
        Side.Against => "against",
        Side.Abstaining => "abstaining",
        Side.Absent => "absent",
        Side.Invalid => "invalid",
        Side.Blank => "blank",
        _ => "not taking part",
    };

    private static string SpanWords(Span? span) => span switch
    {
        null => "0 days",
        { Words.Length: > 0 } => span.Words,
        { Unit: SpanUnit.WorkingDays } => Number(span.Count) + " working days",
        _ => $"{Number(span.Count)} {span.Unit.ToString().ToLowerInvariant()}{(span.ExcludingSundays ? " excluding Sundays" : span.ExcludingHolidays ? " excluding holidays" : "")}",
    };

    private static string Place(Act act)
    {
        if (act.Place is not { } place)
            return act.Text ?? "";
        return act.Reading >= 0 && act.Reading < place.Readings.Length ? $"{place.Address} = {place.Readings[act.Reading]}" : place.Address;
    }
}
