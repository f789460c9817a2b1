using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// Fits words to patterns: ordered alternatives, every way tried, the first way that uses all words wins.
/// For each piece of a pattern it finds all places where the piece may end, keeping the first way to each (a memoised
/// parser in the manner of P. Norvig, "Techniques for Automatic Memoization", 1991), so that work grows with a power
/// of the length and never with its exponential.
/// </summary>
internal sealed partial class PhraseMatcher
{
    private const int DepthLimit = 100;
    private const int StepLimit = 4_000_000;
    private const int FlatMemo = 1 << 15;
    private readonly SourceText source;
    private readonly Token[] words;
    private readonly int[] literals;
    private readonly int phrases;
    private readonly Dictionary<long, Derivation[]> memo = [];
    private readonly Stack<List<MatchState>> spare = [];
    private readonly Stack<List<Derivation>> spareWays = [];
    private Derivation[]?[] flat = [];
    private readonly int[] present;
    private bool isFlat;
    private int round;
    private int from;
    private int stop;
    private int depth;
    private int steps;

    public PhraseMatcher(SourceText source, Token[] words, FormTable table)
    {
        this.source = source;
        this.words = words;
        phrases = table.Phrases.Length;
        present = new int[table.Literals.Count];
        literals = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (words[i].Kind != TokenKind.String && words[i].Length <= 40)
                literals[i] = table.Literals.Of(source.Span(words[i].Span));
    }

