namespace Foedus.Engine.Kernel;

/// <content>The store in a snapshot: everything appended, as it lies. The tables that find it by key are made anew.</content>
public sealed partial class FactStore
{
    /// <summary>Writes everything that the store holds.</summary>
    internal void Save(SnapshotWriter writer)
    {
        Conditions.Save(writer);
        writer.Int(_recorded);
        _versions.Save(writer);
        _lines.Save(writer);
        writer.Int(_indexes.Count);
        foreach (var index in _indexes)
            index.Save(writer);
        _prospective.Save(writer);
        _clock.Save(writer);
        _sets.Save(writer);
        _links.Save(writer);
        _blocks.Save(writer);
        _lateVersions.Save(writer);
        _latePrepared.Save(writer);
        writer.Items<ulong>(_challenged);
        writer.Items<bool>(_inverse);
    }

    /// <summary>A store that holds what was written.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a store.</exception>
    internal static FactStore Load(SnapshotReader reader)
    {
        var conditions = new Conditions();
        conditions.Load(reader);
        var recorded = reader.Int();
        var versions = new Slab<FactVersion>();
        versions.Load(reader);
        var lines = new Slab<Line>();
        lines.Load(reader);
        var store = new FactStore(conditions, versions, lines) { _recorded = recorded };
        for (var left = reader.Count(); left > 0; left--)
        {
            var index = new SpanIndex();
            index.Load(reader);
            store._indexes.Add(index);
        }

        store._prospective.Load(reader);
        store._clock.Load(reader);
        store._sets.Load(reader);
        store._links.Load(reader);
        store._blocks.Load(reader);
        store._lateVersions.Load(reader, versions.Count, v => versions[v].Source);
        store._latePrepared.Load(reader, store._prospective.Count, p => store._prospective[p].Parent);
        store._challenged = reader.Items<ulong>();
        var inverse = reader.Items<bool>();
        if (inverse.Length != store._inverse.Length)
            throw new InvalidDataException("The relations are not those of this version.");
        inverse.CopyTo(store._inverse, 0);
        // Beside each other: neither needs the other, and for a large store each waits for memory.
        store._setTable = new KeyTable(store._sets.Count);
        Parallel.Invoke(
            () =>
            {
                for (var line = 0; line < lines.Count; line++)
                    store._table.Add(lines[line].Key, line);
            },
            () =>
            {
                for (var set = 0; set < store._sets.Count; set++)
                    store._setTable.Add(store._sets[set].Key, set);
            });
        return store;
    }
}
