using Foedus.Engine.Acts;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Replaying;

/// <summary>How journals and cases name a ruling: by its verdict, and a vote that is in order also by how it came out.</summary>
public static class RulingWords
{
    /// <summary>The word for a ruling: accepted, refused, undetermined, carried, lost, tied.</summary>
    public static string Of(Judgment judgment) => judgment switch
    {
        { Verdict: Verdict.Refused } => "refused",
        { Verdict: Verdict.Undetermined } => "undetermined",
        { Outcome: Outcome.Carried } => "carried",
        { Outcome: Outcome.Lost or Outcome.NoQuorum } => "lost",
        { Outcome: Outcome.Tied } => "tied",
        _ => "accepted",
    };

    /// <summary>Whether a word fits a ruling. "accepted" fits a vote that is carried; a vote that is lost or tied has to be called so.</summary>
    public static bool Fits(string word, Judgment judgment)
    {
        var found = Of(judgment);
        return string.Equals(word, found, StringComparison.Ordinal) || (word is "accepted" && found is "carried");
    }

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
