using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>How acts and rulings are put into words.</summary>
internal static class ActText
{
    private const int Longest = 110;

    /// <summary>Who did what, on one line; long quotations are cut.</summary>
    public static string Short(ActPrinter printer, Act act)
    {
        var text = Whole(printer, act);
        return text.Length <= Longest ? text : text[..(Longest - 1)].TrimEnd() + "…";
    }

    /// <summary>Who did what, on one line.</summary>
    public static string Whole(ActPrinter printer, Act act) =>
        string.Join(' ', printer.Action(act).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What became of an act, in a word. A mere record is recorded: nobody's power was needed for it.</summary>
    public static string Verdict(RuledAct act) =>
        act.Act.Verb == Verb.Records && act.Judgment.Verdict == Engine.Judging.Verdict.Accepted ? Sentence.Of("Recorded") : Verdict(act.Judgment);

    /// <summary>The verdict in a word; of a vote, how it came out.</summary>
    public static string Verdict(Judgment judgment) => judgment switch
    {
        { Verdict: Engine.Judging.Verdict.Accepted, Outcome: Outcome.Carried } => Sentence.Of("Carried"),
        { Verdict: Engine.Judging.Verdict.Accepted, Outcome: Outcome.Lost } => Sentence.Of("Lost"),
        { Verdict: Engine.Judging.Verdict.Accepted, Outcome: Outcome.Tied } => Sentence.Of("Tied"),
        { Verdict: Engine.Judging.Verdict.Accepted, Outcome: Outcome.NoQuorum } => Sentence.Of("NoQuorum"),
        _ => Verdict(judgment.Verdict, Outcome.None),
    };

    /// <summary>The verdict and outcome of a way of reading.</summary>
    public static string Verdict(Verdict verdict, Outcome outcome) => outcome switch
    {
        Outcome.Carried => Sentence.Of("Carried"),
        Outcome.Lost => Sentence.Of("Lost"),
        Outcome.Tied => Sentence.Of("Tied"),
        Outcome.NoQuorum => Sentence.Of("NoQuorum"),
        _ => verdict switch
        {
            Engine.Judging.Verdict.Accepted => Sentence.Of("Accepted"),
            Engine.Judging.Verdict.Refused => Sentence.Of("Refused"),
            _ => Sentence.Of("Undetermined"),
        },
    };

    /// <summary>The articles on which a judgment rests, each once, in the order of the reasons.</summary>
    public static IReadOnlyList<string> Articles(Judgment judgment) =>
        [.. judgment.Grounds.Select(g => g.By?.Citation).Concat(judgment.Turns.Select(s => s.By.Citation)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The assumptions that a judgment used, by name.</summary>
    public static IReadOnlyList<string> Assuming(Judgment judgment) => [.. judgment.Assuming.Select(a => a.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>"by art 3 and art 4, assuming A1": what stands behind the verdict, in brackets.</summary>
    public static string Behind(Judgment judgment)
    {
        var articles = Articles(judgment);
        var assuming = Assuming(judgment);
        if (articles.Count == 0 && assuming.Count == 0)
            return "";
        return assuming.Count == 0 ? $" ({string.Join(", ", articles)})"
            : articles.Count == 0 ? $" ({Sentence.Of("AssumingNames", string.Join(", ", assuming))})"
            : $" ({string.Join(", ", articles)}; {Sentence.Of("AssumingNames", string.Join(", ", assuming))})";
    }
}
