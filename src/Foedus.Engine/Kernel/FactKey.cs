namespace Foedus.Engine.Kernel;

/// <summary>
/// The name of a timeline or of a set, packed in 64 bits: 12 for the relation, 26 for the subject, 26 for the object.
/// A functional relation (one parent, one holder at a date) has the key (relation, subject); any other has (relation, subject, object).
/// (relation, subject) also names the set of a subject's objects, and <see cref="Inverse"/> the set of an object's subjects.
/// </summary>
/// <param name="Bits">The packed key; 0 is no key.</param>
public readonly record struct FactKey(ulong Bits)
{
    /// <summary>The largest relation number.</summary>
    public const int MaxRelation = (1 << 12) - 1;

    /// <summary>The largest number of a thing that may be a subject or an object of a key.</summary>
    public const int MaxThing = (1 << 26) - 2;

    private const int Thing = (1 << 26) - 1;

    public int Relation => (int)(Bits >> 52);

    /// <summary>The subject, or -1 in the key of a set of subjects.</summary>
    public int Subject => (int)((Bits >> 26) & Thing) - 1;

    /// <summary>The object, or -1 in the key of a functional timeline or of a set of objects.</summary>
    public int Object => (int)(Bits & Thing) - 1;

    /// <summary>The timeline of a functional relation, or the set of a subject's objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or too large to be packed.</exception>
    public static FactKey Of(int relation, int subject) => Pack(relation, subject, -1);

    /// <summary>The timeline of one pair of a relation that is not functional.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or too large to be packed.</exception>
    public static FactKey Of(int relation, int subject, int obj)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(obj);
        return Pack(relation, subject, obj);
    }

    /// <summary>The set of an object's subjects (the children of a unit, the holders from a body).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or too large to be packed.</exception>
    public static FactKey Inverse(int relation, int obj)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(obj);
        return Pack(relation, -1, obj);
    }

    /// <summary>Whether these numbers can be packed, for a caller that must not fail.</summary>
    public static bool Fits(int relation, int subject, int obj = 0) =>
        (uint)relation <= MaxRelation && (uint)subject <= MaxThing && (uint)obj <= MaxThing;

    public override string ToString() => FormattableString.Invariant($"({Relation}, {Subject}, {Object})");

    private static FactKey Pack(int relation, int subject, int obj)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)relation, (uint)MaxRelation, nameof(relation));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(subject + 1), (uint)Thing, nameof(subject));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(obj + 1), (uint)Thing, nameof(obj));
        return new FactKey(((ulong)relation << 52) | ((ulong)(uint)(subject + 1) << 26) | (uint)(obj + 1));
    }
}
