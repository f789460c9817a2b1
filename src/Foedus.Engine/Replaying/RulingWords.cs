using Foedus.Engine.Acts;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Replaying;

/// <summary>How journals and cases name a ruling. A vote that is in order and does not carry what was put is called refused.</summary>
public static class RulingWords
{
    /// <summary>The verdict as a journal writes it.</summary>
    public static Verdict Of(Judgment judgment) =>
        judgment is { Verdict: Verdict.Accepted, Outcome: Outcome.Lost or Outcome.Tied or Outcome.NoQuorum } ? Verdict.Refused : judgment.Verdict;

    /// <summary>The verdict as a word.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Refused => "refused",
        _ => "undetermined",
    };

    /// <summary>What is missing among the reasons that are expected, in words; empty if nothing is.</summary>
    public static IReadOnlyList<string> Missing(Why why, Reasons reasons)
    {
        var missing = new List<string>();
        foreach (var citation in why.By)
        {
            if (!reasons.Cites(citation))
                missing.Add(citation + " is not among the reasons");
        }

        foreach (var need in why.Needing)
        {
            if (!reasons.Needs(need))
                missing.Add("\"" + need + "\" is not among what is needed");
        }

        foreach (var name in why.Assuming)
        {
            if (!reasons.Uses(name))
                missing.Add("the assumption " + name + " is not used");
        }

        return missing;
    }
}
