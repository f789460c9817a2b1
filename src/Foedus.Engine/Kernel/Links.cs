namespace Foedus.Engine.Kernel;

/// <summary>
/// The members of a set in a view, in the order in which they were linked (a renewed link of a functional relation counts from its renewal).
/// For <c>foreach</c>; allocates nothing. A member that depends on a silence which the view leaves open is left out.
/// </summary>
public readonly struct Links
{
    private readonly View _view;
    private readonly int _first;
    private readonly bool _inverse;

    internal Links(View view, int first, bool inverse)
    {
        _view = view;
        _first = first;
        _inverse = inverse;
    }

    public Enumerator GetEnumerator() => new(_view, _first, _inverse);

    public int Count()
    {
        var count = 0;
        foreach (var _ in this)
            count++;
        return count;
    }

    public List<Link> ToList()
    {
        var list = new List<Link>();
        foreach (var link in this)
            list.Add(link);
        return list;
    }

    /// <summary>Walks the links of a set that show.</summary>
    public struct Enumerator
    {
        private readonly View _view;
        private readonly bool _inverse;
        private int _next;

        internal Enumerator(View view, int first, bool inverse)
        {
            _view = view;
            _inverse = inverse;
            _next = first;
            Current = default;
        }

        public Link Current { get; private set; }

        public bool MoveNext()
        {
            var store = _view.Store;
            while ((_next = _view.IsSupposed ? _next : store.Lit(_next, _view.At, _view.Known)) >= 0)
            {
                ref readonly var link = ref store.LinkAt(_next);
                if (link.Recorded > _view.Known)
                    break;
                _next = link.Next;
                var version = _view.Find(link.Line);
                if (version < 0 || (link.Version >= 0 && link.Version != version))
                    continue;
                var value = store[version].Value;
                if (value == FactVersion.Nothing)
                    continue;
                var key = store.KeyOf(link.Line);
                Current = new Link(_inverse ? key.Subject : key.Object, value, version);
                return true;
            }

            _next = FactStore.None;
            return false;
        }
    }
}
