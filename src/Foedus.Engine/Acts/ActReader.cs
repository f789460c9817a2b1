using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Acts;

/// <summary>
/// Reads journals and the givens of cases into acts. Names become things on the roll: what the charter and the register declare, and what
/// earlier acts brought into use. It never fails: an act whose names are unknown is read all the same, with a message, and the engine then
/// refuses it with its reason. A clause that does not fit the table of forms has its message already and is passed over.
/// </summary>
public sealed class ActReader
{
    // Days after what came before it from which on the year of an act is doubted: twenty years.
    private const int FarAhead = 20 * 366;

    private readonly Rulebooks _books;
    private readonly DeclaredNames _declared;
    private readonly Introductions _introduced;
    private readonly Catalogue<int> _numbers;
    private readonly DiagnosticBag _problems = new();
    private readonly NameResolver _names;
    private ActionReader _actions;

    /// <param name="books">The rules and the roll.</param>
    public ActReader(Rulebooks books)
        : this(books, new DeclaredNames(books), new Introductions(), new Catalogue<int>())
    {
    }

    private ActReader(Rulebooks books, DeclaredNames declared, Introductions introduced, Catalogue<int> numbers, bool bringsReadings = true)
    {
        _books = books;
        _declared = declared;
        _introduced = introduced;
        _numbers = numbers;
        _names = new NameResolver(books, declared, introduced, _problems) { BringsReadings = bringsReadings };
        _actions = new ActionReader(_names);
    }

    /// <summary>
    /// A reader that knows the names in use so far; what it reads is not known to this one. What it enters on the roll is, unless it is given
    /// rules that have branched off as well.
    /// </summary>
    /// <param name="books">The rules with the roll to which it enters names: those of a state that branched off; null for the same.</param>
    /// <param name="bringsReadings">
    /// Whether an act that settles an open place may add a reading to it that nobody has listed. A question may not, since the charter is everybody's;
    /// <see cref="WouldBringReading"/> then says that it would have.
    /// </param>
    public ActReader Branch(Rulebooks? books = null, bool bringsReadings = true) =>
        new(books ?? _books, _declared, _introduced.Branch(), _numbers.Branch(), bringsReadings && _names.BringsReadings);

    /// <summary>Whether an act was read that settles a place with a reading that nobody has listed, by a reader that brings none.</summary>
    public bool WouldBringReading => _names.WouldBring;

    /// <summary>Reads a journal. Names that it brings into use are known to what is read after it.</summary>
    public JournalReading Read(JournalText journal) => Read(journal.Acts, journal.Title, journal.IsRehearsal);

    /// <summary>Reads act clauses, in order.</summary>
    public JournalReading Read(IEnumerable<ClauseSyntax> acts, string title = "", bool isRehearsal = false)
    {
        Start(0);
        var clauses = new List<ClauseSyntax>(1);
        foreach (var clause in acts)
        {
            if (!clause.Is("act") || clause.Match is null)
                continue;
            clauses.Add(clause);
            _actions.Announce(clause.Match.Sub("action"));
        }

        var entries = ImmutableArray.CreateBuilder<JournalEntry>(clauses.Count);
        var seen = clauses.Count > 1 ? new Dictionary<int, ClauseSyntax>(clauses.Count) : null;
        foreach (var clause in clauses)
        {
            var match = clause.Match!;
            _actions.IsUnreadable = false;
            var number = _actions.Number(match.Get("number"));
            var day = _actions.DayOf(match.Get("day"));
            if (_actions.Read(match.Sub("action"), number, day, clause) is not { } act || _actions.IsUnreadable)
                continue;
            var entry = Entry(act, clause);
            if (Check(entry.Act, clause, entries.Count > 0 ? entries[^1].Act : null, seen))
                entries.Add(entry);
        }

        return new JournalReading(title, isRehearsal, entries.DrainToImmutable(), _problems.ToSorted());
    }

