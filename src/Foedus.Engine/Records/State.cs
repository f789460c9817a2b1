using Foedus.Engine.Acts;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Records;

/// <summary>
/// The state of a federation after so many acts. It is a value: recording a ruling gives another state and leaves this one as it was, though
/// both share what lies beneath. State is derived from acts and never patched by hand.
/// </summary>
public sealed class State
{
    private readonly Shared _shared;

    private State(Shared shared, int known, ReadLog? log = null, Supposition? supposed = null)
    {
        Supposed = supposed;
        _shared = shared;
        Known = known;
        Log = log;
    }

    /// <summary>The rules of every edition.</summary>
    public Rulebooks Books => _shared.Books;

    public FactStore Store => _shared.Store;

    public Roll Roll => _shared.Books.Roll;

    /// <summary>How many acts this state knows; the register is act 0.</summary>
    public int Known { get; }

    /// <summary>Where it is noted what rulings on this state and on those after it rest on; null if nowhere.</summary>
    public ReadLog? Log { get; }

    /// <summary>The state before any act: what the register and the charter itself say.</summary>
    public static State Opening(Rulebooks books) => Opening(books, null);

    /// <summary>The state before any act, as if one edition had always ruled; as each day has it if none is given.</summary>
    public static State Opening(Rulebooks books, Rulebook? only)
    {
        var shared = new Shared(books, new FactStore(), new Figures(), new RuledActs(), only);
        shared.Store.KeepInverse(Relations.Mandate);
        shared.Store.KeepInverse(Relations.Choice);
        shared.Store.KeepInverse(Relations.BeginsOn);
        shared.Store.KeepInverse(Relations.EqualElection);
        shared.Store.KeepInverse(Relations.Fact);
        shared.Store.KeepInverse(Relations.Finding);
        new OpeningRecord(shared.Store, shared.Figures, shared.HeadCounts, books, only).Write();
        var state = new State(shared, 0);
        shared.Strikes.Settle(state, Day.Min, 0);
        return state;
    }

    /// <summary>Everything as at a day, as known after this state's acts; silences are left open unless readings are given.</summary>
    public View At(Day day, IReadings? readings = null, ReadLog? log = null) => new(Store, day, Known, readings, log ?? Log, Supposed);

    /// <summary>What is supposed to have fallen; null in a state of what is on record.</summary>
    internal Supposition? Supposed { get; }

    /// <summary>The federation as it was known after an earlier act, but as if certain sources had fallen.</summary>
    internal State Supposing(int sequence, Supposition supposed) => new(_shared, sequence, null, supposed);

    /// <summary>
    /// The same state, noting from now on what each ruling rests on, so that <see cref="Dependents"/> can name the rulings to look at again
    /// when an act turns out otherwise. Ruling takes about twice as long.
    /// </summary>
    public State Noting(ReadLog log) => new(_shared, Known, log);

