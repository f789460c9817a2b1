using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Counting;
using Foedus.Engine.Kernel;
using Foedus.Engine.Things;

namespace Foedus.Engine.Acts;

/// <summary>
/// Reads what somebody did, verb by verb, into the fields of an act:
/// <list type="bullet">
/// <item><see cref="Act.Object"/>: the matter, legal act, unit, body, office or person that the verb is about; for what is done to somebody
/// (empowers, calls upon) that somebody; for units that merge, the new unit; a duty, which is a thing about another.</item>
/// <item><see cref="Act.Other"/>: to whom or to what else: the addressee of a notice, the office or body of an election, the body appealed to,
/// the new parent, the text of an amendment, the act against which one is issued, that with regard to which something is found, that about which
/// a duty lies.</item>
/// <item><see cref="Act.Unit"/>: "for" or "concerning" a unit; also the object, where it is a unit that is admitted, changed or allotted to.</item>
/// <item><see cref="Act.Sort"/>: of legal act, session, demand, change, class, tie, measure, category of certified members; the name of a fact
/// stated.</item>
/// <item><see cref="Act.Text"/>: quoted words; the value of a stated fact; the procedure of an introduction; "without day"; the stage of a
/// start.</item>
/// <item><see cref="Act.Count"/>: members elected or of a category, seconders, or the number of an act corrected or recognised.</item>
/// </list>
/// </summary>
internal sealed partial class ActionReader(NameResolver names, int underEdition = 0)
{
    /// <summary>The edition under which acts are read whatever their day; 0: that of their day.</summary>
    public int UnderEdition => underEdition;

    private Roll Roll => names.Roll;

    /// <summary>An act of what the words say; null only if the table and the verbs disagree.</summary>
    public Act? Read(Match action, int number, Day done, ClauseSyntax clause)
    {
        if (!VerbNames.TryFind(action.CaseName, out var verb))
            return null;
        var deed = new Deed(number, done, verb, By(action), clause);
        return verb switch
        {
            Verb.Returns or Verb.Allots or Verb.Fixes or Verb.Spends or Verb.Pays or Verb.FixesFigure => Figures(deed, action),
            Verb.Certifies or Verb.Convenes or Verb.Opens or Verb.Closes or Verb.DemandsSession => Sessions(deed, action),
            Verb.ElectsNumber or Verb.ElectsOffice or Verb.Elects or Verb.Appoints or Verb.Resigns or Verb.Recalls or Verb.Classes or Verb.AwardsSeat => Posts(deed, action),
            Verb.Introduces or Verb.Amends or Verb.Votes or Verb.Casts or Verb.DrawsLots or Verb.GivesVote or Verb.Ratifies or Verb.Extends or Verb.Presents or Verb.Demands => Matters(deed, action),
            Verb.Withdraws or Verb.Agrees or Verb.Fails or Verb.Approves or Verb.Rejects or Verb.Signs or Verb.ClosesVote or Verb.ReturnsMatter or Verb.Rescinds
                or Verb.Objects => new Act(deed) { Object = names.Object(action.Get("matter"), ThingKind.Matter) },
            Verb.Issues or Verb.Publishes or Verb.Appeals => Instruments(deed, action),
            Verb.Repeals or Verb.Upholds or Verb.Annuls or Verb.Suspends or Verb.Lifts =>
                new Act(deed) { Object = Attacked(action, "instrument"), Day = OptionalDay(action.Find("day")) },
            Verb.Finds or Verb.States or Verb.Notifies or Verb.Fulfils or Verb.CallsUpon or Verb.Empowers or Verb.Records => Statements(deed, action),
            Verb.GivesNotice or Verb.WithdrawsNotice or Verb.Applies or Verb.Admits or Verb.Transfers or Verb.Merges or Verb.Links or Verb.Raises or Verb.Expels or Verb.Splits
                or Verb.Dissolves or Verb.Succeeds => Units(deed, action),
            Verb.Adopts => new Act(deed) { Object = Adopted(action.Get("text")) },
            Verb.Settles or Verb.Interprets => Place(deed, action),
            Verb.Corrects or Verb.Recognises => new Act(deed) { Count = Number(action.Get("number")) },
            _ => new Act(deed),
        };
    }

