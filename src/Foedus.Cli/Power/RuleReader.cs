using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Power;

/// <summary>
/// Reads a rule as typed: <c>members &gt;= 15 and people &gt;= 65% or members &gt;= 24</c>, <c>at least 2 of (a &gt; 50%, b &gt; 50%, c &gt; 50%)</c>.
/// "and" binds more closely than "or"; a percentage, and a number "of all", is of the whole of the weight.
/// </summary>
internal sealed class RuleReader
{
    private const int Deepest = 100;

    private readonly List<string> words;
    private readonly GamePlayers players;
    private int at;
    private int depth;

    private RuleReader(string text, GamePlayers players)
    {
        this.players = players;
        words = Words(text);
    }

    /// <summary>The rule.</summary>
    /// <exception cref="UsageProblem">It is not understood.</exception>
    public static Threshold Read(string text, GamePlayers players)
    {
        var reader = new RuleReader(text, players);
        var rule = reader.Either();
        return reader.Next is { } odd ? throw Odd(odd) : rule;
    }

    private string? Next => at < words.Count ? words[at] : null;

    private Threshold Either()
    {
        if (++depth > Deepest)
            throw new UsageProblem(Text.Of("RuleTooDeep"), Text.Of("RuleHint"));
        var tests = new List<Threshold> { All() };
        while (Took("or"))
            tests.Add(All());
        depth--;
        return tests.Count == 1 ? tests[0] : Threshold.Either([.. tests]);
    }

    private Threshold All()
    {
        var tests = new List<Threshold> { One() };
        while (Took("and"))
            tests.Add(One());
        return tests.Count == 1 ? tests[0] : Threshold.All([.. tests]);
    }

    private Threshold One()
    {
        if (Took("("))
        {
            var within = Either();
            Take(")");
            return within;
        }

        if (Took("at"))
        {
            Take("least");
            if (!int.TryParse(Next, System.Globalization.CultureInfo.InvariantCulture, out var needed))
                throw Odd(Next ?? Text.Of("RuleEnd"));
            at++;
            Take("of");
            Take("(");
            var tests = new List<Threshold> { Either() };
            while (Took(","))
                tests.Add(Either());
            Take(")");
            return new AtLeastOf(needed, [.. tests]);
        }

        return Comparison();
    }

    private Gate Comparison()
    {
        var start = at;
        var (sum, whole) = (LinearAmount.Tally(Responses.Yes, Measure()), LinearAmount.Tally(Responses.All, LastMeasure));
        while (Took("+"))
        {
            sum += LinearAmount.Tally(Responses.Yes, Measure());
            whole += LinearAmount.Tally(Responses.All, LastMeasure);
        }

        var strict = Next == ">";
        if (!strict && Next != ">=")
            throw Odd(Next ?? Text.Of("RuleEnd"));
        at++;
        if (Next is not { } number || !Ratio.TryParse(number, out var value))
            throw Odd(Next ?? Text.Of("RuleEnd"));
        at++;
        var share = number.EndsWith('%');
        if (Took("of"))
        {
            Take("all");
            share = true;
        }

        return new Gate(sum, strict, share ? value * whole : value, string.Join(' ', words[start..at]));
    }

    private Measure LastMeasure { get; set; }

    private Measure Measure()
    {
        if (Next is not { } name || players.MeasureOf(name) is not { } measure)
            throw new UsageProblem(Text.Of("NoSuchWeight", Next ?? Text.Of("RuleEnd")), Text.Of("WeightsThereAre", string.Join(", ", players.Measures.Append("members"))));
        at++;
        return LastMeasure = measure;
    }

    private bool Took(string word)
    {
        if (!string.Equals(Next, word, StringComparison.OrdinalIgnoreCase))
            return false;
        at++;
        return true;
    }

    private void Take(string word)
    {
        if (!Took(word))
            throw Odd(Next ?? Text.Of("RuleEnd"));
    }

    private static UsageProblem Odd(string word) => new(Text.Of("RuleOdd", word), Text.Of("RuleHint"));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (text[at] == '>')
                at += at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
            else if ("(),+".Contains(text[at], StringComparison.Ordinal))
                at++;
            else
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && !"(),+>".Contains(text[at], StringComparison.Ordinal)) at++;
            words.Add(text[from..at]);
        }

        return words;
    }
}
