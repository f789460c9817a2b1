using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// Fits words to patterns: ordered alternatives, every way tried, the first way that uses all words wins.
/// For each piece of a pattern it finds all places where the piece may end, keeping the first way to each (a memoised
/// parser in the manner of P. Norvig, "Techniques for Automatic Memoization", 1991), so that work grows with a power
/// of the length and never with its exponential. What it found holds until it is asked again.
/// </summary>
internal sealed partial class PhraseMatcher
{
    private const int DepthLimit = 100;
    private const int StepLimit = 4_000_000;

    // Beyond so many words the cases are tried one by one and not picked by the words of the clause.
    private const int LongClause = 256;
    private readonly MatchMemo memo = new();
    private readonly Stack<List<MatchState>> spare = [];
    private readonly Stack<List<int>> spareItems = [];
    private SourceText source = SourceText.Empty;
    private Token[] words = [];
    private LiteralIndex table = FormTable.Default.Literals;
    private int[] literals = [];
    private int[] present = [];
    private int round;
    private int from;
    private int stop;
    private int depth;
    private int steps;

    /// <summary>Whether the last attempt gave up because the words were too long or too deep.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The ways that were found last.</summary>
    public Derivations Derivations { get; } = new();

    private bool IsLiteral(int position, int literal) => position < stop && literals[position] == literal;

    /// <summary>Takes the words of a file.</summary>
    public PhraseMatcher Over(SourceText file, Token[] itsWords, FormTable forms)
    {
        source = file;
        words = itsWords;
        table = forms.Literals;
        memo.Phrases = forms.Phrases.Length;
        if (present.Length < table.Count) present = new int[table.Count];
        if (literals.Length < words.Length) literals = new int[Math.Max(words.Length, 2 * literals.Length)];
        for (var i = 0; i < words.Length; i++)
            literals[i] = words[i].Kind != TokenKind.String && words[i].Length <= LiteralIndex.Longest ? table.Of(source.Span(words[i].Span)) : 0;
        return this;
    }

    /// <summary>Lets go of the file, and gives back what an unusual one has taken.</summary>
    public void Rest()
    {
        source = SourceText.Empty;
        words = [];
        if (literals.Length > MatchMemo.Flat) literals = [];
        expected.Clear();
        memo.Rest();
        Derivations.Rest();
    }

