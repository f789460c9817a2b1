using Foedus.Charter.Syntax;
using Foedus.Engine.Bodies;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Opening;

/// <summary>Finds what people call by a name: "Council", "Committee of Ukraine", "Finance of Council", "D1".</summary>
internal static class ThingFinder
{
    /// <summary>The thing on the roll.</summary>
    /// <exception cref="Obstacle">Nothing has the name.</exception>
    public static int Find(History history, Rulebook book, string words)
    {
        var found = Look(history, book, words);
        if (found >= 0)
            return found;
        var near = Spelling.Nearest(words, Names(history, book));
        throw new Obstacle(Sentence.Of("NothingCalled", words, history.Input.Title), near is not null ? Sentence.Of("DidYouMean", near) : Sentence.Of(history.HasUnplayedRehearsal ? "PerhapsRehearsed" : "NothingCalledHint"));
    }

    private static int Look(History history, Rulebook book, string words)
    {
        var name = words.Trim();
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of < 0)
            return Plain(history, book, name);
        var owner = Look(history, book, name[(of + 4)..]);
        if (owner < 0)
            return -1;
        var roll = history.Books.Roll;
        name = name[..of];
        if (roll[owner].Kind == ThingKind.Unit && book.Family(name) is { } family)
            return book.ThingOf(new BodyAt(family, owner));
        if (roll[owner].Kind == ThingKind.Body && book.Offices.Any(o => o.Name == name && (o.Of is null || o.Of == book.BodyOf(owner))))
            return roll.Add(ThingKind.Office, name, owner);
        foreach (var kind in (ThingKind[])[ThingKind.Body, ThingKind.Office, ThingKind.Outside])
        {
            if (roll.Find(kind, name, owner) is var thing and >= 0)
                return thing;
        }

        // "Union of Committee" says of which body a chamber is one.
        return book.BodyOf(owner)?.Chambers.Find(c => string.Equals(c.Name, name, StringComparison.Ordinal)) is { } chamber
            ? book.ThingOf(new BodyAt(chamber, roll[owner].Of >= 0 && roll[roll[owner].Of].Kind == ThingKind.Unit ? roll[owner].Of : -1))
            : -1;
    }

    private static int Plain(History history, Rulebook book, string name)
    {
        if (history.Reader.Find(name) is var known and >= 0)
            return known;
        if (book.Family(name) is { } family)
            return history.Books.Roll.Add(ThingKind.Body, family.Name);
        return book.Offices.FirstOrDefault(o => o.Name == name) is { } office ? book.ThingOf(office) : -1;
    }

    private static IEnumerable<string> Names(History history, Rulebook book)
    {
        var roll = history.Books.Roll;
        var names = new SortedSet<string>(book.Edition.Bodies.Select(b => b.Name).Concat(book.Offices.Select(o => o.Name)), StringComparer.Ordinal);
        for (var i = 1; i < roll.Count; i++)
        {
            if (roll[i].Kind is ThingKind.Unit or ThingKind.Body or ThingKind.Office or ThingKind.Matter or ThingKind.Instrument or ThingKind.Person or ThingKind.Text)
                names.Add(roll[i].Name);
        }

        return names;
    }
}
