namespace Foedus.Engine.Kernel;

/// <content>Conditions in a snapshot: the nodes. What only helps to find them is made anew.</content>
public sealed partial class Conditions
{
    internal void Save(SnapshotWriter writer)
    {
        _nodes.Save(writer);
        _children.Save(writer);
        var readings = _readings.OrderBy(r => r.Key).ToList();
        writer.Items<int>([.. readings.Select(r => r.Key)]);
        writer.Items<int>([.. readings.Select(r => r.Value)]);
    }

    internal void Load(SnapshotReader reader)
    {
        _nodes.Load(reader);
        _children.Load(reader);
        _readings.Clear();
        var (silences, counts) = (reader.Items<int>(), reader.Items<int>());
        if (silences.Length != counts.Length)
            throw new InvalidDataException("The silences and their readings do not match.");
        for (var i = 0; i < silences.Length; i++)
            _readings[silences[i]] = counts[i];
        _both.Clear();
        _negated.Clear();
        _leaves.Clear();
        var room = _unique.Length;
        while (room < 2 * _nodes.Count)
            room *= 2;
        for (var node = 0; node < _nodes.Count; node++)
        {
            ref readonly var inner = ref _nodes[node];
            if (inner.Silence == LeafSilence)
                _leaves[inner.First] = node;
            else if (inner.First < 0 || inner.Count < 1 || inner.First > _children.Count - inner.Count)
                throw new InvalidDataException("A condition has no readings.");
        }

        Arrange(room);
    }
}
