using Foedus.Charter.Forms;

namespace Foedus.Charter.Syntax;

/// <content>What might have stood at the furthest place that was reached.</content>
internal sealed partial class PhraseMatcher
{
    private readonly List<Expectation> expected = [];
    private readonly List<(Phrase Phrase, int Position)> inside = [];
    private bool recording;
    private bool mayEnd;

    /// <summary>The furthest word that did not fit.</summary>
    public int Furthest { get; private set; }

    /// <summary>What would have fitted there, each once, in the order of the table.</summary>
    public IReadOnlyList<Expectation> Expected => expected;

    /// <summary>Whether the clause might have ended there.</summary>
    public bool MayEnd => mayEnd;

    /// <summary>Forgets what was expected and keeps a record from now on.</summary>
    public void Record(int from)
    {
        recording = true;
        expected.Clear();
        inside.Clear();
        mayEnd = false;
        Furthest = from;
    }

    /// <summary>Keeps no record any more.</summary>
    public void StopRecording() => recording = false;

    private void NoteEnd(int position)
    {
        if (!recording || position < Furthest) return;
        Move(position);
        mayEnd = true;
    }

    /// <summary>Notes that a word did not fit; gives false.</summary>
    private bool Missing(int position, string literal)
    {
        if (recording && position >= Furthest) Note(position, new Expectation(literal, null, Outermost(position), null));
        return false;
    }

    private bool Missing(int position, AtomicType type, string name)
    {
        if (recording && position >= Furthest) Note(position, new Expectation(null, type, Outermost(position), name));
        return false;
    }

    private void Note(int position, Expectation expectation)
    {
        Move(position);
        if (!expected.Exists(e => string.Equals(e.Literal, expectation.Literal, StringComparison.Ordinal) && e.Type == expectation.Type && ReferenceEquals(e.Phrase, expectation.Phrase)))
            expected.Add(expectation);
    }

    private void Move(int position)
    {
        if (position == Furthest) return;
        Furthest = position;
        expected.Clear();
        mayEnd = false;
    }

    private Phrase? Outermost(int position)
    {
        foreach (var (phrase, start) in inside)
            if (start == position)
                return phrase;
        return null;
    }

    private bool Enter(Phrase phrase, int position)
    {
        if (recording) inside.Add((phrase, position));
        return recording;
    }

    private void Leave() => inside.RemoveAt(inside.Count - 1);
}
