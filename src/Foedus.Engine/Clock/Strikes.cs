using System.Runtime.InteropServices;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Clock;

/// <summary>
/// Keeps what the calendar will bring in step with what is known. After each act every time that it wound is judged as of the day on which
/// it runs out, and what that brings is written under a source that shows from that day on; so a state can be read as at any day without
/// being changed. What a strike has read is noted, and when an act changes any of it inside its day, the strike is judged again: if it
/// comes out alike nothing is written, else the old one no longer counts as known from this act on, and the new one is written beside it.
/// </summary>
internal sealed class Strikes
{
    // A chain of lapses that comes round again is written so many steps ahead, and further once these have been reached.
    private const int MostAgain = 3;

    private readonly Slab<Slot> _slots;
    private readonly Slab<Run> _runs;
    private readonly Slab<int> _heads;
    private readonly Slab<ulong> _keys;
    private readonly Slab<Note> _notes;
    private KeyTable _slotOf;
    private KeyTable _headOf;
    private readonly bool[] _isRead;
    private readonly ReadLog _log = new();
    private readonly SortedSet<(int Last, int Slot)> _queue = [];
    private readonly SortedSet<(int Reached, int Slot)> _cut;
    private readonly Dictionary<int, int> _again = [];

    public Strikes()
    {
        (_slots, _runs, _slotOf) = (new Slab<Slot>(), new Slab<Run>(), new KeyTable(0));
        (_heads, _keys, _notes, _headOf) = (new Slab<int>(), new Slab<ulong>(), new Slab<Note>(), new KeyTable(0));
        (_isRead, _cut) = (new bool[FactKey.MaxRelation + 1], []);
    }

    private Strikes(Strikes of)
    {
        (_slots, _runs, _slotOf) = (of._slots.Branch(), of._runs.Branch(), of._slotOf.Branch());
        (_heads, _keys, _notes, _headOf) = (of._heads.Branch(), of._keys.Branch(), of._notes.Branch(), of._headOf.Branch());
        (_isRead, _cut) = ([.. of._isRead], [.. of._cut]);
    }

    /// <summary>The same, for a state that goes its own way from here. Between acts nothing waits to be judged.</summary>
    public Strikes Branch() => new(this);

    /// <summary>Judges every time that the act recorded last wound or bears on.</summary>
    /// <param name="state">The state after the act.</param>
    /// <param name="done">The day of the act.</param>
    /// <param name="first">The first version of a fact that the act wrote.</param>
    public void Settle(State state, Day done, int first)
    {
        var store = state.Store;
        GoesOn(done);
        var next = first;
        while (true)
        {
            for (; next < store.Count; next++)
                Look(store, next);
            if (_queue.Count == 0 && !GoesOn(done))
                break;
            var (_, slot) = _queue.Min;
            _queue.Remove(_queue.Min);
            ref var again = ref CollectionsMarshal.GetValueRefOrAddDefault(_again, slot, out _);
            if (again++ < MostAgain)
                Judge(state, slot);
        }

        if (_again.Count > 0)
            _again.Clear();
    }

    /// <summary>Chains of lapses that were cut and have been reached by a day go on; false if there are none.</summary>
    private bool GoesOn(Day day)
    {
        var any = false;
        for (; _cut.Count > 0 && _cut.Min.Reached <= day.Number; any = true)
        {
            _queue.Add((_slots[_cut.Min.Slot].Last, _cut.Min.Slot));
            _cut.Remove(_cut.Min);
        }

        return any;
    }

    public void Save(SnapshotWriter writer)
    {
        _slots.Save(writer);
        _runs.Save(writer);
        _heads.Save(writer);
        _notes.Save(writer);
        writer.Items<ulong>([.. Enumerable.Range(0, _keys.Count).Select(i => _keys[i])]);
        writer.Items<long>([.. _cut.Select(c => ((long)c.Reached << 32) | (uint)c.Slot)]);
    }

    public void Load(SnapshotReader reader)
    {
        _slots.Load(reader);
        _runs.Load(reader);
        _heads.Load(reader);
        _notes.Load(reader);
        foreach (var key in reader.Items<ulong>())
            _keys.Add(key);
        if (_keys.Count != _heads.Count)
            throw new InvalidDataException("What the clock has read is not complete.");
        foreach (var cut in reader.Items<long>())
            _cut.Add(((int)(cut >> 32), (int)cut));
        _slotOf = new KeyTable(_slots.Count);
        for (var i = 0; i < _slots.Count; i++)
        {
            if (_slots[i].Thing is < 0 or > FactKey.MaxThing || _slots[i].Last is < 0 or > FactKey.MaxThing)
                throw new InvalidDataException("A time is of no thing.");
            _slotOf.Add(KeyOf(in _slots[i]), i);
        }

        _headOf = new KeyTable(_heads.Count);
        for (var i = 0; i < _keys.Count; i++)
        {
            _headOf.Add(_keys[i], i);
            _isRead[new FactKey(_keys[i]).Relation] = true;
        }
    }

