using System.Runtime.InteropServices;

namespace Foedus.Charter.Syntax;

/// <summary>Which ways a phrase has at a place, once they are known. A table where words and phrases are few enough, a dictionary beyond.</summary>
internal sealed class MatchMemo
{
    /// <summary>So many entries the table has at most.</summary>
    public const int Flat = 1 << 15;

    private readonly Dictionary<long, int> beyond = [];
    private Entry[] flat = [];
    private int round;
    private int from;
    private bool isFlat;

    /// <summary>How many phrases there are.</summary>
    public int Phrases { get; set; }

    /// <summary>Forgets everything, for the words from <paramref name="first"/> to <paramref name="to"/>.</summary>
    public void Begin(int first, int to)
    {
        from = first;
        var size = (to - first + 1) * Phrases;
        isFlat = size <= Flat;
        if (!isFlat) beyond.Clear();
        else if (flat.Length < size) flat = new Entry[Math.Max(size, 2 * flat.Length)];
        if (round == int.MaxValue)
        {
            round = 0;
            Array.Clear(flat);
        }
        round++;
    }

    public bool TryGet(int phrase, int position, out int way)
    {
        if (!isFlat) return beyond.TryGetValue(((long)position * Phrases) + phrase, out way);
        var entry = flat[((position - from) * Phrases) + phrase];
        way = entry.Way;
        return entry.Round == round;
    }

    public void Set(int phrase, int position, int way)
    {
        if (isFlat) flat[((position - from) * Phrases) + phrase] = new Entry(round, way);
        else beyond[((long)position * Phrases) + phrase] = way;
    }

    /// <summary>Gives back what an unusual text has taken.</summary>
    public void Rest()
    {
        if (isFlat) return;
        beyond.Clear();
        beyond.TrimExcess();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Round, int Way);
}
