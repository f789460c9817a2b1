using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Kernel;
using Foedus.Engine.Things;

namespace Foedus.Engine.Acts;

/// <content>The verbs, by what they are about.</content>
internal sealed partial class ActionReader
{
    private Act Figures(Deed deed, Match action)
    {
        if (deed.Verb != Verb.Returns)
        {
            var amount = Exact(action.Get("number"));
            var unit = action.Find("unit") is not { } to ? -1 : deed.Verb is Verb.Allots or Verb.Fixes ? names.Owner(to) : names.Unit(to);
            var measure = action.Find("measure") is { } word ? Known(word, names.Declared.Measures, JournalDiagnostics.UnknownMeasure) : null;
            return new Act(deed) { Low = amount, High = amount, Object = unit, Unit = unit, Sort = measure, Day = OptionalDay(action.Find("day")) };
        }

        var (low, high) = Bounds(action.Sub("value"));
        return new Act(deed)
        {
            Sort = Known(action.Get("measure"), names.Declared.Measures, JournalDiagnostics.UnknownMeasure),
            Low = low,
            High = high,
            Restates = action.Sub("value").Is("restated"),
            Above = action.Sub("value").Is("bound") && string.Equals(action.Sub("value").Flag("quality"), "over", StringComparison.Ordinal),
            Day = OptionalDay(action.Find("day")),
        };
    }

    private static (Ratio? Low, Ratio? High) Bounds(Match value)
    {
        switch (value.CaseName)
        {
            case "between":
                return (Exact(value.Get("low")), Exact(value.Get("high")));
            case "none":
                return (null, null);
            case "exact" or "restated":
                return (Exact(value.Get("number")), Exact(value.Get("number")));
            default:
                var quality = value.Flag("quality") switch
                {
                    "about" => FigureQuality.About,
                    "not more than" => FigureQuality.NotMoreThan,
                    _ => FigureQuality.NotLessThan,
                };
                return FigureBounds.TryRead(value.Get("number").Text, quality, out var least, out var most)
                    ? (least, most)
                    : (Exact(value.Get("number")), Exact(value.Get("number")));
        }
    }