    /// <summary>Finds the strikes on which a version that was written bears.</summary>
    private void Look(FactStore store, int version)
    {
        ref readonly var fact = ref store[version];
        if (store.IsStanding(fact.Line, out var target))
            LookAtSource(store, target, fact.From, fact.Until);
        else
            Look(store, version, fact.From, fact.Until);
    }

    /// <summary>How a source stands has changed over a span, and so has whatever it made, or what rests on it.</summary>
    private void LookAtSource(FactStore store, int source, Day from, Day until)
    {
        var done = new HashSet<(int, Day, Day)>();
        var open = new Stack<(int Source, Day From, Day Until)>();
        open.Push((source, from, until));
        while (open.TryPop(out var at))
        {
            if (at.Until <= at.From || !done.Add(at))
                continue;
            Wake(FactStore.StandingKey(at.Source), at.From, at.Until);
            foreach (var prepared in store.PreparedBy(at.Source))
                open.Push((prepared, at.From, at.Until));
            foreach (var version in store.MadeBy(at.Source))
            {
                ref readonly var fact = ref store[version];
                var (first, end) = (Day.Later(at.From, fact.From), Day.Earlier(at.Until, fact.Until));
                if (store.IsStanding(fact.Line, out var target))
                    open.Push((target, first, end));
                else
                    Look(store, version, first, end);
            }
        }
    }

    private void Look(FactStore store, int version, Day from, Day until)
    {
        var key = store.KeyOf(store[version].Line);
        // A time beyond the calendar never runs out.
        if (key is { Relation: Relations.Due, Object: < 0 } && store[version].Value is >= 0 and <= FactKey.MaxThing and var last)
            _queue.Add(((int)last, SlotOf(key.Subject, (int)last)));
        if (!_isRead[key.Relation])
            return;
        Wake(key, from, until);
        if (key.Object >= 0)
            Wake(FactKey.Of(key.Relation, key.Subject), from, until);
    }

    /// <summary>Puts every strike in the queue that has read a timeline or a set as at a day of the span.</summary>
    private void Wake(FactKey key, Day from, Day until)
    {
        var head = _headOf.Find(key.Bits);
        for (var i = head < 0 ? -1 : _heads[head]; i >= 0; i = _notes[i].Before)
        {
            ref readonly var note = ref _notes[i];
            if (from <= note.Day && note.Day < until)
                _queue.Add((_slots[note.Slot].Last, note.Slot));
        }
    }

    private void Judge(State state, int slot)
    {
        var (thing, last) = (_slots[slot].Thing, new Day(_slots[slot].Last));
        _log.Clear();
        _log.Begin(0);
        var forked = Strike.Judge(state.Noting(_log), thing, last);
        for (var i = 0; i < _log.Count; i++)
            Enter(slot, _log[i].Key, _log[i].Day);
        var store = state.Store;
        var groups = StrikeWriter.Group(state, thing, last, forked);
        var latest = _slots[slot].Latest;
        if (latest >= 0 ? StrikeWriter.IsAlike(state, last + 1, groups, _runs[latest].Sources, _runs[latest].Versions) : groups.Count == 0)
            return;
        if (latest >= 0)
            StrikeWriter.Withdraw(state, _runs[latest].Sources);
        var (sources, versions) = (store.Prospective, store.Count);
        if (!StrikeWriter.Write(state, groups, last + 1))
            _cut.Add((StrikeWriter.ReachedWith(store, groups), slot));
        var run = _runs.Add(new Run(slot, latest, sources, store.Prospective, versions, store.Count));
        _slots.Own(slot).Latest = run;
    }

    private void Enter(int slot, FactKey key, Day day)
    {
        var head = _headOf.Find(key.Bits);
        if (head < 0)
        {
            head = _heads.Add(-1);
            _headOf.Add(key.Bits, head);
            _keys.Add(key.Bits);
            _isRead[key.Relation] = true;
        }

        for (var i = _heads[head]; i >= 0 && _notes[i].Slot == slot; i = _notes[i].Before)
        {
            if (_notes[i].Day == day)
                return;
        }

        var before = _heads[head];
        _heads.Own(head) = _notes.Add(new Note(head, slot, day, before));
    }

    private int SlotOf(int thing, int last)
    {
        var key = FactKey.Of(1, thing, last).Bits;
        var slot = _slotOf.Find(key);
        if (slot < 0)
        {
            slot = _slots.Add(new Slot { Thing = thing, Last = last, Latest = -1 });
            _slotOf.Add(key, slot);
        }

        return slot;
    }

    private static ulong KeyOf(in Slot slot) => FactKey.Of(1, slot.Thing, slot.Last).Bits;

    /// <summary>A day with which the time of a thing may run out.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Slot
    {
        public int Thing;
        public int Last;

        /// <summary>The judgement that counts, or -1.</summary>
        public int Latest;
    }

    /// <summary>A judgement of a slot: what it prepared and wrote, as ranges of numbers.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Run(int Slot, int Before, int FirstSource, int EndSource, int FirstVersion, int EndVersion)
    {
        public (int First, int End) Sources => (FirstSource, EndSource);

        public (int First, int End) Versions => (FirstVersion, EndVersion);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Note(int Head, int Slot, Day Day, int Before);
}
