namespace Foedus.Charter.Binding;

/// <summary>English plurals of declared words.</summary>
internal static class Plurals
{
    /// <summary>The regular plural: towns, territories, branches. Others are declared.</summary>
    public static string Of(string word)
    {
        if (word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2], StringComparison.Ordinal)) return word[..^1] + "ies";
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es" : word + "s";
    }
}
