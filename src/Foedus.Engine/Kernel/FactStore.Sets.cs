namespace Foedus.Engine.Kernel;

/// <content>Sets: the objects of a subject and the subjects of an object, in the order in which they were linked.</content>
public sealed partial class FactStore
{
    private readonly Slab<SetHead> _sets;
    private readonly Slab<SetLink> _links;
    private readonly Slab<SetBlock> _blocks;
    private KeyTable _setTable;
    private readonly bool[] _inverse;

    /// <summary>
    /// Keeps, for this relation, the set of subjects of each object. For a functional relation the value is the object (the children of a
    /// parent, the offices of a holder). To be said before the first fact of the relation.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The relation is not the caller's.</exception>
    public void KeepInverse(int relation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(relation, FirstRelation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(relation, FactKey.MaxRelation);
        _inverse[relation] = true;
    }

    internal int SetOf(FactKey key) => _setTable.Find(key.Bits);

    internal int FirstLink(int set) => set < 0 ? None : _sets[set].First;

    internal ref readonly SetLink LinkAt(int link) => ref _links[link];

    /// <summary>The link itself or, as long as it begins a block in which nothing can show, the first of the next block.</summary>
    internal int Lit(int link, Day day, int known)
    {
        while (link >= 0)
        {
            ref readonly var block = ref _blocks[_links[link].Block];
            if (block.First != link || !block.IsDark(day, known))
                break;
            link = block.NextFirst;
        }

        return link;
    }

    private void LinkPair(FactKey key, int line, int recorded)
    {
        _lines.Own(line).Link = AddLink(FactKey.Of(key.Relation, key.Subject), line, None, recorded, None);
        if (_inverse[key.Relation])
            AddLink(FactKey.Inverse(key.Relation, key.Object), line, None, recorded, None);
    }

    /// <summary>Brings the links of a timeline up to date with a version that was appended to it.</summary>
    private void LinkVersion(FactKey key, ref Line timeline, int index)
    {
        if (!_inverse[key.Relation] && key.Object < 0)
            return;
        ref readonly var version = ref _versions[index];
        var closes = version.Until == Day.Max && version.Condition.IsAlways && version.Source == version.Recorded && !IsChallenged(version.Source);
        if (key.Object < 0)
        {
            for (var link = timeline.Link; closes && link >= 0 && !_links[link].Closed; link = _links[link].Older)
                Close(link, in version);
            if (version.Value is >= 0 and <= FactKey.MaxThing)
            {
                var set = FactKey.Inverse(key.Relation, (int)version.Value);
                timeline.Link = AddLink(set, version.Line, index, version.Recorded, timeline.Link);
                Widen(timeline.Link, in version);
            }

            return;
        }

        var last = _inverse[key.Relation] ? timeline.Link + 1 : timeline.Link;
        if (version.Value != FactVersion.Nothing)
            Unclose(timeline.Link);
        for (var link = timeline.Link; link <= last; link++)
        {
            if (version.Value != FactVersion.Nothing)
                Widen(link, in version);
            else if (closes && !_links[link].Closed)
                Close(link, in version);
        }
    }

    private int AddLink(FactKey key, int line, int version, int recorded, int older)
    {
        var set = _setTable.Find(key.Bits);
        if (set < 0)
        {
            set = _sets.Add(new SetHead { Key = key.Bits, First = None, Last = None });
            _setTable.Add(key.Bits, set);
        }

        ref var head = ref _sets.Own(set);
        var link = _links.Count;
        var block = head.Last < 0 ? None : _links[head.Last].Block;
        if (block < 0 || _blocks[block].Count == SetBlock.Size)
        {
            var before = block;
            block = _blocks.Add(new SetBlock { Set = set, First = link, NextFirst = None, From = Day.Max, Until = Day.Min, ClosedFrom = Day.Min });
            if (before >= 0)
                _blocks.Own(before).NextFirst = link;
        }

        _blocks.Own(block).Count++;
        _links.Add(new SetLink
        {
            Line = line, Version = version, Recorded = recorded, Previous = head.Last, Next = None, Block = block, Older = older,
        });
        if (head.Last >= 0)
            Volatile.Write(ref _links.Own(head.Last).Next, link);
        else
            Volatile.Write(ref head.First, link);
        head.Last = link;
        return link;
    }

    private void Widen(int link, in FactVersion version)
    {
        ref var block = ref _blocks.Own(_links[link].Block);
        block.From = Day.Earlier(block.From, version.From);
        block.Until = Day.Later(block.Until, version.Until);
    }

    private void Close(int link, in FactVersion by)
    {
        ref var block = ref _blocks.Own(_links[link].Block);
        block.ClosedFrom = Day.Later(block.ClosedFrom, by.From);
        block.ClosedKnown = Math.Max(block.ClosedKnown, by.Recorded);
        _links.Own(link).Closed = true;
        Volatile.Write(ref block.Closed, block.Closed + 1);
    }

    /// <summary>Counts a link of a timeline, and all others of it, as possibly showing again.</summary>
    private void Unclose(int link)
    {
        for (; link >= 0; link = _links[link].Older)
        {
            Reopen(link);
            if (_links[link].Version < 0 && link + 1 < _links.Count && _links[link + 1].Line == _links[link].Line)
                Reopen(link + 1);
        }

        void Reopen(int each)
        {
            if (_links[each].Closed)
            {
                _links.Own(each).Closed = false;
                _blocks.Own(_links[each].Block).Closed--;
            }
        }
    }

    /// <summary>What the versions of a source have closed may show again now that the source is challenged.</summary>
    private void UncloseBy(int source)
    {
        if (source < 0)
            return;
        var (first, end) = RecordedWith(source);
        for (var version = first; version < end; version++)
            Unclose(_lines[_versions[version].Line].Link);
    }

    private struct SetHead
    {
        public ulong Key;
        public int First;
        public int Last;
    }
}
