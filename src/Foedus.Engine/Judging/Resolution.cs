using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>A shortest way to a verdict: if these silences are read so, the verdict is this, and a matter goes there.</summary>
public sealed record Resolution(ImmutableArray<(Silence Silence, string Reading)> If, Verdict Then, Outcome Outcome = Outcome.None, string Destination = "")
{
    internal static ImmutableArray<Resolution> Of(Ruling ruling, Diagram diagram, Conditions conditions)
    {
        var ways = ImmutableArray.CreateBuilder<Resolution>();
        foreach (var leaf in conditions.Leaves(diagram))
        {
            if ((Verdict)(leaf & 3) == Verdict.Undetermined)
                continue;
            foreach (var way in conditions.WaysTo(diagram, leaf).Shortest)
            {
                ways.Add(new Resolution(
                    [.. way.Literals.Select(r => (ruling.SilenceAt(r.Silence), ReadingOf(ruling.SilenceAt(r.Silence), r.Reading)))],
                    (Verdict)(leaf & 3),
                    (Outcome)((leaf >> 2) & 15),
                    leaf >> 6 > 0 ? ruling.Books.PlaceOf((leaf >> 6) - 1).Name : ""));
            }
        }

        return ways.ToImmutable();
    }

    private static string ReadingOf(Silence silence, int reading) =>
        reading < silence.Tried ? silence.Readings[reading] : "none of those listed";
}
