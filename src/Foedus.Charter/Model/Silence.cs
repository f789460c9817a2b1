using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>
/// A place that the text leaves open. It has a lasting address, the readings that are lawful fillers, and possibly a body
/// to which the charter leaves it.
/// </summary>
public sealed class Silence
{
    private int? _tried;

    public Silence(int id, Provision by, string address, ImmutableArray<string> readings, Who? leftTo, bool acknowledged)
    {
        Id = id;
        By = by;
        Address = address;
        Readings = readings;
        LeftTo = leftTo;
        Acknowledged = acknowledged;
    }

    /// <summary>Its place in the federation's list of silences.</summary>
    public int Id { get; internal set; }

    /// <summary>The provision in which it was found.</summary>
    public Provision By { get; }

    /// <summary>How people name it: "art 6 method".</summary>
    public string Address { get; internal set; }

    /// <summary>The readings as written; those that an assumption or a decision supplied follow the charter's own.</summary>
    public ImmutableArray<string> Readings { get; internal set; }

    /// <summary>How many of <see cref="Readings"/> the charter itself lists.</summary>
    public int Listed { get; internal set; }

    /// <summary>
    /// How many of <see cref="Readings"/> a ruling tries: those that the charter lists and that assumptions supply. A reading that an act
    /// brings later counts where it is settled, and nowhere else, so that no act is ruled on by what came after it.
    /// </summary>
    public int Tried => _tried ?? Readings.Length;

    /// <summary>The body to which the charter leaves the place, if it does.</summary>
    public Who? LeftTo { get; internal set; }

    /// <summary>The bounds within which it is left to somebody, in the charter's words; null if there are none.</summary>
    public string? Bounds { get; internal set; }

    /// <summary>True if the drafter wrote that the place is open; false if it was merely left out.</summary>
    public bool Acknowledged { get; }

    /// <summary>
    /// True if charters seldom say it and little hangs on it: it is asked only where a ruling meets it, and nobody is reminded to say it.
    /// </summary>
    public bool WhenMet { get; internal set; }

    /// <summary>
    /// True if the listed readings are all there are, so that running every one of them settles the matter.
    /// With fewer than two listed readings something unlisted always remains possible.
    /// </summary>
    public bool Exhaustive => Listed >= 2;

    /// <summary>How many ways an evaluation has to try: the readings, and one more for "none of these" unless they are all.</summary>
    public int Ways => Exhaustive ? Tried : Tried + 1;

    /// <summary>What comes from here on is no longer tried.</summary>
    internal void Close() => _tried = Readings.Length;

    public override string ToString() => Address;
}