    /// <summary>Whether the last attempt gave up because the words were too long or too deep.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Fits all of the words from <paramref name="first"/> to <paramref name="to"/> to one of the cases.</summary>
    public Derivation? Whole(Phrase? phrase, ImmutableArray<PhraseCase> cases, int first, int to)
    {
        Begin(first, to);
        var ends = Rent();
        Derivation? found = null;
        foreach (var phraseCase in cases)
        {
            if (!MayFit(phraseCase, first)) continue;
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(first, null), ends);
            foreach (var end in CollectionsMarshal.AsSpan(ends))
            {
                if (end.Position != to)
                {
                    NoteEnd(end.Position);
                    continue;
                }
                found = new Derivation(phrase, phraseCase, first, to, end.Last);
                break;
            }
            if (found is not null) break;
        }
        Return(ends);
        return GaveUp ? null : found;
    }

    /// <summary>Fits a part of the words that starts at <paramref name="first"/>: every end that can be reached, in order.</summary>
    public List<Derivation> Prefixes(ImmutableArray<PhraseCase> cases, int first, int to)
    {
        Begin(first, to);
        var found = new List<Derivation>();
        var ends = Rent();
        foreach (var phraseCase in cases)
        {
            if (!MayFit(phraseCase, first)) continue;
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(first, null), ends);
            foreach (var end in ends)
            {
                NoteEnd(end.Position);
                if (!Reached(found, end.Position)) found.Add(new Derivation(null, phraseCase, first, end.Position, end.Last));
            }
        }
        Return(ends);
        if (GaveUp) found.Clear();
        return found;
    }

    private void Begin(int first, int to)
    {
        var size = (to - first + 1) * phrases;
        if (size <= FlatMemo)
        {
            if (flat.Length < size) flat = new Derivation[]?[Math.Max(size, 2 * flat.Length)];
            else Array.Clear(flat, 0, size);
        }
        round++;
        for (var i = first; i < to; i++) present[literals[i]] = round;
        memo.Clear();
        isFlat = size <= FlatMemo;
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

    private void Step(Pattern pattern, MatchState state, List<MatchState> ends)
    {
        if (++steps > StepLimit) GaveUp = true;
        if (GaveUp) return;
        switch (pattern)
        {
            case LiteralPattern literal:
                if (IsLiteral(state.Position, literal.Number)) Reach(ends, new MatchState(state.Position + 1, state.Last));
                else Missing(state.Position, literal.Text);
                break;
            case FlagPattern flag:
                Flag(flag, state, ends);
                break;
            case CapturePattern { Type.Phrase: { } phrase } capture:
                foreach (var way in Ways(phrase, state.Position))
                    Reach(ends, new MatchState(way.End, new CaptureLink(state.Last, capture, way.Start, way.End, way, null)));
                break;
            case CapturePattern capture:
                var end = Atom(capture.Type.Atomic!.Value, state.Position);
                if (end > 0) Reach(ends, new MatchState(end, new CaptureLink(state.Last, capture, state.Position, end, null, null)));
                else Missing(state.Position, capture.Type.Atomic.Value, capture.Name);
                break;
            case ListPattern list:
                Items(list, state, ends);
                break;
            case OptionalPattern optional:
                if (MayStart(optional.Starts!, state.Position)) Step(optional.Inner, state, ends);
                Reach(ends, state);
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options)
                    if (MayStart(option.Starts!, state.Position))
                        Step(option, state, ends);
                break;
            case SequencePattern sequence:
                Sequence(sequence, state, ends);
                break;
        }
    }

    private void Sequence(SequencePattern sequence, MatchState state, List<MatchState> ends)
    {
        var now = Rent();
        var next = Rent();
        now.Add(state);
        foreach (var part in sequence.Parts)
        {
            next.Clear();
            foreach (var at in CollectionsMarshal.AsSpan(now)) Step(part, at, next);
            (now, next) = (next, now);
            if (now.Count == 0) break;
        }
        foreach (var at in CollectionsMarshal.AsSpan(now)) Reach(ends, at);
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
            else Reach(ends, new MatchState(state.Position + n, new CaptureLink(state.Last, flag, state.Position, state.Position + n, null, null)));
        }
    }

    /// <summary>The longest list first, then shorter ones.</summary>
    private void Items(ListPattern list, MatchState state, List<MatchState> ends)
    {
        var found = new List<ItemLink>(2);
        HashSet<int>? seen = null;
        ItemsFrom(list, state.Position, null, found, ref seen);
        // Every item found may be followed by a separator and another one; the list grows while it is walked.
        for (var i = 0; i < found.Count && !GaveUp; i++)
        {
            steps++;
            var item = found[i];
            if (IsLiteral(item.End, list.SeparatorNumber)) ItemsFrom(list, item.End + 1, item, found, ref seen);
            else Missing(item.End, list.Separator);
        }
        if (found.Count > 1) found.Sort((a, b) => b.End.CompareTo(a.End));
        foreach (var item in found) Reach(ends, new MatchState(item.End, new CaptureLink(state.Last, list, state.Position, item.End, null, item)));
    }

    private void ItemsFrom(ListPattern list, int position, ItemLink? before, List<ItemLink> found, ref HashSet<int>? seen)
    {
        if (list.Type.Phrase is { } phrase)
        {
            foreach (var way in Ways(phrase, position)) Found(new ItemLink(before, position, way.End, way), found, ref seen);
            return;
        }
        var end = Atom(list.Type.Atomic!.Value, position);
        if (end > 0) Found(new ItemLink(before, position, end, null), found, ref seen);
        else Missing(position, list.Type.Atomic.Value, list.Name);
    }

    private static void Found(ItemLink item, List<ItemLink> found, ref HashSet<int>? seen)
    {
        if (found.Count > 16)
        {
            seen ??= [.. found.Select(f => f.End)];
            if (!seen.Add(item.End)) return;
        }
        else if (found.Exists(f => f.End == item.End))
        {
            return;
        }
        found.Add(item);
    }

    private Derivation[] Ways(Phrase phrase, int position)
    {
        if (Known(phrase, position) is { } known) return known;
        if (depth >= DepthLimit)
        {
            GaveUp = true;
            return [];
        }
        depth++;
        var entered = Enter(phrase, position);
        var found = spareWays.TryPop(out var list) ? list : [];
        var ends = Rent();
        foreach (var phraseCase in phrase.Cases)
        {
            if (!MayFit(phraseCase, position)) continue;
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(position, null), ends);
            foreach (var end in CollectionsMarshal.AsSpan(ends))
                if (!Reached(found, end.Position))
                    found.Add(new Derivation(phrase, phraseCase, position, end.Position, end.Last));
        }
        Return(ends);
        if (entered) Leave();
        depth--;
        Derivation[] ways = [.. found];
        found.Clear();
        spareWays.Push(found);
        Remember(phrase, position, ways);
        return ways;
    }

    private bool Reached(List<Derivation> found, int end)
    {
        steps += found.Count >> 4;
        foreach (var way in CollectionsMarshal.AsSpan(found))
            if (way.End == end)
                return true;
        return false;
    }

    private Derivation[]? Known(Phrase phrase, int position) =>
        isFlat ? flat[((position - from) * phrases) + phrase.Index] : memo.GetValueOrDefault(((long)position * phrases) + phrase.Index);

    private void Remember(Phrase phrase, int position, Derivation[] ways)
    {
        if (isFlat) flat[((position - from) * phrases) + phrase.Index] = ways;
        else memo[((long)position * phrases) + phrase.Index] = ways;
    }

    private void Reach(List<MatchState> ends, MatchState state)
    {
        var reached = CollectionsMarshal.AsSpan(ends);
        steps += reached.Length >> 4;
        foreach (ref readonly var end in reached)
            if (end.Position == state.Position)
                return;
        ends.Add(state);
    }

    private bool IsLiteral(int position, int literal) => position < stop && literals[position] == literal;

    /// <summary>Where a word of a kind ends; 0 if none stands there.</summary>
    private int Atom(AtomicType type, int position)
    {
        if (position >= stop) return 0;
        var token = words[position];
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
                return token.Kind == TokenKind.Word && !SmallWords.Contains(source.Span(token.Span)) ? position + 1 : 0;
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
}
