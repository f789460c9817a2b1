using System.Text;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Reading;

/// <summary>Prints patterns for people: words as they are typed, captures in italics, what may be left out in brackets.</summary>
public static class PatternText
{
    /// <summary>A pattern as Markdown.</summary>
    public static string Markdown(Pattern pattern)
    {
        var text = new StringBuilder();
        Append(text, pattern);
        return text.ToString().Trim();
    }

    /// <summary>A kind of word or phrase in words: "a whole number".</summary>
    public static string TypeName(PatternType type) => type.Atomic switch
    {
        AtomicType.Integer => "a whole number",
        AtomicType.Number => "a number, fraction or percentage",
        AtomicType.Date => "a date",
        AtomicType.Name => "a name",
        AtomicType.Term => "a term",
        AtomicType.Word => "a word",
        AtomicType.String => "quoted text",
        AtomicType.Label => "an article's number",
        AtomicType.Anything => "the rest of the clause",
        _ => $"[{type.Name}](#phrase-{type.Name})",
    };

    /// <summary>Every capture of a pattern with its type, each once.</summary>
    public static IEnumerable<(string Name, PatternType Type)> Captures(Pattern pattern) => Walk(pattern).DistinctBy(c => c.Name);

    private static IEnumerable<(string Name, PatternType Type)> Walk(Pattern pattern) => pattern switch
    {
        CapturePattern capture => [(capture.Name, capture.Type)],
        ListPattern list => [(list.Name, list.Type)],
        OptionalPattern optional => Walk(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(Walk),
        SequencePattern sequence => sequence.Parts.SelectMany(Walk),
        _ => [],
    };

    private static void Append(StringBuilder text, Pattern pattern)
    {
        switch (pattern)
        {
            case LiteralPattern literal:
                Word(text, Escaped(literal.Text));
                break;
            case FlagPattern { Options.Length: 1 } flag:
                foreach (var word in flag.Options[0]) Word(text, Escaped(word));
                break;
            case FlagPattern flag:
                Word(text, "( " + string.Join(" \\| ", flag.Options.Select(o => Escaped(string.Join(' ', o).Replace(" ,", ",", StringComparison.Ordinal)))) + " )");
                break;
            case CapturePattern capture:
                Word(text, $"*{capture.Name}*");
                break;
            case ListPattern list:
                Word(text, $"*{list.Name}*");
                Word(text, "[");
                Word(text, Escaped(list.Separator));
                Word(text, $"*{list.Name}* ... ]");
                break;
            case OptionalPattern optional:
                Word(text, "[");
                Append(text, optional.Inner);
                Word(text, "]");
                break;
            case ChoicePattern choice:
                Word(text, "(");
                for (var i = 0; i < choice.Options.Length; i++)
                {
                    if (i > 0) Word(text, "\\|");
                    Append(text, choice.Options[i]);
                }
                Word(text, ")");
                break;
            case SequencePattern sequence:
                foreach (var part in sequence.Parts) Append(text, part);
                break;
        }
    }

    private static void Word(StringBuilder text, string word)
    {
        if (text.Length > 0 && word is not ",") text.Append(' ');
        text.Append(word);
    }

    private static string Escaped(string word) => word.Replace("|", "\\|", StringComparison.Ordinal);
}
