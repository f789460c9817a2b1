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
internal sealed partial class PhraseMatcher(SourceText source, Token[] words)
{
    private const int DepthLimit = 100;
    private const int StepLimit = 4_000_000;
    private readonly Dictionary<(int Phrase, int Position), Derivation[]> memo = [];
    private readonly Stack<List<MatchState>> spare = [];
    private int stop;
    private int depth;
    private int steps;

    /// <summary>Whether the last attempt gave up because the words were too long or too deep.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Fits all of the words from <paramref name="from"/> to <paramref name="to"/> to one of the cases.</summary>
    public Derivation? Whole(Phrase? phrase, IEnumerable<PhraseCase> cases, int from, int to)
    {
        Begin(to);
        var ends = Rent();
        Derivation? found = null;
        foreach (var phraseCase in cases)
        {
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(from, null), ends);
            foreach (var end in CollectionsMarshal.AsSpan(ends))
            {
                if (end.Position != to)
                {
                    NoteEnd(end.Position);
                    continue;
                }
                found = new Derivation(phrase, phraseCase, from, to, end.Last);
                break;
            }
            if (found is not null) break;
        }
        Return(ends);
        return GaveUp ? null : found;
    }

    /// <summary>Fits a part of the words that starts at <paramref name="from"/>: every end that can be reached, in order.</summary>
    public List<Derivation> Prefixes(IEnumerable<PhraseCase> cases, int from, int to)
    {
        Begin(to);
        var found = new List<Derivation>();
        var ends = Rent();
        foreach (var phraseCase in cases)
        {
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(from, null), ends);
            foreach (var end in ends)
            {
                NoteEnd(end.Position);
                if (!found.Exists(d => d.End == end.Position)) found.Add(new Derivation(null, phraseCase, from, end.Position, end.Last));
            }
        }
        Return(ends);
        if (GaveUp) found.Clear();
        return found;
    }

    private void Begin(int to)
    {
        memo.Clear();
        stop = to;
        depth = 0;
        steps = 0;
        GaveUp = false;
    }

    private void Step(Pattern pattern, MatchState state, List<MatchState> ends)
    {
        if (++steps > StepLimit) GaveUp = true;
        if (GaveUp) return;
        switch (pattern)
        {
            case LiteralPattern literal:
                if (IsLiteral(state.Position, literal.Text)) Reach(ends, new MatchState(state.Position + 1, state.Last));
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
                Step(optional.Inner, state, ends);
                Reach(ends, state);
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options) Step(option, state, ends);
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
        foreach (var option in flag.Options)
        {
            var n = 0;
            while (n < option.Length && IsLiteral(state.Position + n, option[n])) n++;
            if (n < option.Length)
            {
                Missing(state.Position + n, option[n]);
                continue;
            }
            Reach(ends, new MatchState(state.Position + n, new CaptureLink(state.Last, flag, state.Position, state.Position + n, null, null)));
        }
    }

    /// <summary>The longest list first, then shorter ones.</summary>
    private void Items(ListPattern list, MatchState state, List<MatchState> ends)
    {
        var found = new List<(int End, ItemLink Item)>();
        var starts = new List<(int Position, ItemLink? Before)> { (state.Position, null) };
        HashSet<int>? seen = null;
        for (var i = 0; i < starts.Count && !GaveUp; i++)
        {
            steps++;
            var (position, before) = starts[i];
            if (list.Type.Phrase is { } phrase)
            {
                foreach (var way in Ways(phrase, position)) Item(new ItemLink(before, position, way.End, way));
            }
            else
            {
                var end = Atom(list.Type.Atomic!.Value, position);
                if (end > 0) Item(new ItemLink(before, position, end, null));
                else Missing(position, list.Type.Atomic.Value, list.Name);
            }
        }
        found.Sort((a, b) => b.End.CompareTo(a.End));
        foreach (var (end, item) in found) Reach(ends, new MatchState(end, new CaptureLink(state.Last, list, state.Position, end, null, item)));

        void Item(ItemLink item)
        {
            if (!(seen ??= []).Add(item.End)) return;
            found.Add((item.End, item));
            if (IsLiteral(item.End, list.Separator)) starts.Add((item.End + 1, item));
            else Missing(item.End, list.Separator);
        }
    }

    private Derivation[] Ways(Phrase phrase, int position)
    {
        if (memo.TryGetValue((phrase.Index, position), out var known)) return known;
        if (depth >= DepthLimit)
        {
            GaveUp = true;
            return [];
        }
        depth++;
        var entered = Enter(phrase, position);
        var ways = new List<Derivation>();
        var ends = Rent();
        foreach (var phraseCase in phrase.Cases)
        {
            ends.Clear();
            Step(phraseCase.Pattern, new MatchState(position, null), ends);
            foreach (var end in ends)
                if (!ways.Exists(w => w.End == end.Position))
                    ways.Add(new Derivation(phrase, phraseCase, position, end.Position, end.Last));
        }
        Return(ends);
        if (entered) Leave();
        depth--;
        return memo[(phrase.Index, position)] = [.. ways];
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

    private bool IsLiteral(int position, string text) =>
        position < stop && words[position].Length == text.Length && words[position].Kind != TokenKind.String && source.Span(words[position].Span).SequenceEqual(text);

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
