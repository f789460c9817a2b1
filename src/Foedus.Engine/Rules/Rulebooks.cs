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

    public Rulebooks(Federation federation)
    {
        Federation = federation;
        Roll = new Roll();
        Chambers = new ChamberNames(federation);
        _books = [.. federation.Editions.Select((e, i) => new Rulebook(this, e, i))];
    }

    public Federation Federation { get; }

    public Roll Roll { get; }

    /// <summary>By which names chambers go.</summary>
    internal ChamberNames Chambers { get; }

    public int Count => _books.Length;

    public Rulebook this[int index] => _books[index];

    /// <summary>The edition with a number, or null.</summary>
    public Rulebook? Edition(int number) => Array.Find(_books, b => b.Edition.Number == number);

    /// <summary>
    /// The edition in force at a day: the highest that had come into force by then, by its own words or by having been enacted. Before the
    /// first edition, the first: a founding is judged by what it founds.
    /// </summary>
    public Rulebook InForceAt(View view)
    {
        for (var i = _books.Length - 1; i > 0; i--)
        {
            var edition = _books[i].Edition;
            if (edition.Status == EditionStatus.Proposed
                    ? view.Holds(Relations.Edition, Roll.Federation, edition.Number)
                    : _books[i].From <= view.At)
            {
                return _books[i];
            }
        }

        return _books[0];
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
