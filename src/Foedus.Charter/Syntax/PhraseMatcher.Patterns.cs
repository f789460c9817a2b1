using System.Runtime.InteropServices;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Syntax;

/// <content>The pieces of a pattern: first as far as there is one way, which is nearly always to the end, and then every way.</content>
internal sealed partial class PhraseMatcher
{
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
            case FlagPattern flag:
                return Only(flag, ref state);
            case ListPattern list when !recording:
                return Only(list, ref state);
            default:
                return null;
        }
    }

    private bool? Only(FlagPattern flag, ref MatchState state)
    {
        var (option, end) = (-1, 0);
        for (var i = 0; i < flag.Numbers.Length; i++)
        {
            if (!Fits(flag, i, state.Position)) continue;
            if (option >= 0) return null;
            (option, end) = (i, state.Position + flag.Numbers[i].Length);
        }
        if (option < 0) return false;
        state = Through(flag, state, end, option);
        return true;
    }

    /// <summary>A list of one item, which no separator follows.</summary>
    private bool? Only(ListPattern list, ref MatchState state)
    {
        int end;
        var way = Derivations.None;
        if (list.Type.Phrase is { } phrase)
        {
            way = Ways(phrase, state.Position);
            if (way < 0) return false;
            if (Derivations[way].Next >= 0) return null;
            end = Derivations[way].End;
        }
        else
        {
            end = Atom(list.Type.Atomic!.Value, state.Position);
            if (end == 0) return false;
        }
        if (IsLiteral(end, list.SeparatorNumber)) return null;
        state = Through(list, state, end, Derivations.Add(new ItemLink(Derivations.None, state.Position, end, way)));
        return true;
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
        var next = Ahead(sequence, ref state);
        if (next == sequence.Parts.Length) Reach(ends, state);
        else if (next >= 0) Beyond(sequence, next, state, ends);
    }

    /// <summary>Goes on as long as there is one way; gives the part from which there may be several, or -1 if there is none.</summary>
    private int Ahead(SequencePattern sequence, ref MatchState state)
    {
        var parts = sequence.Parts;
        for (var i = 0; i < parts.Length; i++)
        {
            switch (Only(parts[i], ref state))
            {
                case null:
                    return i;
                case false:
                    return -1;
            }
        }
        return parts.Length;
    }

    private void Beyond(SequencePattern sequence, int part, MatchState state, List<MatchState> ends)
    {
        var now = Rent();
        var next = Rent();
        Several(sequence.Parts[part], state, now);
        for (var i = part + 1; i < sequence.Parts.Length && now.Count > 0; i++)
        {
            foreach (ref readonly var at in CollectionsMarshal.AsSpan(now)) Step(sequence.Parts[i], at, next);
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
            if (Fits(flag, i, state.Position))
                Reach(ends, flag, state, state.Position + flag.Numbers[i].Length, i);
    }

    private bool Fits(FlagPattern flag, int option, int position)
    {
        var numbers = flag.Numbers[option];
        for (var n = 0; n < numbers.Length; n++)
            if (!IsLiteral(position + n, numbers[n]))
                return Missing(position + n, flag.Options[option][n]);
        return true;
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
}
