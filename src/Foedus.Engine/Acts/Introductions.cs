using Foedus.Engine.Kernel;

namespace Foedus.Engine.Acts;

/// <summary>
/// The names that acts bring into use: matters introduced, legal acts issued, persons elected, units admitted. A name stands for the thing
/// that used it last.
/// </summary>
internal sealed class Introductions
{
    private readonly Catalogue<string> _names;
    private readonly Slab<Introduced> _things;

    public Introductions() => (_names, _things) = (new Catalogue<string>(StringComparer.Ordinal), new Slab<Introduced>());

    private Introductions(Introductions of) => (_names, _things) = (of._names.Branch(), of._things.Branch());

    public IEnumerable<string> Names => Enumerable.Range(0, _names.Count).Select(i => _names[i]);

    /// <summary>The same names, for a reader that goes its own way from here.</summary>
    public Introductions Branch() => new(this);

    public void Save(SnapshotWriter writer)
    {
        var names = Enumerable.Range(0, _names.Count).Select(i => (Name: _names[i], Thing: _things[i])).OrderBy(n => n.Name, StringComparer.Ordinal).ToList();
        writer.Texts([.. names.Select(n => n.Name)]);
        writer.Items<int>([.. names.Select(n => n.Thing.Made ? n.Thing.Thing : ~n.Thing.Thing)]);
    }

    public static Introductions Load(SnapshotReader reader)
    {
        var (names, things) = (reader.Texts(), reader.Items<int>());
        if (names.Length != things.Length)
            throw new InvalidDataException("The names in use do not match what they stand for.");
        var introduced = new Introductions();
        for (var i = 0; i < names.Length; i++)
            introduced.Set(names[i], things[i] >= 0 ? new Introduced(things[i], true) : new Introduced(~things[i], false));
        return introduced;
    }

    /// <summary>What a name stands for; <see cref="Introduced.Made"/> is false if only a later act brings it into use.</summary>
    public bool TryFind(string name, out Introduced introduced)
    {
        var number = _names.Find(name);
        introduced = number < 0 ? default : _things[number];
        return number >= 0;
    }

    /// <summary>An act brings a name into use.</summary>
    public void Make(string name, int thing) => Set(name, new Introduced(thing, true));

    /// <summary>A later act will bring a name into use, unless an earlier one already has.</summary>
    public void Announce(string name, int thing)
    {
        if (_names.Find(name) < 0)
            Set(name, new Introduced(thing, false));
    }

    private void Set(string name, Introduced introduced)
    {
        var number = _names.Add(name);
        if (number == _things.Count)
            _things.Add(introduced);
        else
            _things.Own(number) = introduced;
    }
}

/// <summary>A thing that an act brings into use.</summary>
/// <param name="Thing">Its number on the roll.</param>
/// <param name="Made">True once that act has been read.</param>
internal readonly record struct Introduced(int Thing, bool Made);
