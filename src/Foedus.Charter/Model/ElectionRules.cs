using Foedus.Counting;

namespace Foedus.Charter.Model;

/// <summary>The rules of elections that a charter names in a few words: by majority, by plurality. All else is as those who choose decide otherwise.</summary>
internal static class ElectionRules
{
    /// <summary>More than half of the votes cast, those for all candidates together.</summary>
    public static DecisionRule Majority(Provision by) =>
        Of("majority", by, new DecisionTest(new Quantity(Comparison.MoreThan, Ratio.Half, true) { Words = "more than half" }, TestBase.VotesCast) { Words = "more than half of votes cast" });

    /// <summary>Any vote will do; that nobody else has as many is asked candidate by candidate.</summary>
    public static DecisionRule Plurality(Provision by) =>
        Of("plurality", by, new DecisionTest(new Quantity(Comparison.AtLeast, Ratio.One, false) { Words = "at least 1" }, TestBase.VotesCast) { Words = "at least 1 of votes cast" });

    private static DecisionRule Of(string name, Provision by, DecisionTest test)
    {
        var rule = new DecisionRule(name, by);
        rule.Needs.Add(new Slot<DecisionTest>(by, [test], null));
        return rule;
    }
}
