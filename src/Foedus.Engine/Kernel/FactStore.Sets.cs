namespace Foedus.Engine.Kernel;

/// <content>Sets: the objects of a subject and the subjects of an object, in the order in which they were linked.</content>
public sealed partial class FactStore
{
    private readonly Slab<SetHead> _sets = new();
    private readonly Slab<SetLink> _links = new();
    private readonly KeyTable _setTable;
    private readonly bool[] _inverse = new bool[FactKey.MaxRelation + 1];

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

    private void LinkPair(FactKey key, int line, int recorded)
    {
        AddLink(FactKey.Of(key.Relation, key.Subject), line, None, recorded);
        if (_inverse[key.Relation])
            AddLink(FactKey.Inverse(key.Relation, key.Object), line, None, recorded);
    }

    private void LinkValue(FactKey key, int line, int version, long value, int recorded)
    {
        if (_inverse[key.Relation] && value is >= 0 and <= FactKey.MaxThing)
            AddLink(FactKey.Inverse(key.Relation, (int)value), line, version, recorded);
    }

    private void AddLink(FactKey key, int line, int version, int recorded)
    {
        var set = _setTable.Find(key.Bits);
        if (set < 0)
        {
            set = _sets.Add(new SetHead { Key = key.Bits, First = None, Last = None });
            _setTable.Add(key.Bits, set);
        }

        ref var head = ref _sets[set];
        var link = _links.Add(new SetLink { Set = set, Line = line, Version = version, Recorded = recorded, Previous = head.Last, Next = None });
        if (head.Last >= 0)
            Volatile.Write(ref _links[head.Last].Next, link);
        else
            Volatile.Write(ref head.First, link);
        head.Last = link;
    }

    private struct SetHead
    {
        public ulong Key;
        public int First;
        public int Last;
    }

    internal struct SetLink
    {
        public int Set;
        public int Line;

        /// <summary>The version whose value is the object, for a functional relation; -1 if the timeline is of one pair.</summary>
        public int Version;

        public int Recorded;
        public int Previous;
        public int Next;
    }
}