    /// <summary>The same federation as it was known after an earlier act.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The act is not yet known to this state.</exception>
    public State AsKnownAt(int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, Known);
        return new State(_shared, sequence);
    }

    /// <summary>The figure at a place in the list.</summary>
    public Figure FigureAt(long place) => _shared.Figures[(int)place];

    /// <summary>Whether the act with this place in the ledger has its ruling on record; the one that is being recorded has not.</summary>
    internal bool IsRuled(int sequence) => sequence <= _shared.Acts.Count;

    /// <summary>What was ruled of the act with this place in the ledger, from 1.</summary>
    public RulingDigest DigestOf(int sequence)
    {
        Note(sequence);
        return _shared.Acts[sequence];
    }

    /// <summary>The act with this place in the ledger, from 1.</summary>
    public Act ActOf(int sequence)
    {
        Note(sequence);
        return _shared.Acts.ActOf(sequence);
    }

    /// <summary>The state after an act with its ruling.</summary>
    /// <exception cref="InvalidOperationException">Another act was recorded on this state before; replay to follow another branch.</exception>
    public State Record(Ruling ruling)
    {
        if (_shared.Head != Known)
            throw new InvalidOperationException("Another act already follows this state. Replay up to it to follow another branch.");
        GoOn(ruling.Act.Done);
        var sequence = Known + 1;
        _shared.Head = sequence;
        var first = Store.Count;
        EffectWriter.Write(this, ruling, sequence);
        _shared.Acts.Add(ruling);
        var after = new State(_shared, sequence, Log);
        _shared.Strikes.Settle(after, ruling.Act.Done, first);
        _shared.HeadCounts.Seen(Store.Count);
        return after;
    }

    /// <summary>
    /// The same state, to go its own way: what is asked or supposed there, and what it brings (names, conditions, rosters, further acts), is gone
    /// with it and never seen here. Cost: about a thousandth of the state, and of what is then written to, a copy. Any number may branch off at
    /// once from a state that is not itself asked or recorded on.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another act already follows this state.</exception>
    public State Branch()
    {
        if (_shared.Head != Known)
            throw new InvalidOperationException("Another act already follows this state. Branch off from the latest and read it as known after an earlier act.");
        return new State(_shared.Branch(), Known);
    }

    /// <summary>
    /// The state in which all is written that the calendar brings by a day: this one, or a branch of it. What runs out is written ahead, but a long
    /// chain of lapses only so far; whoever asks about a day beyond the acts asks the state that reaches it.
    /// </summary>
    /// <param name="day">The day about which is to be asked.</param>
    public State Reaching(Day day)
    {
        if (Reaches(day))
            return this;
        var there = _shared.Head == Known ? Branch() : Again();
        there.GoOn(day);
        return new State(there._shared, Known, Log, Supposed);
    }

    /// <summary>
    /// Writes what the calendar brings by a day, as recording an act of that day would. Only the latest state goes on; an earlier one is told by
    /// <see cref="Reaching"/>.
    /// </summary>
    internal void GoOn(Day day)
    {
        if (_shared.Head == Known)
            _shared.Strikes.GoOn(this, day);
    }

    private bool Reaches(Day day) => _shared.Head == Known ? _shared.Strikes.Reach(day) : _shared.Strikes.Reached(day, Known);

    /// <summary>This state with nothing after it, lived again from the first act.</summary>
    private State Again()
    {
        var again = Opening(Books, _shared.Only is { } only ? Books[only.Index] : null);
        for (var act = 1; act <= Known; act++)
            again = again.Record(Judge.Rule(again, ActOf(act)));
        return again;
    }

    /// <summary>The place in the ledger of the act with a number of the journal, or -1.</summary>
    public int SequenceOf(int actNumber)
    {
        for (var i = Known; i > 0; i--)
        {
            if (_shared.Acts[i].Number != actNumber)
                continue;
            Note(i);
            return i;
        }

        return -1;
    }

    /// <summary>Notes that the act itself was looked at, and not only what it wrote.</summary>
    private void Note(int sequence) => Log?.Note(FactStore.StandingKey(sequence), Day.Min);

    /// <summary>Numbers of members that were counted before; null for a state that is not the latest.</summary>
    internal HeadCounts? HeadCounts => _shared.Head == Known ? _shared.HeadCounts : null;

    /// <summary>Where what is written is noted.</summary>
    internal HeadCounts Writing => _shared.HeadCounts;

    /// <summary>Enters a figure in the list and gives its place.</summary>
    internal long Enter(Figure figure) => _shared.Figures.Add(figure);

    /// <summary>Writes the state for a snapshot. Only the latest state can be written.</summary>
    internal void Save(SnapshotWriter writer)
    {
        if (_shared.Head != Known)
            throw new InvalidOperationException("Another act already follows this state. Only the latest state can be kept.");
        writer.Int(Known);
        Store.Save(writer);
        _shared.Figures.Save(writer);
        _shared.Acts.Save(writer);
        _shared.HeadCounts.Save(writer);
        _shared.Strikes.Save(writer);
    }

    /// <summary>The state that was written, over the same rules.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of a state.</exception>
    internal static State Load(SnapshotReader reader, Rulebooks books, Func<int, Act> acts)
    {
        var known = reader.Count();
        var shared = new Shared(books, FactStore.Load(reader), Figures.Load(reader), RuledActs.Load(reader, acts), null);
        shared.HeadCounts.Load(reader, shared.Store.Count);
        shared.Strikes.Load(reader);
        shared.Head = known;
        return shared.Acts.Count == known ? new State(shared, known) : throw new InvalidDataException("Not every act has its ruling.");
    }

    private sealed class Shared(Rulebooks books, FactStore store, Figures figures, RuledActs acts, Rulebook? only)
    {
        private Shared(Shared of)
            : this(of.Books.Branch(), of.Store.Branch(), of.Figures.Branch(), of.Acts.Branch(), of.Only)
        {
            (HeadCounts, Strikes, Head) = (of.HeadCounts.Branch(), of.Strikes.Branch(), of.Head);
        }

        public Shared Branch() => new(this);

        public Rulebooks Books { get; } = books;

        public FactStore Store { get; } = store;

        public Figures Figures { get; } = figures;

        public RuledActs Acts { get; } = acts;

        /// <summary>The edition as if which alone had always ruled; null for each on its days.</summary>
        public Rulebook? Only { get; } = only;

        public HeadCounts HeadCounts { get; } = new(books.Roll.Word(Membership.FateWords.Settled));

        public Strikes Strikes { get; } = new();

        public int Head { get; set; }
    }
}
