using Foedus.Charter.Model;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <summary>
/// A question put to the charter and the state on one way of reading the silences: it fills open places, weighs parties, conditions and
/// figures, and notes every reason that it meets. It writes nothing.
/// </summary>
public partial class Inquiry
{
    private readonly List<Ground> _grounds = Scratch.Grounds();

    public Inquiry(State state, Rulebook book, Day day, Readings readings)
        : this(state, book, state.At(day, readings), readings)
    {
    }

    public Inquiry(State state, Rulebook book, View view, Readings readings)
    {
        State = state;
        Book = book;
        Readings = readings;
        View = view;
        Today = view.At;
    }

    public State State { get; }

    /// <summary>The edition by which it is answered.</summary>
    public Rulebook Book { get; }

    /// <summary>The state as at the day, as known now, under the readings of this path.</summary>
    public View View { get; }

    public Readings Readings { get; }

    public Roll Roll => State.Roll;

    /// <summary>The day of which the question is: of the act that is judged. What the calendar brings is judged from the end of the day before.</summary>
    public Day Today { get; internal set; }

    public IReadOnlyList<Ground> Grounds => _grounds;

    /// <summary>How everything noted so far comes together.</summary>
    public Truth Standing => OutcomeFrom(0);

    /// <summary>Notes a provision that was met and speaks for the act or merely applies.</summary>
    public void Cite(Provision by, GroundKind message, object? first = null, object? second = null) =>
        _grounds.Add(new Ground(Truth.Yes, by, message, first, second, null));

    /// <summary>Notes a reason and gives its truth back.</summary>
    public Truth Note(Truth met, Provision? by, GroundKind message, object? first = null, object? second = null, Need? need = null)
    {
        _grounds.Add(new Ground(met, by, message, first, second, need));
        return met;
    }

    /// <summary>Notes how something came out, which is no reason against the act.</summary>
    public Truth Inform(Truth met, Provision? by, GroundKind message, object? first = null, object? second = null, Need? need = null)
    {
        _grounds.Add(new Ground(met, by, message, first, second, need, Informs: true));
        return met;
    }

    /// <summary>
    /// Fills a place: by what the charter says, by what was settled or interpreted, or by the reading on this path. False, with the open
    /// place noted, if nothing fills it.
    /// </summary>
    public bool Ask<T>(Slot<T> slot, out T value)
    {
        if (slot.Silence is not { } silence)
        {
            value = slot.Fillers[0];
            return true;
        }

        if (View.TryValue(Relations.Settled, silence.Id, out var settled) && settled < slot.Fillers.Length)
        {
            Cite(slot.By, GroundKind.Settled, silence, silence.Readings[(int)settled]);
            value = slot.Fillers[(int)settled];
            return true;
        }

        var reading = Readings.Ask(silence.Id, silence.Ways);
        if (reading >= 0 && reading < silence.Tried && reading < slot.Fillers.Length)
        {
            Cite(slot.By, GroundKind.ReadAs, silence, silence.Readings[reading]);
            value = slot.Fillers[reading];
            return true;
        }

        Note(Truth.Open, slot.By, GroundKind.Unsaid, silence, null, new Need(silence.Address, silence.LeftTo?.Words ?? "", silence));
        value = default!;
        return false;
    }

    /// <summary>
    /// Asks for a limit: a time, a notice. What the text leaves open, and nothing fills, is no limit and bars nothing; it is reported.
    /// </summary>
    public bool AskLimit<T>(Slot<T> slot, out T value)
    {
        var mark = _grounds.Count;
        if (Ask(slot, out value))
            return true;
        Forget(mark);
        Inform(Truth.Yes, slot.By, GroundKind.Unsaid, slot.Silence);
        return false;
    }

    /// <summary>Like <see cref="Ask{T}(Slot{T}, out T)"/> where the place may not exist at all: then the default, and nothing is noted.</summary>
    public bool AskOr<T>(Slot<T>? slot, T otherwise, out T value)
    {
        if (slot is not null)
            return Ask(slot, out value);
        value = otherwise;
        return true;
    }

    /// <summary>Gives the list of reasons back once they have been copied; the inquiry is over.</summary>
    protected void Close() => Scratch.Give(_grounds);

    /// <summary>The place in the list of reasons, to come back to.</summary>
    protected int Mark() => _grounds.Count;

    protected Truth OutcomeFrom(int mark)
    {
        var truth = Truth.Yes;
        for (var i = mark; i < _grounds.Count; i++)
        {
            if (!_grounds[i].Informs || _grounds[i].Met == Truth.Open)
                truth = truth.And(_grounds[i].Met);
        }

        return truth;
    }

    /// <summary>Takes the reasons since a mark away and gives them back.</summary>
    protected List<Ground> Cut(int mark)
    {
        var cut = _grounds.GetRange(mark, _grounds.Count - mark);
        _grounds.RemoveRange(mark, _grounds.Count - mark);
        return cut;
    }

    protected void Restore(List<Ground> grounds) => _grounds.AddRange(grounds);

    /// <summary>Forgets reasons since a mark: what was found out does not bear on the act.</summary>
    protected void Forget(int mark) => _grounds.RemoveRange(mark, _grounds.Count - mark);
}
