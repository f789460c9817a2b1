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

    /// <summary>Every place where a piece may end, in order, each once.</summary>
    private void Step(Pattern pattern, MatchState state, List<MatchState> ends)
    {
        switch (Only(pattern, ref state))
        {
            case true:
                Reach(ends, state);
                break;
            case null:
                Several(pattern, state, ends);
                break;
        }
    }

    /// <summary>Goes on where there is one way at most: true if there is one, false if there is none, null if there may be several.</summary>
    private bool? Only(Pattern pattern, ref MatchState state)
    {
        if (++steps > StepLimit) GaveUp = true;
        if (GaveUp) return false;
        switch (pattern)
        {
            case LiteralPattern literal:
                if (!IsLiteral(state.Position, literal.Number)) return Missing(state.Position, literal.Text);
                state = new MatchState(state.Position + 1, state.Last);
                return true;
            case CapturePattern { Type.Phrase: { } phrase } capture:
                var way = Ways(phrase, state.Position);
                if (way < 0) return false;
                if (Derivations[way].Next >= 0) return null;
                state = Through(capture, state, Derivations[way].End, way);
                return true;
            case CapturePattern capture:
                var end = Atom(capture.Type.Atomic!.Value, state.Position);
                if (end == 0) return Missing(state.Position, capture.Type.Atomic.Value, capture.Name);
                state = Through(capture, state, end, Derivations.None);
                return true;
            case OptionalPattern optional when !MayStart(optional.Starts!, state.Position):
                return true;
            default:
                return null;
        }
    }

    private void Several(Pattern pattern, MatchState state, List<MatchState> ends)
    {
        switch (pattern)
        {
            case CapturePattern { Type.Phrase: { } phrase } capture:
                for (var way = Ways(phrase, state.Position); way >= 0; way = Derivations[way].Next)
                    Reach(ends, capture, state, Derivations[way].End, way);
                break;
            case SequencePattern sequence:
                Sequence(sequence, state, ends);
                break;
            case FlagPattern flag:
                Flag(flag, state, ends);
                break;
            case ListPattern list:
                Items(list, state, ends);
                break;
            case OptionalPattern optional:
                Step(optional.Inner, state, ends);
                Reach(ends, state);
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options)
                    if (MayStart(option.Starts!, state.Position))
                        Step(option, state, ends);
                break;
        }
    }

    private void Sequence(SequencePattern sequence, MatchState state, List<MatchState> ends)
    {
        var parts = sequence.Parts;
        var i = 0;
        for (; i < parts.Length; i++)
        {
            var goesOn = Only(parts[i], ref state);
            if (goesOn is null) break;
            if (!goesOn.Value) return;
        }
        if (i == parts.Length)
        {
            Reach(ends, state);
            return;
        }
        var now = Rent();
        var next = Rent();
        Several(parts[i++], state, now);
        for (; i < parts.Length && now.Count > 0; i++)
        {
            foreach (ref readonly var at in CollectionsMarshal.AsSpan(now)) Step(parts[i], at, next);
            now.Clear();
            (now, next) = (next, now);
        }
        foreach (ref readonly var at in CollectionsMarshal.AsSpan(now)) Reach(ends, at);
        Return(now);
        Return(next);
    }

    private void Flag(FlagPattern flag, MatchState state, List<MatchState> ends)
    {
        for (var i = 0; i < flag.Numbers.Length; i++)
        {
            var option = flag.Numbers[i];
            var n = 0;
            while (n < option.Length && IsLiteral(state.Position + n, option[n])) n++;
            if (n < option.Length) Missing(state.Position + n, flag.Options[i][n]);
            else Reach(ends, flag, state, state.Position + n, i);
        }
    }

    /// <summary>The longest list first, then shorter ones.</summary>
    private void Items(ListPattern list, MatchState state, List<MatchState> ends)
    {
        var found = spareItems.TryPop(out var items) ? items : [];
        HashSet<int>? seen = null;
        ItemsFrom(list, state.Position, Derivations.None, found, ref seen);
        // Every item found may be followed by a separator and another one; the list grows while it is walked.
        for (var i = 0; i < found.Count && !GaveUp; i++)
        {
            steps++;
            var end = Derivations.ItemAt(found[i]).End;
            if (IsLiteral(end, list.SeparatorNumber)) ItemsFrom(list, end + 1, found[i], found, ref seen);
            else Missing(end, list.Separator);
        }
        LongestFirst(found);
        foreach (var item in found) Reach(ends, list, state, Derivations.ItemAt(item).End, item);
        found.Clear();
        spareItems.Push(found);
    }

    private void LongestFirst(List<int> items)
    {
        var ascending = true;
        for (var i = 1; i < items.Count && ascending; i++) ascending = Derivations.ItemAt(items[i - 1]).End < Derivations.ItemAt(items[i]).End;
        if (ascending) items.Reverse();
        else items.Sort((a, b) => Derivations.ItemAt(b).End.CompareTo(Derivations.ItemAt(a).End));
    }

    private void ItemsFrom(ListPattern list, int position, int before, List<int> found, ref HashSet<int>? seen)
    {
        if (list.Type.Phrase is { } phrase)
        {
            for (var way = Ways(phrase, position); way >= 0; way = Derivations[way].Next) Item(new ItemLink(before, position, Derivations[way].End, way), found, ref seen);
            return;
        }
        var end = Atom(list.Type.Atomic!.Value, position);
        if (end > 0) Item(new ItemLink(before, position, end, Derivations.None), found, ref seen);
        else Missing(position, list.Type.Atomic.Value, list.Name);
    }

    private void Item(ItemLink item, List<int> found, ref HashSet<int>? seen)
    {
        if (found.Count > 16)
        {
            seen ??= [.. found.Select(f => Derivations.ItemAt(f).End)];
            if (!seen.Add(item.End)) return;
        }
        else
        {
            foreach (var other in CollectionsMarshal.AsSpan(found))
                if (Derivations.ItemAt(other).End == item.End)
                    return;
        }
        found.Add(Derivations.Add(item));
    }

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
        var ends = Rent();
        Step(phraseCase.Pattern, new MatchState(position, Derivations.None), ends);
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

    private void Reach(List<MatchState> ends, NamedPattern pattern, MatchState state, int end, int inner)
    {
        if (!IsReached(ends, end)) ends.Add(Through(pattern, state, end, inner));
    }

    private void Reach(List<MatchState> ends, MatchState state)
    {
        if (!IsReached(ends, state.Position)) ends.Add(state);
    }

    private bool IsReached(List<MatchState> ends, int position)
    {
        var reached = CollectionsMarshal.AsSpan(ends);
        steps += reached.Length >> 4;
        foreach (ref readonly var end in reached)
            if (end.Position == position)
                return true;
        return false;
    }

    private MatchState Through(NamedPattern pattern, MatchState state, int end, int inner) =>
        new(end, Derivations.Add(new CaptureLink(state.Last, pattern, state.Position, end, inner)));

    /// <summary>Where a word of a kind ends; 0 if none stands there.</summary>
    private int Atom(AtomicType type, int position)
    {
        if (position >= stop) return 0;
        ref readonly var token = ref words[position];
        switch (type)
        {
            case AtomicType.Integer:
                return token.Kind == TokenKind.Number && !source.Span(token.Span).Contains('.') ? position + 1 : 0;
            case AtomicType.Number:
                return token.Kind is TokenKind.Number or TokenKind.Fraction or TokenKind.Percent ? position + 1 : 0;
            case AtomicType.Date:
                return token.Kind == TokenKind.Date || (token.Kind == TokenKind.Number && PartialDate.TryRead(source.Span(token.Span), out _)) ? position + 1 : 0;
            case AtomicType.Name:
                var end = position;
                while (end < stop && words[end].Kind == TokenKind.Name) end++;
                return end > position ? end : 0;
            case AtomicType.Term:
                return token.Kind == TokenKind.Word && !table.IsSmall(literals[position]) ? position + 1 : 0;
            case AtomicType.Word:
                return token.Kind == TokenKind.Word ? position + 1 : 0;
            case AtomicType.String:
                return token.Kind == TokenKind.String ? position + 1 : 0;
            case AtomicType.Label:
                return token.Kind is TokenKind.Label or TokenKind.Number or TokenKind.Name or TokenKind.Word ? position + 1 : 0;
            default:
                return stop;
        }
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
