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
    // A strike that the others of its settling keep changing is judged so often: what takes itself back has no last word.
    private const int MostAgain = 3;

    // Steps of a chain of lapses that are written ahead of the day that was reached; the rest follows when that day comes, or is asked for.
    private const int Ahead = 8;

    private readonly Slab<Slot> _slots;
    private readonly Slab<Run> _runs;
    private readonly Slab<int> _heads;
    private readonly Slab<ulong> _keys;
    private readonly Slab<Note> _notes;
    private readonly Slab<WentOn> _wentOn;
    private KeyTable _slotOf;
    private KeyTable _headOf;
    private readonly bool[] _isRead;
    private readonly ReadLog _log = new();
    private readonly SortedSet<(int Last, int Slot)> _queue = [];
    private readonly SortedSet<(int Reached, int Slot)> _cut;
    private readonly Dictionary<int, int> _again = [];

    // While strikes are judged: the day of the one judged last; from which day on all that have read a key wait to be judged, and how many
    // notes there were then; the keys that strikes have read as at days after their own.
    private int _at = int.MinValue;
    private readonly Dictionary<int, (Day From, int Notes)> _waiting = [];
    private readonly HashSet<int> _ahead;
    private Day _reached = Day.Min;

    public Strikes()
    {
        (_slots, _runs, _slotOf) = (new Slab<Slot>(), new Slab<Run>(), new KeyTable(0));
        (_heads, _keys, _notes, _headOf) = (new Slab<int>(), new Slab<ulong>(), new Slab<Note>(), new KeyTable(0));
        (_isRead, _cut, _ahead, _wentOn) = (new bool[FactKey.MaxRelation + 1], [], [], new Slab<WentOn>());
    }

    private Strikes(Strikes of)
    {
        (_slots, _runs, _slotOf) = (of._slots.Branch(), of._runs.Branch(), of._slotOf.Branch());
        (_heads, _keys, _notes, _headOf) = (of._heads.Branch(), of._keys.Branch(), of._notes.Branch(), of._headOf.Branch());
        (_isRead, _cut, _ahead, _wentOn) = ([.. of._isRead], [.. of._cut], [.. of._ahead], of._wentOn.Branch());
        _reached = of._reached;
    }

    /// <summary>The same, for a state that goes its own way from here. Between acts nothing waits to be judged.</summary>
    public Strikes Branch() => new(this);

    /// <summary>Judges every time that the act recorded last wound or bears on.</summary>
    /// <param name="state">The state after the act.</param>
    /// <param name="done">The day of the act.</param>
    /// <param name="first">The first version of a fact that the act wrote.</param>
    public void Settle(State state, Day done, int first)
    {
        if (done > _reached)
            _reached = done;
        Settle(state, first);
    }

    /// <summary>Whether every step of the chains of lapses that comes by a day is written.</summary>
    public bool Reach(Day day) => _cut.Count == 0 || _cut.Min.Reached > day.Number;

    /// <summary>Whether every step that comes by a day was written when no more than the first acts were known.</summary>
    public bool Reached(Day day, int known)
    {
        foreach (var (reached, slot) in _cut)
        {
            if (reached > day.Number)
                break;
            if (_slots[slot].CutWith <= known)
                return false;
        }

        for (var i = 0; i < _wentOn.Count; i++)
        {
            ref readonly var cut = ref _wentOn[i];
            if (cut.Since <= known && known < cut.Until && cut.Reached <= day)
                return false;
        }

        return true;
    }

    /// <summary>Writes the chains of lapses on to a day.</summary>
    /// <param name="state">The latest state.</param>
    /// <param name="day">The day.</param>
    public void GoOn(State state, Day day)
    {
        if (Reach(day))
            return;
        if (day > _reached)
            _reached = day;
        Settle(state, state.Store.Count);
    }

    private void Settle(State state, int first)
    {
        var store = state.Store;
        var next = first;
        while (true)
        {
            for (; next < store.Count; next++)
                Look(store, next);
            GoesOn(state.Known);
            if (_queue.Count == 0)
                break;
            var struck = Next();
            ref var again = ref CollectionsMarshal.GetValueRefOrAddDefault(_again, struck, out _);
            if (again++ < MostAgain)
                Judge(state, struck);
        }

        if (_again.Count > 0)
            _again.Clear();
        _waiting.Clear();
        _at = int.MinValue;
    }

    /// <summary>Chains of lapses that were cut and have been reached go on.</summary>
    private void GoesOn(int known)
    {
        for (; _cut.Count > 0 && _cut.Min.Reached <= _reached.Number; _cut.Remove(_cut.Min))
        {
            var (reached, slot) = _cut.Min;
            if (_slots[slot].CutWith < known)
                _wentOn.Add(new WentOn(_slots[slot].CutWith, known, new Day(reached)));
            _queue.Add((_slots[slot].Last, slot));
        }
    }

    /// <summary>Takes the strike that comes first.</summary>
    private int Next()
    {
        var (last, slot) = _queue.Min;
        _queue.Remove(_queue.Min);
        if (last < _at)
            _waiting.Clear();
        _at = last;
        return slot;
    }

    public void Save(SnapshotWriter writer)
    {
        _slots.Save(writer);
        _runs.Save(writer);
        _heads.Save(writer);
        _notes.Save(writer);
        _wentOn.Save(writer);
        writer.Items<ulong>([.. Enumerable.Range(0, _keys.Count).Select(i => _keys[i])]);
        writer.Items<long>([.. _cut.Select(c => ((long)c.Reached << 32) | (uint)c.Slot)]);
        writer.Items<int>([.. _ahead.Order()]);
        writer.Int(_reached.Number);
    }

    public void Load(SnapshotReader reader)
    {
        _slots.Load(reader);
        _runs.Load(reader);
        _heads.Load(reader);
        _notes.Load(reader);
        _wentOn.Load(reader);
        foreach (var key in reader.Items<ulong>())
            _keys.Add(key);
        if (_keys.Count != _heads.Count)
            throw new InvalidDataException("What the clock has read is not complete.");
        foreach (var cut in reader.Items<long>())
            _cut.Add(((int)(cut >> 32), (int)cut));
        _ahead.UnionWith(reader.Items<int>());
        _reached = new Day(reader.Int());
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
        if (head < 0)
            return;

        // All that waits already need not be found again, so that a chain that is judged anew costs no more than its steps.
        var waiting = until == Day.Max && from.Number > _at && _waiting.TryGetValue(head, out var w) && w.From <= from ? w.Notes : 0;
        for (var i = _heads[head]; i >= waiting && _notes[i].Latest >= from; i = _notes[i].Before)
        {
            ref readonly var note = ref _notes[i];
            if (from <= note.Day && note.Day < until)
                _queue.Add((_slots[note.Slot].Last, note.Slot));
        }

        if (until == Day.Max && !_ahead.Contains(head))
            _waiting[head] = waiting > 0 ? (_waiting[head].From, _notes.Count) : (from, _notes.Count);
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
        {
            // What has fallen with what it follows needs no more, and returns with it.
            if (groups.Count == 0 && StrikeWriter.HasFallen(state, _runs[latest].Sources))
                return;
            StrikeWriter.Withdraw(state, _runs[latest].Sources);
        }

        if (FarAhead(store, groups) is { } reached)
        {
            (_slots.Own(slot).Latest, _slots.Own(slot).CutWith) = (-1, state.Known);
            _cut.Add((reached.Number, slot));
            return;
        }

        var (sources, versions) = (store.Prospective, store.Count);
        StrikeWriter.Write(state, groups, last + 1);
        _slots.Own(slot).Latest = _runs.Add(new Run(sources, store.Prospective, versions, store.Count));
    }

    /// <summary>The day that is to be reached before what the judgements bring is written, if they are too many lapses ahead; else null.</summary>
    private Day? FarAhead(FactStore store, List<(Strike Strike, Condition Condition)> groups)
    {
        Day? reached = null;
        foreach (var (strike, _) in groups)
        {
            var steps = 0;
            for (var at = strike.Parent; at < 0; at = store.ProspectiveOf(at).Parent)
            {
                if (store.ProspectiveOf(at).Due <= _reached || ++steps >= Ahead)
                    break;
            }

            if (steps >= Ahead)
                reached = Day.Later(reached ?? Day.Min, store.ProspectiveOf(strike.Parent).Due);
        }

        return reached;
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

        if (day.Number > _slots[slot].Last)
        {
            _ahead.Add(head);
            _waiting.Remove(head);
        }

        var before = _heads[head];
        _heads.Own(head) = _notes.Add(new Note(slot, day, before < 0 ? day : Day.Later(day, _notes[before].Latest), before));
    }

    private int SlotOf(int thing, int last)
    {
        var key = FactKey.Of(1, thing, last).Bits;
        var slot = _slotOf.Find(key);
        if (slot < 0)
        {
            slot = _slots.Add(new Slot { Thing = thing, Last = last, Latest = -1, CutWith = -1 });
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

        /// <summary>How many acts were known when its chain was last cut.</summary>
        public int CutWith;
    }

    /// <summary>That a chain which was cut went on, and how many acts were known then.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct WentOn(int Since, int Until, Day Reached);

    /// <summary>A judgement of a slot: what it prepared and wrote, as ranges of numbers.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Run(int FirstSource, int EndSource, int FirstVersion, int EndVersion)
    {
        public (int First, int End) Sources => (FirstSource, EndSource);

        public (int First, int End) Versions => (FirstVersion, EndVersion);
    }

    /// <summary>That a strike has read something as at a day, and the latest such day of this note and of all before it.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Note(int Slot, Day Day, Day Latest, int Before);
}