    /// <summary>Reads the givens and starts of a case, in order; the messages are kept for <see cref="Problems"/>.</summary>
    /// <param name="clauses">The clauses <c>start</c> and <c>given</c> of the case.</param>
    /// <param name="firstNumber">The number of the first given act; starts have the number 0.</param>
    /// <param name="firstDay">The day of a given without a day that has none before it, and of a start without a day before all givens.</param>
    /// <param name="underEdition">The edition of the case, or 0.</param>
    public ImmutableArray<Act> ReadGivens(IReadOnlyList<ClauseSyntax> clauses, int firstNumber, Day firstDay, int underEdition)
    {
        Start(underEdition);
        foreach (var clause in clauses)
        {
            if (clause.Match?.SubOrNull("action") is { } action)
                _actions.Announce(action);
        }

        var day = firstDay;
        var number = firstNumber;
        var acts = ImmutableArray.CreateBuilder<Act>(clauses.Count);
        foreach (var clause in clauses)
        {
            if (clause.Match is not { } match)
                continue;
            Act? act;
            _actions.IsUnreadable = false;
            if (clause.Is("start"))
            {
                act = _actions.Start(match, _actions.OptionalDay(match.Find("day")) ?? firstDay, clause, 0);
            }
            else
            {
                day = _actions.OptionalDay(match.Find("day")) ?? day;
                act = _actions.Read(match.Sub("action"), number, day, clause);
                if (number < int.MaxValue)
                    number++;
            }

            if (_actions.IsUnreadable)
                continue;
            if (act is not null && underEdition == 0 && !clause.Is("start"))
                Day(act, clause, acts.Count > 0 && acts[^1].Verb != Verb.Starts ? acts[^1] : null);
            if (act is not null)
                acts.Add(underEdition > 0 ? act with { UnderEdition = underEdition } : act);
        }

        return acts.ToImmutable();
    }

    /// <summary>Writes the names in use for a snapshot.</summary>
    internal void Save(SnapshotWriter writer)
    {
        _introduced.Save(writer);
        writer.Items<int>([.. Enumerable.Range(0, _numbers.Count).Select(i => _numbers[i]).Order()]);
        var supplied = _books.Federation.AllSilences.SelectMany(s => s.Readings.Skip(s.Tried).Select(words => (s.Id, Words: words))).ToList();
        writer.Items<int>([.. supplied.Select(s => s.Id)]);
        writer.Texts([.. supplied.Select(s => s.Words)]);
    }

    /// <summary>A reader that knows the names that were in use.</summary>
    internal static ActReader Load(SnapshotReader reader, Rulebooks books)
    {
        var introduced = Introductions.Load(reader);
        var numbers = new Catalogue<int>();
        foreach (var number in reader.Items<int>())
            numbers.Add(number);
        var names = new ActReader(books, new DeclaredNames(books), introduced, numbers);
        var (silences, readings) = (reader.Items<int>(), reader.Texts());
        for (var i = 0; i < silences.Length; i++)
        {
            // Readings that acts brought come back in their order, as facts know them by their places.
            if (silences.Length != readings.Length || silences[i] < 0 || silences[i] >= books.Federation.AllSilences.Length
                || !SilenceAddresses.Supply(books.Federation, books.Federation.AllSilences[silences[i]], readings[i]))
            {
                throw new InvalidDataException("A reading that an act brought does not fit its place.");
            }
        }

        return names;
    }

    /// <summary>What a name stands for: what acts brought into use, or what the charter or the register declares; -1 if nothing has it.</summary>
    public int Find(string name) => _actions.Find(name);

    /// <summary>Who is meant by the words of a phrase <c>actor</c>.</summary>
    public ImmutableArray<int> Actors(Match actor) => _actions.Doers(actor);

    /// <summary>What the last reading found wrong, sorted by place.</summary>
    public ImmutableArray<Diagnostic> Problems => _problems.ToSorted();

    private void Start(int edition)
    {
        _problems.Clear();
        if (_actions.UnderEdition != edition)
            _actions = new ActionReader(_names, edition);
    }

