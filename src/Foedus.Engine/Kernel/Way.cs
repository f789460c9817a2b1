namespace Foedus.Engine.Kernel;

/// <summary>One silence read one way.</summary>
public readonly record struct Literal(int Silence, int Reading) : IComparable<Literal>
{
    public int CompareTo(Literal other) =>
        Silence != other.Silence ? Silence.CompareTo(other.Silence) : Reading.CompareTo(other.Reading);

    public static bool operator <(Literal left, Literal right) => left.CompareTo(right) < 0;

    public static bool operator >(Literal left, Literal right) => left.CompareTo(right) > 0;

    public static bool operator <=(Literal left, Literal right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Literal left, Literal right) => left.CompareTo(right) >= 0;
}

/// <summary>
/// Readings that together settle an outcome, whatever the other silences mean, and of which none can be left out (a prime implicant).
/// </summary>
/// <param name="Literals">The readings, by number of the silence; empty if the outcome is settled as it is.</param>
public sealed record Way(IReadOnlyList<Literal> Literals)
{
    public bool Equals(Way? other) => other is not null && Literals.SequenceEqual(other.Literals);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var literal in Literals)
            hash.Add(literal);
        return hash.ToHashCode();
    }

    /// <summary>Shorter before longer, then by silence and reading.</summary>
    internal static int Compare(Way a, Way b)
    {
        if (a.Literals.Count != b.Literals.Count)
            return a.Literals.Count.CompareTo(b.Literals.Count);
        for (var i = 0; i < a.Literals.Count; i++)
        {
            var order = a.Literals[i].CompareTo(b.Literals[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }
}

/// <summary>The shortest ways to an outcome.</summary>
/// <param name="Shortest">The shortest first; none if no reading leads there.</param>
/// <param name="More">How many more were found.</param>
/// <param name="IsExact">True if these are all; false if too many silences matter, and there may be others, even shorter ones.</param>
public sealed record Ways(IReadOnlyList<Way> Shortest, int More, bool IsExact);
