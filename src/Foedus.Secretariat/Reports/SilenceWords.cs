using Foedus.Charter.Model;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>The readings of a silence in words.</summary>
internal static class SilenceWords
{
    /// <summary>The readings of a silence, as the charter would list them.</summary>
    public static string Readings(Silence silence) =>
        silence.Readings.IsEmpty ? Sentence.Of("NoReadings") : "(" + string.Join(" | ", silence.Readings) + ")";

    /// <summary>A reading by its number.</summary>
    public static string ReadingOf(Silence silence, int reading) =>
        reading >= 0 && reading < silence.Tried ? silence.Readings[reading] : Sentence.Of(silence.Readings.IsEmpty ? "ReadingOfItsOwn" : "NoneOfThose");
}
