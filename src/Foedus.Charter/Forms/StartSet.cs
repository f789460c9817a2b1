using Foedus.Charter.Syntax;

namespace Foedus.Charter.Forms;

/// <summary>With which words a pattern may start. A quick look that rules most alternatives out before they are tried.</summary>
internal sealed class StartSet(int literals)
{
    private readonly ulong[] bits = new ulong[(literals >> 6) + 1];
    private uint kinds;

    /// <summary>Whether the pattern may use no word at all.</summary>
    public bool MayBeEmpty { get; set; }

    public void AddLiteral(int id) => bits[id >> 6] |= 1UL << (id & 63);

    public void AddKind(TokenKind kind) => kinds |= 1u << (int)kind;

    public void Add(StartSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] |= other.bits[i];
        kinds |= other.kinds;
    }

    /// <summary>Whether a word may be the first.</summary>
    public bool Admits(TokenKind kind, int literal) =>
        MayBeEmpty || (kinds & (1u << (int)kind)) != 0 || (bits[literal >> 6] & (1UL << (literal & 63))) != 0;
}
