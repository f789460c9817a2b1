using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>Reads the patterns of the <c>says</c> rows.</summary>
internal sealed class PatternReader
{
    private readonly List<(string Text, bool Quoted)> pieces;
    private int at;

    private PatternReader(List<(string Text, bool Quoted)> pieces) => this.pieces = pieces;

    /// <exception cref="FormatException">The pattern cannot be read.</exception>
    public static Pattern Read(string text)
    {
        var reader = new PatternReader(Cut(text));
        var pattern = reader.Sequence();
        if (reader.at < reader.pieces.Count) throw new FormatException($"`{reader.pieces[reader.at].Text}` is not expected in a pattern");
        return pattern;
    }

    private Pattern Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<Pattern>();
        while (at < pieces.Count && !Meta(")") && !Meta("]") && !Meta("|")) parts.Add(One());
        return parts.Count == 1 ? parts[0] : new SequencePattern(parts.ToImmutable());
    }

    private Pattern Options(string close)
    {
        var options = ImmutableArray.CreateBuilder<Pattern>();
        options.Add(Sequence());
        while (Meta("|"))
        {
            at++;
            options.Add(Sequence());
        }
        if (!Meta(close)) throw new FormatException($"`{close}` is missing in a pattern");
        at++;
        return options.Count == 1 ? options[0] : new ChoicePattern(options.ToImmutable());
    }

    private Pattern One()
    {
        if (Meta("("))
        {
            at++;
            return Options(")");
        }
        if (Meta("["))
        {
            at++;
            return new OptionalPattern(Options("]"));
        }
        var (text, quoted) = pieces[at++];
        if (quoted) return Literals(text);
        if (Follows("="))
        {
            at++;
            return new FlagPattern(text, Flags(text));
        }
        if (!Follows(":")) return new LiteralPattern(text);
        at++;
        if (at >= pieces.Count) throw new FormatException($"the type of `{text}` is missing");
        var name = pieces[at++].Text;
        var type = new PatternType(name, Enum.TryParse<AtomicType>(name, ignoreCase: true, out var atomic) ? atomic : null);
        if (!Follows("+")) return new CapturePattern(text, type);
        at++;
        if (at >= pieces.Count) throw new FormatException($"the separator of `{text}` is missing");
        return new ListPattern(text, type, pieces[at++].Text);
    }

    /// <summary><c>word</c>, <c>"several words"</c>, or a choice of them in parentheses.</summary>
    private ImmutableArray<ImmutableArray<string>> Flags(string name)
    {
        if (at >= pieces.Count) throw new FormatException($"nothing follows `{name}=`");
        if (!Meta("(")) return [[.. Words(pieces[at++].Text)]];
        at++;
        var options = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var words = ImmutableArray.CreateBuilder<string>();
        for (; at < pieces.Count; at++)
        {
            if (!Meta("|") && !Meta(")"))
            {
                words.AddRange(Words(pieces[at].Text));
                continue;
            }
            if (words.Count == 0) throw new FormatException($"an option of `{name}=` is empty");
            options.Add(words.ToImmutable());
            words.Clear();
            if (!Meta(")")) continue;
            at++;
            return options.ToImmutable();
        }
        throw new FormatException($"`)` is missing after `{name}=(`");
    }

    private static Pattern Literals(string text)
    {
        var words = Words(text).Select(w => (Pattern)new LiteralPattern(w)).ToImmutableArray();
        return words.Length == 1 ? words[0] : new SequencePattern(words);
    }

    /// <summary>Words and marks as the frame would cut them.</summary>
    private static IEnumerable<string> Words(string text)
    {
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 0; i < part.Length; i++)
            {
                if (part[i] is not (',' or '(' or ')' or '|' or ':' or ';')) continue;
                if (i > start) yield return part[start..i];
                yield return part[i].ToString();
                start = i + 1;
            }
            if (start < part.Length) yield return part[start..];
        }
    }

    private bool Meta(string mark) => at < pieces.Count && !pieces[at].Quoted && string.Equals(pieces[at].Text, mark, StringComparison.Ordinal);

    /// <summary>The mark joined to the piece before it; <c>=</c> and <c>+</c> with a space before them are literals.</summary>
    private bool Follows(string mark) => Meta("\0" + mark);

    private static List<(string Text, bool Quoted)> Cut(string text)
    {
        var pieces = new List<(string, bool)>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or '\t')
            {
                i++;
            }
            else if (c == '"')
            {
                var close = text.IndexOf('"', i + 1);
                if (close < 0) throw new FormatException("a quote in a pattern is not closed");
                pieces.Add((text[(i + 1)..close], true));
                i = close + 1;
            }
            else if (c is '(' or ')' or '[' or ']' or '|' or ',')
            {
                pieces.Add((text[i].ToString(), false));
                i++;
            }
            else if (c == '-' && i + 1 < text.Length && text[i + 1] == '>')
            {
                pieces.Add(("->", false));
                i += 2;
            }
            else if (c is ':' or '=' or '+')
            {
                var joined = i > 0 && text[i - 1] is not (' ' or '\t' or '(' or '[');
                pieces.Add(((joined ? "\0" : "") + c, false));
                i++;
            }
            else
            {
                var start = i;
                while (i < text.Length && text[i] is not (' ' or '\t' or '"' or '(' or ')' or '[' or ']' or '|' or ',' or ':' or '=' or '+') && !(text[i] == '-' && i + 1 < text.Length && text[i + 1] == '>')) i++;
                pieces.Add((text[start..i], false));
            }
        }
        return pieces;
    }
}
