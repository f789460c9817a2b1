namespace Foedus.Architecture.Tests;

/// <summary>Fails with every place where a rule is broken, not just the first.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> broken)
    {
        var places = broken.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(places.Count == 0, rule + "\n  " + string.Join("\n  ", places));
    }
}
