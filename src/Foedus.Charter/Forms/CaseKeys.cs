using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Charter.Forms;

/// <summary>
/// The cases of a phrase by a word that each cannot do without, as <c>votes</c> or <c>certifies</c>, so that the words of a clause say at once
/// which cases are worth a try. Of the words that a case needs, the key is the one that fewest cases need.
/// </summary>
internal sealed class CaseKeys
{
    /// <summary>How many cases make a table worth its while.</summary>
    public const int Fewest = 8;

    private readonly int width;
    private readonly ulong[] byLiteral;
    private readonly ulong[] always;

    public CaseKeys(ImmutableArray<PhraseCase> cases, int literals)
    {
        width = (cases.Length + 63) / 64;
        byLiteral = new ulong[literals * width];
        always = new ulong[width];
        var needed = cases.SelectMany(c => c.Required).CountBy(literal => literal).ToDictionary();
        for (var i = 0; i < cases.Length; i++)
        {
            var bit = 1UL << (i % 64);
            if (cases[i].Required.IsEmpty) always[i / 64] |= bit;
            else byLiteral[(cases[i].Required.MinBy(literal => needed[literal]) * width) + (i / 64)] |= bit;
        }
    }

    /// <summary>How many groups of 64 cases there are.</summary>
    public int Groups => width;

    /// <summary>Which cases of a group the words may fit: bit <c>i</c> stands for the case <c>64 * group + i</c>.</summary>
    public ulong Of(int group, ReadOnlySpan<int> literals)
    {
        var found = always[group];
        foreach (var literal in literals) found |= byLiteral[(literal * width) + group];
        return found;
    }

    /// <summary>Takes the first case out of a set; gives its place in the group.</summary>
    public static int Next(ref ulong set)
    {
        var first = BitOperations.TrailingZeroCount(set);
        set &= set - 1;
        return first;
    }
}
