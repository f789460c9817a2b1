using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Rules;

/// <summary>The rules of every edition of a federation's charter, made ready for ruling, and the roll of things that they name.</summary>
public sealed class Rulebooks
{
    private readonly Rulebook[] _books;
    private readonly Rulebook[] _dated;
    private readonly Rulebook[] _waiting;

    public Rulebooks(Federation federation)
    {
        Federation = federation;
        Roll = new Roll();
        Chambers = new ChamberNames(federation);
        _books = [.. federation.Editions.Select((e, i) => new Rulebook(this, e, i))];

        // The offices of the federation are on the roll from the beginning, so that a question about them enters nothing.
        foreach (var book in _books)
        {
            foreach (var office in book.Offices.Where(o => o.Of is null or { EachOf: null }))
                book.ThingOf(office);
        }
        _dated = [.. _books.Where(b => b.Edition.Status == EditionStatus.InForce).OrderBy(b => b.From).ThenBy(b => b.Index)];
        _waiting = [.. _books.Where(b => b.Edition.Status != EditionStatus.InForce)];
    }

    private Rulebooks(Rulebooks of)
    {
        (Federation, Roll, Chambers) = (of.Federation, of.Roll.Branch(), of.Chambers);
        _books = [.. of._books.Select(b => b.Of(this))];
        _dated = [.. of._dated.Select(b => _books[b.Index])];
        _waiting = [.. of._waiting.Select(b => _books[b.Index])];
    }

    public Federation Federation { get; }

    public Roll Roll { get; }

    /// <summary>By which names chambers go.</summary>
    internal ChamberNames Chambers { get; }

    /// <summary>The same rules with a roll of their own, which begins with the same things.</summary>
    internal Rulebooks Branch() => new(this);

    public int Count => _books.Length;

    public Rulebook this[int index] => _books[index];

    /// <summary>The editions that come into force by their own words, in the order in which they do.</summary>
    internal IReadOnlyList<Rulebook> Dated => _dated;

    /// <summary>The edition with a number, or null.</summary>
    public Rulebook? Edition(int number) => Array.Find(_books, b => b.Edition.Number == number);

    /// <summary>
    /// The edition in force at a day: the last that had come into force by then, by its own words or by having been enacted. One that is
    /// proposed or adopted rules nothing until it is enacted. Before the first edition, the first: a founding is judged by what it founds.
    /// </summary>
    public Rulebook InForceAt(View view)
    {
        var last = _dated.Length > 0 ? _dated[0] : _books[0];
        var since = Day.Min;
        foreach (var book in _dated)
        {
            if (book.From > view.At)
                break;
            (last, since) = (book, book.From);
        }

        foreach (var book in _waiting)
        {
            var enacted = view.Look(Relations.Edition, Roll.Federation, book.Edition.Number);
            if (enacted.Holds && view.Store[enacted.Version].From is var from && from >= since)
                (last, since) = (book, from);
        }

        return last;
    }

    /// <summary>The editions that have been in force up to a day, each with the day from which it was, in that order.</summary>
    internal IReadOnlyList<(Rulebook Book, Day From)> InForceUntil(View view)
    {
        var all = new List<(Rulebook Book, Day From)>();
        foreach (var book in _dated)
        {
            if (book.From <= view.At || all.Count == 0)
                all.Add((book, book.From));
        }

        foreach (var book in _waiting)
        {
            var enacted = view.Look(Relations.Edition, Roll.Federation, book.Edition.Number);
            if (enacted.Holds)
                all.Add((book, view.Store[enacted.Version].From));
        }

        return all.Count < 2 ? all : [.. all.OrderBy(e => e.From)];
    }

    /// <summary>
    /// Whether an edition has in its text all that another has brought: it is that edition, amends it, or amends one that does. A text that
    /// amends no other stands for itself and leaves nothing out unawares.
    /// </summary>
    public bool Holds(CharterEdition edition, CharterEdition other)
    {
        var seen = new HashSet<int>();
        for (var at = edition; at is not null && seen.Add(at.Number); at = at.Amends is { } earlier ? Edition(earlier)?.Edition : null)
        {
            if (at == other)
                return true;
        }

        return edition.Amends is null;
    }

    /// <summary>The place at which a matter stands; places are numbered over all editions.</summary>
    public StagePlace PlaceOf(long value) => _books[(int)(value >> 16)].Place((int)(value & 0xFFFF));

    /// <summary>The thing that a body is, which is entered on the roll if it is new.</summary>
    public int ThingOf(BodyAt body) => Roll.Add(ThingKind.Body, body.Name, OwnerOf(body, ThingOf));

    /// <summary>The thing that a body is, or -1 if nothing has named it yet: then nothing is on record of it.</summary>
    public int FindThing(BodyAt body) => Roll.Find(ThingKind.Body, body.Name, OwnerOf(body, FindThing));

    private int OwnerOf(BodyAt body, Func<BodyAt, int> thingOf) =>
        Chambers.NeedsItsBody(body.Body) ? thingOf(new BodyAt(body.Body.ChamberOf!, body.Unit)) : body.Unit;

    /// <summary>The offices of a name, in any body of any edition, as things.</summary>
    public IReadOnlyList<int> OfficesNamed(string name)
    {
        var found = new List<int>();
        foreach (var book in _books)
        {
            foreach (var office in book.Offices.Where(o => string.Equals(o.Name, name, StringComparison.Ordinal)))
            {
                var thing = book.ThingOf(office);
                if (!found.Contains(thing))
                    found.Add(thing);
            }
        }

        return found;
    }
}
