namespace Foedus.Engine.Kernel;

/// <summary>The one oracle of a judgement: how a silence of the charter is read.</summary>
public interface IReadings
{
    /// <summary>The answer of an oracle that has no reading for a silence and does not fork.</summary>
    public const int Open = -1;

    /// <summary>The reading of a silence on this path.</summary>
    /// <param name="silence">Number of the silence, 0 or more.</param>
    /// <param name="readings">How many readings it has, at least 1.</param>
    /// <returns>0 to <paramref name="readings"/> - 1, or <see cref="Open"/>.</returns>
    int Ask(int silence, int readings);
}
