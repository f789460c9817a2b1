using System.Runtime.InteropServices;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Syntax;

/// <summary>
/// The ways in which words fit cases, with what each captured on the way, not yet built into a <see cref="Match"/>. Ways, captures and items
/// are numbers in one store, which is emptied and not given back: most of them lead nowhere.
/// </summary>
internal sealed class Derivations
{
    /// <summary>No way, no capture, no item.</summary>
    public const int None = -1;

    private const int Kept = 1 << 14;
    private readonly List<Derivation> ways = [];
    private readonly List<CaptureLink> captures = [];
    private readonly List<ItemLink> items = [];

    public ref readonly Derivation this[int way] => ref CollectionsMarshal.AsSpan(ways)[way];

    public ref readonly CaptureLink CaptureAt(int capture) => ref CollectionsMarshal.AsSpan(captures)[capture];

    public ref readonly ItemLink ItemAt(int item) => ref CollectionsMarshal.AsSpan(items)[item];

    public int Add(in CaptureLink capture)
    {
        captures.Add(capture);
        return captures.Count - 1;
    }

    public int Add(in ItemLink item)
    {
        items.Add(item);
        return items.Count - 1;
    }

    /// <summary>Adds a way behind the last of its like; gives its number.</summary>
    public int Add(in Derivation way, int last)
    {
        ways.Add(way);
        if (last >= 0) CollectionsMarshal.AsSpan(ways)[last].Next = ways.Count - 1;
        return ways.Count - 1;
    }

    public void Clear()
    {
        ways.Clear();
        captures.Clear();
        items.Clear();
    }

    /// <summary>Forgets everything, and gives back what an unusual text has taken.</summary>
    public void Rest()
    {
        Clear();
        if (ways.Capacity > Kept) ways.Capacity = 0;
        if (captures.Capacity > Kept) captures.Capacity = 0;
        if (items.Capacity > Kept) items.Capacity = 0;
    }
}

/// <summary>One way in which words fit a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Start">The first word.</param>
/// <param name="End">The word after the last.</param>
/// <param name="Last">The last capture on the way.</param>
[StructLayout(LayoutKind.Auto)]
internal record struct Derivation(PhraseCase Case, int Start, int End, int Last)
{
    /// <summary>The next way of the same phrase at the same place, in the order of the table.</summary>
    public int Next { get; set; } = Derivations.None;
}

/// <summary>A capture on the way, linked to the one before it. <paramref name="Inner"/> is the way of a phrase, the last item of a list, or the option of a flag.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CaptureLink(int Before, NamedPattern Pattern, int Start, int End, int Inner);

/// <summary>An item of a list on the way, linked to the one before it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ItemLink(int Before, int Start, int End, int Inner);

/// <summary>How far the words are used, and what was captured last.</summary>
internal readonly record struct MatchState(int Position, int Last);