    private Act Sessions(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.Certifies:
                var parts = action.List("shares");
                var shares = ImmutableArray.CreateBuilder<(int Unit, int Seats)>(parts.Length);
                foreach (var share in parts)
                    shares.Add((names.Unit(share.Match!.Get("unit")), Number(share.Match.Get("count"))));
                return new Act(deed)
                {
                    Object = names.Body(action.Get("body")),
                    Shares = shares.MoveToImmutable(),
                    Count = Count(action),
                    Sort = action.TextOrNull("category"),
                };
            case Verb.Closes:
                return new Act(deed) { Text = action.Flag("how"), Day = OptionalDay(action.Find("day")) };
            default:
                var bodies = Doers(action.Sub("body"));
                return new Act(deed)
                {
                    Object = bodies[0],
                    Things = bodies.Length > 1 ? bodies[1..] : [],
                    Sort = action.TextOrNull("kind"),
                    Day = OptionalDay(action.Find("day")),
                    Count = Count(action),
                    Seconders = action.TextOrNull("seconders"),
                };
        }
    }

    private Act Posts(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.ElectsNumber:
                return new Act(deed) { Object = names.Body(action.Get("body")), Count = Count(action), Day = OptionalDay(action.Find("day")), Tallies = Results(action, First(deed)) };
            case Verb.Classes:
                return new Act(deed) { Object = names.Classed(action.Get("office"), First(deed)), Sort = action.Term("value") };
            case Verb.AwardsSeat:
                var unitOf = names.Unit(action.Get("unit"));
                return new Act(deed) { Object = Doers(action.Sub("body"))[0], Other = unitOf, Unit = unitOf };
            case Verb.Elects:
                return new Act(deed)
                {
                    Object = Chosen(action.Get("person")),
                    Other = names.Doer(action.Sub("body"), First(deed)),
                    Unit = action.Find("unit") is { } unit ? names.Unit(unit) : -1,
                    Day = OptionalDay(action.Find("day")),
                    Tallies = Results(action, First(deed)),
                };
            default:
                return new Act(deed)
                {
                    Object = deed.Verb is Verb.Resigns or Verb.Recalls ? PersonOf(action.Get("person")) : Chosen(action.Get("person")),
                    Other = names.Doer(action.Sub("office"), First(deed)),
                    Unit = deed.Verb is Verb.ElectsOffice or Verb.Appoints && action.Find("unit") is { } from ? names.Unit(from) : -1,
                    Day = OptionalDay(action.Find("day")),
                    Tallies = Results(action, First(deed)),
                };
        }
    }

    private Act Matters(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.Introduces:
                return new Act(deed)
                {
                    Object = Make(action.Get("matter"), ThingKind.Matter),
                    Sort = Sort(action.Find("kind")),
                    Articles = Articles(action),
                    Topic = Topic(action.Find("about")),
                    Text = Known(action.Find("procedure"), names.Declared.Procedures, JournalDiagnostics.UnknownProcedure),
                    Unit = action.List("units") is [var unit, ..] ? names.Unit(unit) : -1,
                    Things = Others(action),
                    Into = Into(action, "kind"),
                    Standing = action.TextOrNull("standing"),
                    Other = Optional(action, "target", ThingKind.Instrument),
                    Day = OptionalDay(action.Find("day")),
                };
            case Verb.Amends:
                return new Act(deed)
                {
                    Object = names.Object(action.Get("matter"), ThingKind.Matter),
                    Other = action.Find("text") is { } text ? Make(text, ThingKind.Text) : -1,
                };
            case Verb.Votes or Verb.Casts:
                return new Act(deed)
                {
                    Object = names.Object(action.Get("matter"), ThingKind.Matter, required: false),
                    Other = deed.Verb == Verb.Casts ? OptionalDoer(action, "whom") : -1,
                    Tallies = Tallies(action, First(deed)),
                };
            case Verb.DrawsLots:
                return new Act(deed) { Object = names.Object(action.Get("matter"), ThingKind.Matter, required: false), Tallies = [new Tally(SideOf(action.Flag("side")), null, [], false)] };
            case Verb.GivesVote:
                return new Act(deed) { Object = action.Find("matter") is { } given ? names.Object(given, ThingKind.Matter, required: false) : -1, Other = OptionalDoer(action, "to") };
            case Verb.Demands:
                return new Act(deed)
                {
                    Object = names.Object(action.Get("about"), ThingKind.Matter, required: false),
                    Sort = Known(action.Get("what"), names.Declared.Demands, JournalDiagnostics.UnknownDemand),
                    Count = Count(action),
                    Seconders = action.TextOrNull("seconders"),
                };
            case Verb.Ratifies:
                return new Act(deed)
                {
                    Object = names.Object(action.Get("matter"), ThingKind.Matter),
                    Count = Count(action),
                    Seconders = action.TextOrNull("seconders"),
                };
            case Verb.Extends:
                return new Act(deed) { Object = names.Object(action.Get("matter"), ThingKind.Matter), Span = Span(action.Sub("span")) };
            default:
                return new Act(deed) { Object = names.Object(action.Get("matter"), ThingKind.Matter), Other = OptionalDoer(action, "to") };
        }
    }

    private ImmutableArray<Tally> Tallies(Match action, int body) => [.. action.List("tallies").SelectMany(part => TalliesOf(part.Match!, body))];

    /// <summary>What was told of an election or a recall: votes for and against, and those of the other candidates.</summary>
    private ImmutableArray<Tally> Results(Match action, int body)
    {
        var tallies = ImmutableArray.CreateBuilder<Tally>();
        foreach (var part in action.List("results"))
        {
            var result = part.Match!;
            switch (result.CaseName)
            {
                case "counted":
                    tallies.Add(new Tally(Side.For, Exact(result.Get("count")), [], false) { Measure = result.TextOrNull("measure"), Candidate = Chosen(result.Get("rival")) });
                    break;
                case "named":
                    tallies.Add(new Tally(Side.For, null, [.. result.List("names").Select(n => names.Voter(n, body))], false) { Candidate = Chosen(result.Get("rival")) });
                    break;
                default:
                    tallies.AddRange(TalliesOf(result.Sub("tally"), body));
                    break;
            }
        }

        return tallies.DrainToImmutable();
    }

    private IEnumerable<Tally> TalliesOf(Match tally, int body)
    {
        if (tally.Is("units"))
        {
            var measure = tally.Term("measure");
            return
            [
                new Tally(Side.For, Exact(tally.Get("number")), [], false) { Measure = measure },
                new Tally(Side.Against, Exact(tally.Get("against")), [], false) { Measure = measure },
            ];
        }

        var side = SideOf(tally.Flag("side"));
        var inPart = tally.Find("part") is { } within ? names.Voter(within, body) : -1;
        return [tally.CaseName switch
        {
            "rest" => new Tally(side, null, [], true) { In = inPart },
            "names" => new Tally(side, null, [.. tally.List("names").Select(n => names.Voter(n, body))], false),
            _ => new Tally(side, Exact(tally.Get("count")), [], false) { Measure = tally.TextOrNull("measure"), In = inPart },
        }];
    }

    private static Side SideOf(string? side) => side switch
    {
        "against" => Side.Against,
        "abstaining" => Side.Abstaining,
        "absent" => Side.Absent,
        "invalid" => Side.Invalid,
        "blank" => Side.Blank,
        "not taking part" => Side.NotTakingPart,
        _ => Side.For,
    };

    private Act Instruments(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.Issues:
                var against = Optional(action, "target", ThingKind.Instrument);
                return new Act(deed)
                {
                    Object = Make(action.Get("instrument"), ThingKind.Instrument),
                    Sort = Sort(action.Get("kind")),
                    Topic = Topic(action.Find("about")),
                    Day = OptionalDay(action.Find("from")),
                    Other = against,
                };
            case Verb.Publishes:
                foreach (var language in action.List("languages"))
                    Known(language, names.Declared.Languages, JournalDiagnostics.UnknownLanguage);
                return new Act(deed)
                {
                    Object = names.Object(action.Get("instrument"), ThingKind.Instrument),
                    Words = [.. action.List("languages").Select(l => l.Text)],
                };
            default:
                return new Act(deed) { Object = Attacked(action, "against"), Other = OptionalDoer(action, "to") };
        }
    }

    /// <summary>What a remedy is used against: what an act made, or a duty, of which it may be said about what it is.</summary>
    private int Attacked(Match action, string slot)
    {
        if (action.Find("about") is not { } about)
            return names.Object(action.Get(slot), ThingKind.Instrument);
        Known(action.Get(slot), names.Declared.Duties, JournalDiagnostics.UnknownDuty);
        return Roll.Add(ThingKind.Duty, action.Name(slot), names.Object(about, ThingKind.Matter));
    }

    private Act Statements(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.Finds:
                return new Act(deed)
                {
                    Text = action.String("text"),
                    Object = names.Object(action.Get("about"), ThingKind.Matter, early: true),
                    Other = Optional(action, "with", ThingKind.Outside),
                };
            case Verb.States:
                return new Act(deed)
                {
                    Sort = Known(action.Get("fact"), names.Declared.Facts, JournalDiagnostics.UnknownFact),
                    Object = Optional(action, "about", ThingKind.Matter, early: true),
                    Text = action.TextOrNull("value"),
                };
            case Verb.Notifies:
                return new Act(deed) { Other = OptionalDoer(action, "to"), Object = names.Object(action.Get("about"), ThingKind.Matter) };
            case Verb.Fulfils:
                var about = Optional(action, "about", ThingKind.Matter);
                Known(action.Get("duty"), names.Declared.Duties, JournalDiagnostics.UnknownDuty);
                return new Act(deed) { Object = Roll.Add(ThingKind.Duty, action.Name("duty"), about < 0 ? Roll.Federation : about), Other = about };
            case Verb.CallsUpon:
                return new Act(deed) { Object = OptionalDoer(action, "to"), Text = action.String("text") };
            case Verb.Empowers:
                return new Act(deed) { Object = OptionalDoer(action, "agent"), Text = action.String("text") };
            default:
                return new Act(deed) { Text = action.String("text") };
        }
    }

    private Act Units(Deed deed, Match action)
    {
        switch (deed.Verb)
        {
            case Verb.GivesNotice or Verb.Applies:
                foreach (var doer in deed.Verb == Verb.Applies ? deed.By : [])
                    names.Introduced.Make(Roll[doer].Name, doer);
                return new Act(deed)
                {
                    Sort = action.Term("what"),
                    Day = OptionalDay(action.Find("day")),
                    Object = action.List("units") is [var concerned, ..] ? names.Unit(concerned) : -1,
                    Things = Others(action),
                    Into = Into(action, "what"),
                    Standing = action.TextOrNull("standing"),
                    Text = Known(action.Find("kind"), names.Declared.Kinds, JournalDiagnostics.UnknownKind),
                    Other = action.Find("parent") is { } home ? names.Unit(home) : -1,
                };
            case Verb.WithdrawsNotice:
                return new Act(deed) { Sort = action.Term("what"), Object = action.Find("unit") is { } meant ? names.Unit(meant) : -1 };
            case Verb.Admits:
                var admitted = NewUnit(action.Get("unit"));
                return new Act(deed)
                {
                    Object = admitted,
                    Unit = admitted,
                    Other = action.Find("parent") is { } within ? names.Unit(within) : -1,
                    Sort = Known(action.Find("kind"), names.Declared.Kinds, JournalDiagnostics.UnknownKind),
                    Day = OptionalDay(action.Find("day")),
                };
            case Verb.Merges:
                var into = NewUnit(action.Get("into"));
                return new Act(deed) { Object = into, Unit = into, Things = [.. action.List("units").Select(names.Unit)], Day = OptionalDay(action.Find("day")) };
            case Verb.Splits:
                var divided = names.Unit(action.Get("unit"));
                return new Act(deed) { Object = divided, Unit = divided, Things = [.. action.List("parts").Select(NewUnit)], Day = OptionalDay(action.Find("day")) };
            case Verb.Succeeds:
                var former = names.Unit(action.Get("unit"));
                return new Act(deed) { Object = former, Unit = former, Things = [NewUnit(action.Get("into"))], Day = OptionalDay(action.Find("day")) };
            default:
                var unit = names.Unit(action.Get("unit"));
                return new Act(deed)
                {
                    Object = unit,
                    Unit = unit,
                    Day = OptionalDay(action.Find("day")),
                    Other = action.Find("parent") is { } parent ? names.Unit(parent) : -1,
                    Sort = deed.Verb == Verb.Raises
                        ? Known(action.Get("kind"), names.Declared.Kinds, JournalDiagnostics.UnknownKind)
                        : action.TextOrNull("link"),
                };
        }
    }

    /// <summary>The units concerned beside the first.</summary>
    private ImmutableArray<int> Others(Match action) => action.List("units") is [_, .. var others] ? [.. others.Select(names.Unit)] : [];

    /// <summary>What is to come of the units concerned: a unit that is there where one is put within another, else one that may come into being.</summary>
    private ImmutableArray<int> Into(Match action, string what)
    {
        var there = IsPut(action, what);
        return [.. action.List("into").Select(name => there ? names.Unit(name) : NewUnit(name))];
    }

    private static bool IsPut(Match action, string what) => action.TextOrNull(what) is ChangeWords.Transfer or ChangeWords.Boundary or ChangeWords.Parent or ChangeWords.Admission;

    private int NewUnit(Capture name)
    {
        var unit = names.NewUnit(name);
        names.Introduced.Make(name.Text, unit);
        return unit;
    }

    private int Count(Match action) => action.Find("count") is { } count ? Number(count) : 0;
}
