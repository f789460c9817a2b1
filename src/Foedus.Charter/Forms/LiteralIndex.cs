using System.Collections.Frozen;
using System.Collections.Immutable;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Forms;

/// <summary>Numbers every word and mark that the table spells out, so that words of a file are compared as numbers; 0 is any other word.</summary>
internal sealed class LiteralIndex
{
    /// <summary>Words of more letters than this are never spelt out.</summary>
    public const int Longest = 40;

    private readonly FrozenDictionary<string, int> numbers;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<Phrase, StartSet> phraseStarts = [];

    public LiteralIndex(ImmutableArray<Form> forms, ImmutableArray<Phrase> phrases)
    {
        var cases = phrases.SelectMany(p => p.Cases).Concat(forms.SelectMany(f => f.Cases)).ToList();
        numbers = SmallWords.All.Concat(cases.SelectMany(c => Literals(c.Pattern))).Distinct(StringComparer.Ordinal)
            .Select((text, i) => (text, i)).ToFrozenDictionary(p => p.text, p => p.i + 1, StringComparer.Ordinal);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phraseCase in cases) Number(phraseCase.Pattern);
        foreach (var phraseCase in cases)
        {
            phraseCase.Starts = Starts(phraseCase.Pattern);
            phraseCase.Required = [.. Required(phraseCase.Pattern).Distinct()];
        }
        foreach (var phrase in phrases.Where(p => p.Cases.Length >= CaseKeys.Fewest)) phrase.Keys = new CaseKeys(phrase.Cases, Count);
    }

    /// <summary>The number of a word; 0 if the table does not spell it out.</summary>
    public int Of(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var number) ? number : 0;

    /// <summary>Whether the word of a number is a small word. They have the first numbers.</summary>
    public bool IsSmall(int number) => number > 0 && number <= SmallWords.Count;

    /// <summary>How many numbers are in use, 0 included.</summary>
    public int Count => numbers.Count + 1;

    private static IEnumerable<int> Required(Pattern pattern) => pattern switch
    {
        LiteralPattern literal => [literal.Number],
        FlagPattern { Numbers: [var only] } => only,
        SequencePattern sequence => sequence.Parts.SelectMany(Required),
        _ => [],
    };

    private static IEnumerable<string> Literals(Pattern pattern) => pattern switch
    {
        LiteralPattern literal => [literal.Text],
        FlagPattern flag => flag.Options.SelectMany(o => o),
        ListPattern list => [list.Separator],
        OptionalPattern optional => Literals(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(Literals),
        SequencePattern sequence => sequence.Parts.SelectMany(Literals),
        _ => [],
    };

    private void Number(Pattern pattern)
    {
        switch (pattern)
        {
            case LiteralPattern literal:
                literal.Number = numbers[literal.Text];
                break;
            case FlagPattern flag:
                flag.Numbers = [.. flag.Options.Select(o => o.Select(w => numbers[w]).ToImmutableArray())];
                break;
            case ListPattern list:
                list.SeparatorNumber = numbers[list.Separator];
                break;
            case OptionalPattern optional:
                Number(optional.Inner);
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options) Number(option);
                break;
            case SequencePattern sequence:
                foreach (var part in sequence.Parts) Number(part);
                break;
        }
    }

    private StartSet Starts(Pattern pattern)
    {
        if (pattern.Starts is { } known) return known;
        var starts = new StartSet(numbers.Count + 1);
        switch (pattern)
        {
            case LiteralPattern literal:
                starts.AddLiteral(literal.Number);
                break;
            case FlagPattern flag:
                foreach (var option in flag.Numbers) starts.AddLiteral(option[0]);
                break;
            case CapturePattern capture:
                Type(capture.Type, starts);
                break;
            case ListPattern list:
                Type(list.Type, starts);
                break;
            case OptionalPattern optional:
                starts.Add(Starts(optional.Inner));
                starts.MayBeEmpty = true;
                break;
            case ChoicePattern choice:
                foreach (var option in choice.Options)
                {
                    starts.Add(Starts(option));
                    starts.MayBeEmpty |= Starts(option).MayBeEmpty;
                }
                break;
            case SequencePattern sequence:
                starts.MayBeEmpty = true;
                foreach (var part in sequence.Parts)
                {
                    var own = Starts(part);
                    if (starts.MayBeEmpty) starts.Add(own);
                    starts.MayBeEmpty &= own.MayBeEmpty;
                }
                break;
        }
        return pattern.Starts = starts;
    }

    private void Type(PatternType type, StartSet starts)
    {
        if (type.Phrase is { } phrase)
        {
            starts.Add(Starts(phrase));
            return;
        }
        switch (type.Atomic)
        {
            case AtomicType.Integer:
                starts.AddKind(TokenKind.Number);
                break;
            case AtomicType.Number:
                starts.AddKind(TokenKind.Number);
                starts.AddKind(TokenKind.Fraction);
                starts.AddKind(TokenKind.Percent);
                break;
            case AtomicType.Date:
                starts.AddKind(TokenKind.Date);
                starts.AddKind(TokenKind.Number);
                break;
            case AtomicType.Name:
                starts.AddKind(TokenKind.Name);
                break;
            case AtomicType.Term or AtomicType.Word:
                starts.AddKind(TokenKind.Word);
                break;
            case AtomicType.String:
                starts.AddKind(TokenKind.String);
                break;
            case AtomicType.Label:
                starts.AddKind(TokenKind.Label);
                starts.AddKind(TokenKind.Number);
                starts.AddKind(TokenKind.Name);
                starts.AddKind(TokenKind.Word);
                break;
            default:
                for (var kind = TokenKind.Word; kind < TokenKind.Whitespace; kind++) starts.AddKind(kind);
                break;
        }
    }

    private StartSet Starts(Phrase phrase)
    {
        if (phraseStarts.TryGetValue(phrase, out var known)) return known;
        var starts = new StartSet(numbers.Count + 1);
        phraseStarts[phrase] = starts;
        foreach (var phraseCase in phrase.Cases) starts.Add(Starts(phraseCase.Pattern));
        return starts;
    }
}
