namespace Foedus.Engine.Kernel;

/// <content>Marks: what-if and search append, and are then cut back.</content>
public sealed partial class FactStore
{
    /// <summary>The present place, for <see cref="Truncate"/>.</summary>
    public StoreMark Mark() =>
        new(_versions.Count, _lines.Count, _links.Count, _sets.Count, _prospective.Count, _clock.Count, _recorded);

    /// <summary>
    /// Forgets everything written since the mark: O(writes), no copying. Marks taken since are no longer good. Nodes of
    /// <see cref="Conditions"/> are kept, as they say nothing by themselves.
    /// </summary>
    public void Truncate(StoreMark mark)
    {
        while (_links.Count > mark.Links)
            RemoveLastLink();
        for (var version = _versions.Count - 1; version >= mark.Versions; version--)
            RemoveVersion(in _versions[version], version);
        for (var line = _lines.Count - 1; line >= mark.Lines; line--)
        {
            _table.RemoveLast(_lines[line].Key);
            if (IsStanding(line, out var source))
                ClearChallenged(source);
        }

        for (var set = _sets.Count - 1; set >= mark.Sets; set--)
            _setTable.RemoveLast(_sets[set].Key);
        TruncateLate(mark.Versions, mark.Prospective);
        _versions.Truncate(mark.Versions);
        _lines.Truncate(mark.Lines);
        _sets.Truncate(mark.Sets);
        _prospective.Truncate(mark.Prospective);
        _clock.Truncate(mark.Clock);
        _recorded = mark.Recorded;
    }

    private void RemoveVersion(in FactVersion version, int index)
    {
        ref var timeline = ref _lines[version.Line];
        timeline.Head = version.Previous;
        if (timeline.Link < _links.Count)
            Unclose(timeline.Link);
        if (timeline.Index >= 0)
            _indexes[timeline.Index].Truncate(version.Depth);
        if (version.Previous < 0 || !IsRetroactive(in version, in _versions[version.Previous]))
            return;
        if (timeline.FirstRetroactive == index)
            timeline.FirstRetroactive = Line.Never;
        if (timeline.Retroactive-- == IndexAbove + 1)
        {
            _indexes.RemoveAt(timeline.Index);
            timeline.Index = -1;
        }
    }
}