    private JournalEntry Entry(Act act, ClauseSyntax clause)
    {
        if (clause.Children.Count == 0)
            return new JournalEntry(act);
        if (clause.Child("entered")?.Match is { } entered)
            act = act with { Entered = _actions.DayOf(entered.Get("day")) };
        var claimed = clause.Child("claimed")?.Match;
        return new JournalEntry(act)
        {
            Sources = Texts(clause, "source"),
            Notes = Texts(clause, "note"),
            Quality = TextOf(clause.Child("quality")),
            ClaimedBy = claimed?.String("by"),
            ClaimedOn = _actions.OptionalDay(claimed?.Find("day")),
            Because = Texts(clause, "because"),
            Expected = clause.Child("ruling") is { } ruling ? ExpectedRuling.Read(ruling) : null,
        };
    }

    private static ImmutableArray<string> Texts(ClauseSyntax clause, string form)
    {
        ImmutableArray<string> texts = [];
        for (var i = 0; i < clause.Children.Count; i++)
        {
            if (clause.Children[i].Is(form) && TextOf(clause.Children[i]) is { } text)
                texts = texts.Add(text);
        }

        return texts;
    }

    private static string? TextOf(ClauseSyntax? clause) => clause?.Match is { Captures: [var first, ..] } ? first.Text : null;

    // False for an act that is left out, since another has its number.
    private bool Check(Act act, ClauseSyntax clause, Act? before, Dictionary<int, ClauseSyntax>? seen)
    {
        var number = clause.Match!.Get("number");
        if (seen?.TryAdd(act.Number, clause) == false)
        {
            _problems.Add(Diagnostic.At(number.Location, JournalDiagnostics.SameNumber, number.Text).Also(seen[act.Number].Location, "the other one"));
            return false;
        }

        if (before is not null && act.Number < before.Number)
        {
            _problems.Add(Diagnostic.At(number.Location, JournalDiagnostics.NotAscending, number.Text, Text(before.Number)));
        }

        Day(act, clause, before);
        if (before is not null && act.Entered is { } late && late < (before.Entered ?? before.Done))
            _problems.Add(Diagnostic.At(clause.Child("entered")!.Location, JournalDiagnostics.OutOfOrder, late.ToString(), (before.Entered ?? before.Done).ToString()));
        if (before is not null && act.Done < before.Done && act.Entered is null)
            _problems.Add(Diagnostic.At(clause.Match!.Get("day").Location, JournalDiagnostics.OutOfOrder, act.Done.ToString(), before.Done.ToString()));
        if (act.Entered is { } entered && entered < act.Done)
            _problems.Add(Diagnostic.At(clause.Child("entered")!.Location, JournalDiagnostics.EnteredBefore, entered.ToString()));
        if (act.Verb is Verb.Corrects or Verb.Recognises && _numbers.Find(act.Count) < 0)
        {
            var of = clause.Match!.Sub("action").Get("number");
            _problems.Add(Diagnostic.At(of.Location, JournalDiagnostics.NoSuchAct, of.Text));
        }

        _numbers.Add(act.Number);
        return true;
    }

    // A year too early or too late by a slip of the pen.
    private void Day(Act act, ClauseSyntax clause, Act? before)
    {
        if (clause.Match!.Find("day") is not { } day || _books.Dated.Count == 0)
            return;
        var first = _books.Dated[0].From;
        if (act.Done < first && !Verbs.VerbTable.Founds(act.Verb, first.Number - act.Done.Number))
            _problems.Add(Diagnostic.At(day.Location, JournalDiagnostics.BeforeCharter, act.Done.ToString(), first.ToString()));
        var latest = before?.Done ?? Kernel.Day.Later(first, _books.Dated[^1].From);
        if (!latest.IsUnbounded && act.Done.Number - latest.Number > FarAhead)
            _problems.Add(Diagnostic.At(day.Location, JournalDiagnostics.FarAhead, act.Done.ToString(), latest.ToString()));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
