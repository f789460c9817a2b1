using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Acts;

/// <summary>A journal read into acts.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsRehearsal">True if nothing in it happened.</param>
/// <param name="Entries">Its acts in the order of the file, which is the order in which they are ruled on.</param>
/// <param name="Diagnostics">What is wrong or worth knowing, sorted by place.</param>
public sealed record JournalReading(string Title, bool IsRehearsal, ImmutableArray<JournalEntry> Entries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The acts alone.</summary>
    public IEnumerable<Act> Acts => Entries.Select(e => e.Act);
}

/// <summary>An act of a journal with what the journal says about the record.</summary>
public sealed record JournalEntry(Act Act)
{
    /// <summary>Where it is published or filed.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Remarks of an editor.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What is known of how good the record is.</summary>
    public string? Quality { get; init; }

    /// <summary>Whose statement the record is, where it is not a finding of a body, and of what day.</summary>
    public string? ClaimedBy { get; init; }

    public Day? ClaimedOn { get; init; }

    /// <summary>The day on which the act was recorded, where it was recorded late.</summary>
    public Day? Entered => Act.Entered;

    /// <summary>Why it was done, where that is said.</summary>
    public ImmutableArray<string> Because { get; init; } = [];

    /// <summary>How it was ruled at the time; null if the journal does not say.</summary>
    public ExpectedRuling? Expected { get; init; }
}
