using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>
/// A place that has to be filled before something can be computed. It is filled by the charter's own words
/// (one filler, no silence), or it is silent: then its fillers are the lawful readings, and possibly none.
/// </summary>
/// <typeparam name="T">What fills it: a test, a method, a party, a span of time.</typeparam>
public sealed class Slot<T>
{
    public Slot(Provision by, ImmutableArray<T> fillers, Silence? silence)
    {
        By = by;
        Fillers = fillers;
        Silence = silence;
    }

    /// <summary>The provision that fills it or declares the silence.</summary>
    public Provision By { get; }

    /// <summary>One filler where the charter speaks; the readings, in order, where it is silent.</summary>
    public ImmutableArray<T> Fillers { get; internal set; }

    /// <summary>The silence, or null where the charter speaks.</summary>
    public Silence? Silence { get; }

    /// <summary>True where the charter itself fills the place.</summary>
    public bool IsSaid => Silence is null;

    /// <summary>True where the charter says nothing, and it is asked only where a ruling meets it.</summary>
    public bool IsAskedWhenMet => Silence is { WhenMet: true };

    /// <summary>What the charter says; meaningful only where <see cref="IsSaid"/>.</summary>
    public T Said => Fillers[0];
}