    /// <summary>The start of a case: a matter already stands at a stage.</summary>
    public Act Start(Match start, Day done, ClauseSyntax clause, int number)
    {
        var deed = new Deed(number, done, Verb.Starts, start.SubOrNull("opener") is { } opener ? Doers(opener) : [], clause);
        return new Act(deed)
        {
            Sort = Sort(start.Find("kind")),
            Articles = Articles(start),
            Topic = Topic(start.Find("matter")),
            Text = start.Name("stage"),
            Day = OptionalDay(start.Find("day")),
            Object = Started(start),
        };
    }

    /// <summary>What stands at the stage; an application to be admitted stands under the name of the unit that is to be.</summary>
    private int Started(Match start)
    {
        var name = start.Get("name");
        return string.Equals(start.TextOrNull("kind"), ChangeWords.Admission, StringComparison.Ordinal) ? NewUnit(name) : Make(name, ThingKind.Matter);
    }

    /// <summary>Notes what a later act will bring into use.</summary>
    public void Announce(Match action)
    {
        if (!VerbNames.TryFind(action.CaseName, out var verb))
            return;
        switch (verb)
        {
            case Verb.Introduces:
                Announce(action.Get("matter"), ThingKind.Matter);
                AnnounceInto(action, "kind");

                // Whom a matter is to admit need not be there yet.
                foreach (var name in action.TextOrNull("kind") is { } sort && names.Declared.Admitting.Contains(sort) ? action.List("units") : [])
                    names.Introduced.Announce(name.Text, names.NewUnit(name));
                break;
            case Verb.GivesNotice:
                AnnounceInto(action, "what");
                break;
            case Verb.Demands when action.Find("about") is { } about && !names.Introduced.TryFind(about.Text, out _):
                // A demand may itself open a matter: a convention, a vote of the people.
                Announce(about, ThingKind.Matter);
                break;
            case Verb.Votes when !names.Introduced.TryFind(action.Get("matter").Text, out _) && !names.IsDeclared(action.Get("matter").Text):
                // A vote may be on a motion that nobody has introduced; what is stated of it before is stated of that motion.
                Announce(action.Get("matter"), ThingKind.Matter);
                break;
            case Verb.Issues:
                Announce(action.Get("instrument"), ThingKind.Instrument);
                break;
            case Verb.Adopts:
                Announce(action.Get("text"), ThingKind.Text);
                break;
            case Verb.Elects or Verb.ElectsOffice or Verb.Appoints when !names.IsDeclared(action.Get("person").Text):
                Announce(action.Get("person"), ThingKind.Person);
                break;
            case Verb.Admits:
                names.Introduced.Announce(action.Name("unit"), names.NewUnit(action.Get("unit")));
                break;
            case Verb.Applies:
                foreach (var name in Applicants(action))
                    names.Introduced.Announce(name.Text, names.NewUnit(name));
                break;
            case Verb.Merges or Verb.Succeeds:
                names.Introduced.Announce(action.Name("into"), names.NewUnit(action.Get("into")));
                break;
            case Verb.Splits:
                foreach (var part in action.List("parts"))
                    names.Introduced.Announce(part.Text, names.NewUnit(part));
                break;
        }
    }

    private void AnnounceInto(Match action, string what)
    {
        foreach (var name in IsPut(action, what) ? [] : action.List("into"))
            names.Introduced.Announce(name.Text, names.NewUnit(name));
    }

