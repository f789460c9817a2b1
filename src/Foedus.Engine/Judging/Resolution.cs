using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>A shortest way to a verdict: if these silences are read so, the verdict is this.</summary>
public sealed record Resolution(ImmutableArray<(Silence Silence, string Reading)> If, Verdict Then, Outcome Outcome = Outcome.None)
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
                    (Outcome)(leaf >> 2)));
            }
        }

        return ways.ToImmutable();
    }

    private static string ReadingOf(Silence silence, int reading) =>
        reading < silence.Readings.Length ? silence.Readings[reading] : "none of those listed";
}
