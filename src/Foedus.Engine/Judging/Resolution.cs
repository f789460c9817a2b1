using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>A shortest way to a verdict: if these silences are read so, the verdict is this.</summary>
public sealed record Resolution(ImmutableArray<(Silence Silence, string Reading)> If, Verdict Then)
{
    internal static ImmutableArray<Resolution> Of(Ruling ruling, Diagram diagram, Conditions conditions)
    {
        var ways = ImmutableArray.CreateBuilder<Resolution>();
        foreach (var leaf in new[] { Verdict.Accepted, Verdict.Refused })
        {
            foreach (var way in conditions.WaysTo(diagram, (int)leaf).Shortest)
                ways.Add(new Resolution([.. way.Literals.Select(r => (ruling.SilenceAt(r.Silence), ReadingOf(ruling.SilenceAt(r.Silence), r.Reading)))], leaf));
        }

        return ways.ToImmutable();
    }

    private static string ReadingOf(Silence silence, int reading) =>
        reading < silence.Readings.Length ? silence.Readings[reading] : "none of those listed";
}
