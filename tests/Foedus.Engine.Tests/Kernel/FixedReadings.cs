using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>Reads silence s as the s-th number says.</summary>
internal sealed class FixedReadings(params int[] readings) : IReadings
{
    public int Ask(int silence, int count) => readings[silence];
}
