using Foedus.Engine.Kernel;

namespace Foedus.Engine.Acts;

/// <summary>
/// The names that acts bring into use: matters introduced, legal acts issued, persons elected, units admitted. A name stands for the thing
/// that used it last.
/// </summary>
internal sealed class Introductions
{
    private readonly Dictionary<string, Introduced> _names;

    public Introductions() => _names = new Dictionary<string, Introduced>(StringComparer.Ordinal);

    private Introductions(Dictionary<string, Introduced> names) => _names = new Dictionary<string, Introduced>(names, StringComparer.Ordinal);

    public IEnumerable<string> Names => _names.Keys;

    public Introductions Copy() => new(_names);

    public void Save(SnapshotWriter writer)
    {
        var names = _names.OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        writer.Texts([.. names.Select(n => n.Key)]);
        writer.Items<int>([.. names.Select(n => n.Value.Made ? n.Value.Thing : ~n.Value.Thing)]);
    }

    public static Introductions Load(SnapshotReader reader)
    {
        var (names, things) = (reader.Texts(), reader.Items<int>());
        if (names.Length != things.Length)
            throw new InvalidDataException("The names in use do not match what they stand for.");
        var introduced = new Introductions();
        introduced._names.EnsureCapacity(names.Length);
        for (var i = 0; i < names.Length; i++)
            introduced._names[names[i]] = things[i] >= 0 ? new Introduced(things[i], true) : new Introduced(~things[i], false);
        return introduced;
    }

    /// <summary>What a name stands for; <see cref="Introduced.Made"/> is false if only a later act brings it into use.</summary>
    public bool TryFind(string name, out Introduced introduced) => _names.TryGetValue(name, out introduced);

    /// <summary>An act brings a name into use.</summary>
    public void Make(string name, int thing) => _names[name] = new Introduced(thing, true);

    /// <summary>A later act will bring a name into use, unless an earlier one already has.</summary>
    public void Announce(string name, int thing) => _names.TryAdd(name, new Introduced(thing, false));
}

/// <summary>A thing that an act brings into use.</summary>
/// <param name="Thing">Its number on the roll.</param>
/// <param name="Made">True once that act has been read.</param>
internal readonly record struct Introduced(int Thing, bool Made);