    /// <summary>Fits all of the words from <paramref name="first"/> to <paramref name="to"/> to one of the cases; gives the way, or <see cref="Derivations.None"/>.</summary>
    public int Whole(ImmutableArray<PhraseCase> cases, int first, int to)
    {
        Begin(first, to);
        var ends = Rent();
        var found = Derivations.None;
        foreach (var phraseCase in cases)
        {
            if (!MayFit(phraseCase, first)) continue;
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(first, Derivations.None), ends);
            foreach (ref readonly var end in CollectionsMarshal.AsSpan(ends))
            {
                if (end.Position != to)
                {
                    NoteEnd(end.Position);
                    continue;
                }
                found = Derivations.Add(new Derivation(phraseCase, first, to, end.Last), Derivations.None);
                break;
            }
            if (found >= 0) break;
        }
        Return(ends);
        return GaveUp ? Derivations.None : found;
    }

    /// <summary>Fits a part of the words that starts at <paramref name="first"/>: the first way to every end that can be reached, in order; the others follow by <see cref="Derivation.Next"/>.</summary>
    public int Prefixes(ImmutableArray<PhraseCase> cases, int first, int to)
    {
        Begin(first, to);
        var found = new Found();
        var ends = Rent();
        foreach (var phraseCase in cases)
        {
            if (!MayFit(phraseCase, first)) continue;
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(first, Derivations.None), ends);
            foreach (ref readonly var end in CollectionsMarshal.AsSpan(ends))
            {
                NoteEnd(end.Position);
                Keep(phraseCase, first, end, ref found);
            }
        }
        Return(ends);
        return GaveUp ? Derivations.None : found.First;
    }

    /// <summary>The match of a way that was found last.</summary>
    public Match Build(int way) => new MatchBuilder(source, words, Derivations).Build(way);

    private void Begin(int first, int to)
    {
        if (round == int.MaxValue)
        {
            round = 0;
            Array.Clear(present);
        }
        round++;
        for (var i = first; i < to; i++) present[literals[i]] = round;
        memo.Begin(first, to);
        Derivations.Clear();
        from = first;
        stop = to;
        depth = 0;
        steps = 0;
        GaveUp = false;
    }

    /// <summary>Whether a case may fit at a place: its first word fits, and the words that it cannot do without stand somewhere in the clause.</summary>
    private bool MayFit(PhraseCase phraseCase, int position)
    {
        if (!MayStart(phraseCase.Starts, position)) return false;
        if (recording) return true;
        foreach (var literal in phraseCase.Required)
            if (present[literal] != round)
                return false;
        return true;
    }

    /// <summary>Whether a case may start with the word at a place. When a record is kept, every case is tried, so that it can say what it expected.</summary>
    private bool MayStart(StartSet starts, int position) =>
        recording || (position < stop ? starts.Admits(words[position].Kind, literals[position]) : starts.MayBeEmpty);

    /// <summary>The first way in which words from a place on fit a phrase; the others follow by <see cref="Derivation.Next"/>, each with an end of its own.</summary>
    private int Ways(Phrase phrase, int position)
    {
        if (memo.TryGet(phrase.Index, position, out var known)) return known;
        if (depth >= DepthLimit)
        {
            GaveUp = true;
            return Derivations.None;
        }
        depth++;
        var entered = Enter(phrase, position);
        var found = new Found();
        if (phrase.Keys is { } keys && !recording && stop - position < LongClause)
        {
            for (var group = 0; group < keys.Groups; group++)
                for (var set = keys.Of(group, literals.AsSpan(position, stop - position)); set != 0;)
                    Try(phrase.Cases[(64 * group) + CaseKeys.Next(ref set)], position, ref found);
        }
        else
        {
            foreach (var phraseCase in phrase.Cases) Try(phraseCase, position, ref found);
        }
        if (entered) Leave();
        depth--;
        memo.Set(phrase.Index, position, found.First);
        return found.First;
    }

    private void Try(PhraseCase phraseCase, int position, ref Found found)
    {
        if (!MayFit(phraseCase, position)) return;
        var state = new MatchState(position, Derivations.None);
        var sequence = phraseCase.Pattern as SequencePattern;
        var next = sequence is not null ? Ahead(sequence, ref state) : Only(phraseCase.Pattern, ref state) switch { true => 1, false => -1, null => 0 };
        if (next < 0) return;
        if (next == (sequence?.Parts.Length ?? 1))
        {
            Keep(phraseCase, position, state, ref found);
            return;
        }
        var ends = Rent();
        if (sequence is not null) Beyond(sequence, next, state, ends);
        else Several(phraseCase.Pattern, state, ends);
        foreach (ref readonly var end in CollectionsMarshal.AsSpan(ends)) Keep(phraseCase, position, end, ref found);
        Return(ends);
    }

    /// <summary>Keeps a way to an end that no way has reached yet.</summary>
    private void Keep(PhraseCase phraseCase, int start, MatchState end, ref Found found)
    {
        steps += found.Count >> 4;
        for (var way = found.First; way >= 0; way = Derivations[way].Next)
            if (Derivations[way].End == end.Position)
                return;
        found.Last = Derivations.Add(new Derivation(phraseCase, start, end.Position, end.Last), found.Last);
        if (found.Count++ == 0) found.First = found.Last;
    }

    private List<MatchState> Rent() => spare.TryPop(out var list) ? list : new List<MatchState>(4);

    private void Return(List<MatchState> list)
    {
        list.Clear();
        spare.Push(list);
    }

    /// <summary>The ways found so far, first and last.</summary>
    private struct Found()
    {
        public int First = Derivations.None;
        public int Last = Derivations.None;
        public int Count;
    }
}
