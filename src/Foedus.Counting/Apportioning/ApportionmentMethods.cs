using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Foedus.Counting;

/// <summary>The methods by the names under which texts know them.</summary>
public static class ApportionmentMethods
{
    private static readonly ImmutableArray<(string Name, ApportionmentMethod Method)> Known =
    [
        // The first name of each method is the one that is printed.
        ("largest remainder", ApportionmentMethod.LargestRemainder),
        ("hamilton", ApportionmentMethod.LargestRemainder),
        ("hare", ApportionmentMethod.LargestRemainder),
        ("hare-niemeyer", ApportionmentMethod.LargestRemainder),
        ("droop", ApportionmentMethod.Droop),
        ("jefferson", ApportionmentMethod.Jefferson),
        ("d'hondt", ApportionmentMethod.Jefferson),
        ("greatest divisors", ApportionmentMethod.Jefferson),
        ("webster", ApportionmentMethod.Webster),
        ("sainte-laguë", ApportionmentMethod.Webster),
        ("sainte-lague", ApportionmentMethod.Webster),
        ("major fractions", ApportionmentMethod.Webster),
        ("adams", ApportionmentMethod.Adams),
        ("smallest divisors", ApportionmentMethod.Adams),
        ("dean", ApportionmentMethod.Dean),
        ("huntington-hill", ApportionmentMethod.HuntingtonHill),
        ("equal proportions", ApportionmentMethod.HuntingtonHill),
        ("swiss article 17", ApportionmentMethod.SwissArticle17),
        ("hagenbach-bischoff", ApportionmentMethod.HagenbachBischoff),
        ("imperiali quota", ApportionmentMethod.ImperialiQuota),
        ("modified webster 1.4", ApportionmentMethod.ModifiedWebster14),
        ("modified sainte-laguë 1.4", ApportionmentMethod.ModifiedWebster14),
        ("modified sainte-lague 1.4", ApportionmentMethod.ModifiedWebster14),
        ("modified webster 1.2", ApportionmentMethod.ModifiedWebster12),
        ("modified sainte-laguë 1.2", ApportionmentMethod.ModifiedWebster12),
        ("modified sainte-lague 1.2", ApportionmentMethod.ModifiedWebster12),
        ("danish", ApportionmentMethod.Danish),
        ("imperiali divisors", ApportionmentMethod.ImperialiDivisors),
        ("quota method", ApportionmentMethod.QuotaMethod),
        ("balinski-young", ApportionmentMethod.QuotaMethod),
    ];

    private static readonly ImmutableArray<ApportionmentRule> Rules =
    [
        QuotaRule.Hare, QuotaRule.Droop, DivisorRule.Jefferson, DivisorRule.Webster, DivisorRule.Adams, DivisorRule.Dean,
        DivisorRule.HuntingtonHill, new ExclusionRule(), QuotaRule.HagenbachBischoff, QuotaRule.Imperiali,
        DivisorRule.ModifiedWebster(Ratio.Of(7, 5)), DivisorRule.ModifiedWebster(Ratio.Of(6, 5)), DivisorRule.Danish,
        DivisorRule.Imperiali, new QuotaMethodRule(),
    ];

    private static readonly UnknownRule None = new();

    /// <summary>Every name that <see cref="TryParse"/> knows, each with its method, in a fixed order.</summary>
    public static ImmutableArray<(string Name, ApportionmentMethod Method)> All => Known;

    /// <summary>The name a method is printed under; null for a value that is no method.</summary>
    public static string? Name(ApportionmentMethod method)
    {
        foreach (var known in Known)
            if (known.Method == method) return known.Name;
        return null;
    }

    /// <summary>The method of a name, in any case of letters; false when no method has that name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out ApportionmentMethod method)
    {
        foreach (var known in Known)
        {
            if (!string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            method = known.Method;
            return true;
        }

        method = default;
        return false;
    }

    /// <summary>The exact rule of a method; for a value that is no method a rule that refuses to divide.</summary>
    public static ApportionmentRule Rule(ApportionmentMethod method) =>
        (int)method >= 0 && (int)method < Rules.Length ? Rules[(int)method] : None;

    internal static ApportionmentMethod? MethodOf(ApportionmentRule rule)
    {
        for (var i = 0; i < Rules.Length; i++)
            if (ReferenceEquals(Rules[i], rule) || Rules[i].Equals(rule)) return (ApportionmentMethod)i;
        return null;
    }
}