    /// <summary>A day as written; where only a month or a year is said, its first day, with a note.</summary>
    public Day DayOf(Capture capture)
    {
        var date = capture.Date;
        if (date.Year == 0)
            return Day.Of(1, 1, 1);
        var day = Day.From(date.Earliest);
        if (!date.IsWhole)
            names.Report(capture.Location, JournalDiagnostics.PartialDay, capture.Text, day.ToString());
        return day;
    }

    public Day? OptionalDay(Capture? capture) => capture is null ? null : DayOf(capture);

    /// <summary>Whether a number of the act read last was too large to be read.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>A whole number; of one that is too large there is a message, and the act is left out.</summary>
    public int Number(Capture capture)
    {
        var number = capture.Number.Numerator;
        if (number <= int.MaxValue)
            return (int)number;
        names.Report(capture.Location, JournalDiagnostics.NumberTooLarge, capture.Text);
        IsUnreadable = true;
        return int.MaxValue;
    }

    /// <summary>Applicants whom the charter does not know yet: their own name, not "X of Y".</summary>
    private IEnumerable<Capture> Applicants(Match action)
    {
        foreach (var party in action.Sub("by").List("parties"))
        {
            if (party.Match is { } doer && !doer.Has("of") && doer.Sub("thing") is { CaseName: "named" } thing && !names.IsDeclared(thing.Captures[0].Text))
                yield return thing.Captures[0];
        }
    }

    private ImmutableArray<int> By(Match action)
    {
        if (action.SubOrNull("by") is { } actor)
            return Doers(actor);
        // A person acts for himself: "NAME resigns from OFFICE".
        return action.Find("person") is { } person ? [PersonOf(person)] : [];
    }

    /// <summary>What a name stands for, or -1; nothing is reported and nothing is entered on the roll.</summary>
    public int Find(string name)
    {
        if (names.Introduced.TryFind(name, out var made))
            return made.Thing;
        return names.IsDeclared(name) ? names.Declare(name) : -1;
    }

    public ImmutableArray<int> Doers(Match actor)
    {
        var parties = actor.List("parties");
        var doers = new int[parties.Length];
        for (var i = 0; i < doers.Length; i++)
            doers[i] = names.Doer(parties[i].Match!);
        return ImmutableCollectionsMarshal.AsImmutableArray(doers);
    }

    private static int First(Deed deed) => deed.By.IsEmpty ? -1 : deed.By[0];

    /// <summary>Who is chosen: what has the name already (a unit; a body or an office, which nobody can be), else a person.</summary>
    private int Chosen(Capture person) => names.IsDeclared(person.Text) ? names.Declare(person.Text) : PersonBy(person);

    /// <summary>Who leaves a place: whoever an act has brought into use by the name, else what has it already.</summary>
    private int PersonOf(Capture person)
    {
        if (names.Introduced.TryFind(person.Text, out var made) && Roll[made.Thing].Kind == ThingKind.Person)
            return made.Thing;
        return names.IsDeclared(person.Text) ? names.Declare(person.Text) : PersonBy(person);
    }

    /// <summary>A person. The name of a unit that an act has brought into use goes on to mean the unit; who is meant is for the judge to say.</summary>
    private int PersonBy(Capture name) =>
        names.Introduced.TryFind(name.Text, out var made) && made.Made && Roll[made.Thing].Kind == ThingKind.Unit
            ? Roll.Add(ThingKind.Person, name.Text) : Make(name, ThingKind.Person);

    private int Make(Capture name, ThingKind kind)
    {
        var thing = Roll.Add(kind, name.Text);
        names.Introduced.Make(name.Text, thing);
        return thing;
    }

    /// <summary>A matter that is before somebody may be adopted; any other name is that of a text.</summary>
    private int Adopted(Capture name) =>
        names.Introduced.TryFind(name.Text, out var made) && made.Made ? made.Thing : Make(name, ThingKind.Text);

    private void Announce(Capture name, ThingKind kind) => names.Introduced.Announce(name.Text, Roll.Add(kind, name.Text));

