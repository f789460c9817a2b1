using Foedus.Engine.Kernel;

namespace Foedus.Engine.Things;

/// <summary>
/// The roll of all things, each once: the same kind, name and owner give the same number for ever. It only grows; one writer, any number of
/// readers of numbers that they were given. A question has a branch of its own, and the names that it brings are gone with it.
/// </summary>
public sealed class Roll
{
    private readonly Catalogue<Thing> _things;
    private readonly Catalogue<string> _words;

    public Roll()
    {
        _things = new Catalogue<Thing>();
        _words = new Catalogue<string>(StringComparer.Ordinal);
        Add(ThingKind.Federation, "the federation");
    }

    private Roll(Roll of) => (_things, _words) = (of._things.Branch(), of._words.Branch());

    /// <summary>The federation itself.</summary>
    public const int Federation = 0;

    public int Count => _things.Count;

    public Thing this[int number] => _things[number];

    /// <summary>A roll with the same things that goes its own way from here.</summary>
    internal Roll Branch() => new(this);

    /// <summary>The number of a thing, which is entered if it is new.</summary>
    public int Add(ThingKind kind, string name, int of = -1) => _things.Add(new Thing(kind, name, of));

    /// <summary>The number of a thing, or -1.</summary>
    public int Find(ThingKind kind, string name, int of = -1) => _things.Find(new Thing(kind, name, of));

    /// <summary>The number of a word: a sort of act, a matter, a class, a language.</summary>
    public int Word(string word) => _words.Add(word);

    internal void Save(SnapshotWriter writer)
    {
        var things = Enumerable.Range(0, _things.Count).Select(i => _things[i]).ToList();
        writer.Items<int>([.. things.Select(t => (int)t.Kind)]);
        writer.Items<int>([.. things.Select(t => t.Of)]);
        writer.Texts([.. things.Select(t => t.Name)]);
        writer.Texts([.. Enumerable.Range(0, _words.Count).Select(i => _words[i])]);
    }

    /// <summary>Takes what was written, before anything else of the snapshot is read: facts may enter names of their own.</summary>
    /// <exception cref="InvalidDataException">What is here is not the beginning of what was written.</exception>
    internal void Load(SnapshotReader reader)
    {
        var (kinds, owners, names, words) = (reader.Items<int>(), reader.Items<int>(), reader.KeptTexts().Read(), reader.KeptTexts().Read());
        if (kinds.Length != owners.Length || kinds.Length != names.Length || kinds.Length < _things.Count || words.Length < _words.Count)
            throw new InvalidDataException("The roll is not that of this federation.");
        _things.EnsureCapacity(kinds.Length);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (owners[i] >= i || Add((ThingKind)kinds[i], names[i], owners[i]) != i)
                throw new InvalidDataException("The roll is not that of this federation.");
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (Word(words[i]) != i)
                throw new InvalidDataException("The words are not those of this federation.");
        }
    }

    public string WordOf(long number) => _words[(int)number];

    /// <summary>As people write it: "Committee of Ukraine".</summary>
    public string NameOf(int number)
    {
        if (number < 0)
            return "";
        var thing = _things[number];
        return thing.Kind switch
        {
            ThingKind.Member => "member of " + NameOf(thing.Of),
            ThingKind.Electors => thing.Of < 0 ? "the electors" : "electors of " + NameOf(thing.Of),
            _ => thing.Of < 0 || thing.Kind is ThingKind.Duty or ThingKind.Remedy or ThingKind.Statement
                ? thing.Name
                : thing.Name + " of " + NameOf(thing.Of),
        };
    }
}
