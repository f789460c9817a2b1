using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Records;

/// <summary>An edition that lay ready as a proposal begins: its rules hold from now on, and so does what it says of units and classes.</summary>
internal static class EditionRecord
{
    /// <summary>
    /// Puts an edition in force from the day of the judgement. It is refused where its text would leave out what another edition, in force by
    /// now, has changed, and before the day on which it was proposed or adopted. One that comes into force by its own words does so, and not
    /// by an act.
    /// </summary>
    public static void Begin(Judgement j, Product product, int number)
    {
        var books = j.Book.All;
        var book = books.Edition(number)!;
        var edition = book.Edition;
        if (edition.Status == EditionStatus.InForce)
        {
            j.Note(Truth.Yes, null, GroundKind.EditionInForce, number, book.From);
            return;
        }

        var now = books.InForceAt(j.View).Edition;
        if (book.From > j.Today)
            j.Refuse(null, GroundKind.EditionNotYet, number, (edition.Status == EditionStatus.Adopted ? "adopted on " : "proposed on ") + book.From);
        if (!books.Holds(edition, now))
            j.Refuse(null, GroundKind.EditionLeavesOut, number, new object?[] { edition.Amends, now.Number });
        j.Note(Truth.Yes, null, GroundKind.EditionInForce, number, j.Today);
        product.Link(Relations.Edition, Roll.Federation, number);
        if (edition != now)
            Facts(j, product, books, now, edition);
    }

    private static void Facts(Judgement j, Product product, Rulebooks books, CharterEdition now, CharterEdition then)
    {
        foreach (var party in then.Parties.Where(p => !Names(now, p)))
            Party(j, product, party, Until(j, books, e => Names(e, party)));
        foreach (var party in now.Parties.Where(p => !Names(then, p) && !then.Parties.Exists(t => t.Name == p.Name)))
            Leaves(j, product, party);
        var before = FirstClass.Of(now).ToHashSet();
        foreach (var first in FirstClass.Of(then).Where(f => !before.Contains(f)))
        {
            var until = Until(j, books, e => FirstClass.Of(e).Contains(first));
            foreach (var thing in first.Things(books))
                Hold(product, Relations.Class, thing, j.Roll.Word(first.Classes), j.Roll.Word(first.Value), until);
        }
    }

    private static void Hold(Product product, int relation, int subject, int other, long value, Day until)
    {
        product.Link(relation, subject, other, value);
        if (until < Day.Max)
            product.Unlink(relation, subject, other, until);
    }

    private static void Hold(Product product, int relation, int subject, long value, Day until)
    {
        product.Write(relation, subject, value);
        if (until < Day.Max)
            product.End(relation, subject, until);
    }

    private static bool Names(CharterEdition edition, NamedUnit party) =>
        edition.Parties.Exists(p => p.Name == party.Name && p.Kind.Name == party.Kind.Name);

    /// <summary>The day on which an edition begins by its own words that no longer says it; none if there is none.</summary>
    private static Day Until(Judgement j, Rulebooks books, Func<CharterEdition, bool> says) =>
        books.Dated.FirstOrDefault(b => b.From > j.Today && !says(b.Edition))?.From ?? Day.Max;

    private static void Party(Judgement j, Product product, NamedUnit party, Day until)
    {
        var unit = j.Roll.Add(ThingKind.Unit, party.Name);
        var kind = j.Roll.Word(party.Kind.Name);
        if (j.View.TryValue(Relations.Kind, unit, out var before) && before != kind)
            product.Unlink(Relations.OfKind, (int)before, unit);
        Hold(product, Relations.Kind, unit, kind, until);
        Hold(product, Relations.OfKind, kind, unit, 1, until);
        Hold(product, Relations.Member, unit, j.Roll.Word("member"), until);
    }

    /// <summary>Whom the charter itself named, and no longer names, unless an act has since made it a member.</summary>
    private static void Leaves(Judgement j, Product product, NamedUnit party)
    {
        var unit = j.Roll.Find(ThingKind.Unit, party.Name);
        if (unit < 0 || j.View.Look(Relations.Member, unit) is not { Holds: true } member || j.View.Store[member.Version].Recorded > 0)
            return;
        if (j.View.TryValue(Relations.Kind, unit, out var kind))
            product.Unlink(Relations.OfKind, (int)kind, unit);
        product.End(Relations.Kind, unit);
        product.End(Relations.Member, unit);
    }
}