    private int Optional(Match action, string capture, ThingKind otherwise, bool required = true, bool early = false) =>
        action.Find(capture) is { } name ? names.Object(name, otherwise, required, early) : -1;

    private int OptionalDoer(Match action, string capture, int context = -1) =>
        action.SubOrNull(capture) is { } doer ? names.Doer(doer, context) : -1;

    private string? Sort(Capture? kind) => Known(kind, names.Declared.Sorts, JournalDiagnostics.UnknownSort);

    private ImmutableArray<string> Articles(Match action)
    {
        var articles = action.List("articles");
        if (articles.IsEmpty)
            return [];
        var labels = ImmutableArray.CreateBuilder<string>(articles.Length);
        foreach (var article in articles)
        {
            if (Known(article.Match!.Find("label"), names.Declared.Articles, JournalDiagnostics.UnknownArticle) is { } label)
                labels.Add(label);
        }

        return labels.DrainToImmutable();
    }

    /// <summary>A matter that no article lists is nothing wrong; one that looks like a listed one may be.</summary>
    private string? Topic(Capture? topic)
    {
        if (topic is not null && !names.Declared.Matters.Contains(topic.Text) && Spelling.Nearest(topic.Text, names.Declared.Matters) is not null)
            names.Unknown(topic.Location, JournalDiagnostics.UnknownMatter, topic.Text, names.Declared.Matters);
        return topic?.Text;
    }

    private string? Known(Capture? word, HashSet<string> known, DiagnosticDescriptor descriptor)
    {
        if (word is not null && !known.Contains(word.Text))
            names.Unknown(word.Location, descriptor, word.Text, known);
        return word?.Text;
    }

    private static Ratio? Exact(Capture number)
    {
        var value = number.Number;
        return Ratio.TryCreate(value.Numerator, value.Denominator, out var ratio) ? ratio : null;
    }

    /// <summary>
    /// The open place that is settled, in the edition of the day or else in another; a place that an amendment is to bring may be settled
    /// before it is in force.
    /// </summary>
    private Act Place(Deed deed, Match action)
    {
        SilenceFinding? first = null;
        foreach (var edition in Editions(deed.Done))
        {
            var found = SilenceAddresses.Find(names.Federation, edition, action.Sub("where"), action.Get("rest"), names.BringsReadings);
            names.WouldBring |= found.WouldBring;
            first ??= found;
            if (found.Silence is null)
                continue;
            names.Report(found.Problems);
            return new Act(deed) { Place = found.Silence, Reading = found.Reading ?? -1 };
        }

        names.Report(first?.Problems ?? []);
        return new Act(deed) { Text = action.Get("where").Text + " " + action.Get("rest").Text };
    }

    private IEnumerable<CharterEdition> Editions(Day day)
    {
        var all = names.Federation.Editions;
        var preferred = all.LastOrDefault(e => underEdition > 0 ? e.Number == underEdition : e.Status == EditionStatus.InForce && Day.From(e.From) <= day)
            ?? all.FirstOrDefault();
        return preferred is null ? [] : all.Where(e => e != preferred).Prepend(preferred);
    }

    private Span Span(Match span)
    {
        var count = Number(span.Get("count"));
        var words = span.Text;
        if (span.Is("working"))
            return new Span(count, SpanUnit.WorkingDays, false, false) { Words = words };
        var unit = span.Flag("unit") switch
        {
            "hour" or "hours" => SpanUnit.Hours,
            "week" or "weeks" => SpanUnit.Weeks,
            "month" or "months" => SpanUnit.Months,
            "year" or "years" => SpanUnit.Years,
            _ => SpanUnit.Days,
        };
        var excluding = span.Flag("excluding");
        return new Span(
            count,
            unit,
            string.Equals(excluding, "excluding Sundays", StringComparison.Ordinal),
            string.Equals(excluding, "excluding holidays", StringComparison.Ordinal)) { Words = words };
    }
}
