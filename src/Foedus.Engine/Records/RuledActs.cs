using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>
/// The acts that were ruled on, by their place in the ledger, from 1. Of those from before a snapshot only the digests are here; the acts
/// themselves are read again when somebody asks for one.
/// </summary>
internal sealed class RuledActs
{
    private readonly Slab<RulingDigest> _digests = new();
    private readonly Appended<Act> _acts = new();
    private readonly Func<int, Act>? _earlier;

    public RuledActs() => _digests.Add(default);

    private RuledActs(Func<int, Act> earlier) => _earlier = earlier;

    private RuledActs(RuledActs of) => (_digests, _acts, _earlier) = (of._digests.Branch(), of._acts.Branch(), of._earlier);

    /// <summary>The same acts, for a state that goes its own way from here.</summary>
    public RuledActs Branch() => new(this);

    public RulingDigest this[int sequence] => _digests[sequence];

    public int Count => _digests.Count - 1;

    public Act ActOf(int sequence)
    {
        var first = Count - _acts.Count + 1;
        return sequence >= first ? _acts[sequence - first] : _earlier!(sequence);
    }

    public void Add(Ruling ruling)
    {
        _digests.Add(new RulingDigest(ruling.Act.Number, ruling.Act.Done, ruling.Act.Verb, ruling.Diagram));
        _acts.Add(ruling.Act);
    }

    public void Save(SnapshotWriter writer) => _digests.Save(writer);

    /// <param name="reader">What was written.</param>
    /// <param name="earlier">The act with a place in the ledger, for those from before the snapshot.</param>
    public static RuledActs Load(SnapshotReader reader, Func<int, Act> earlier)
    {
        var acts = new RuledActs(earlier);
        acts._digests.Load(reader);
        return acts._digests.Count > 0 ? acts : throw new InvalidDataException("The rulings are not there.");
    }
}
