using Foedus.Engine.Kernel;

namespace Foedus.Engine.Mandates;

/// <summary>
/// A mandate: somebody holds an office or sits in a body, or so many do whom nobody named, from a day until the term ends.
/// </summary>
/// <param name="Post">The office or body.</param>
/// <param name="Holder">The person, or the unit that holds it by its own name; -1 where the holders are not named.</param>
/// <param name="Unit">The unit whose seat it is, or -1.</param>
/// <param name="Line">The number of the line of seats in the charter's body, or <see cref="NoLine"/>.</param>
/// <param name="By">How it came about.</param>
/// <param name="Count">How many; one for a person.</param>
/// <param name="From">The day from which it is held.</param>
/// <param name="Since">The day from which its term counts: that of the mandate whose vacancy it fills.</param>
public readonly record struct Mandate(int Post, int Holder, int Unit, int Line, MandateBy By, int Count, Day From, Day Since)
{
    /// <summary>No line of seats is told.</summary>
    public const int NoLine = 255;

    /// <summary>The largest number of members, or of days between beginnings, that is kept.</summary>
    public const int Largest = (1 << 18) - 1;

    /// <summary>The value of the fact that records it: 3 bits for how it came about, 8 for the line, 26 for the unit, 18 for count or days.</summary>
    public long Packed =>
        (long)By | ((long)Line << 3) | ((Unit + 1L) << 11)
        | ((long)Math.Clamp(Holder < 0 ? Count : Since.IsUnbounded || From.IsUnbounded ? 0 : From.Since(Since), 0, Largest) << 37);

    /// <summary>Reads a mandate of a person from the value of its fact.</summary>
    internal static Mandate OfPerson(int post, int person, long value, Day from) =>
        new(post, person, UnitOf(value), LineOf(value), (MandateBy)(value & 7), 1, from, from - (int)(value >> 37));

    /// <summary>Reads mandates of persons not named from the value of their fact.</summary>
    internal static Mandate OfNumber(int post, long value, Day from) =>
        new(post, -1, UnitOf(value), LineOf(value), (MandateBy)(value & 7), (int)(value >> 37), from, from);

    private static int UnitOf(long value) => (int)((value >> 11) & ((1L << 26) - 1)) - 1;

    private static int LineOf(long value) => (int)((value >> 3) & 255);
}
