using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Tests.WorkedExamples;

/// <summary>A worked example of the repository, as its folder stands.</summary>
internal sealed class Example
{
    private Example(string name)
    {
        Federation = FederationFolder.Read(Cases.Examples.Folder(name));
        Books = new Rulebooks(Federation);
        var reader = new ActReader(Books);
        var journals = Federation.Journals.OrderBy(j => j.IsRehearsal).ThenBy(j => j.Path, StringComparer.Ordinal).ToList();
        Readings = [.. journals.Select(reader.Read)];
        Entries = [.. Readings.SelectMany(r => r.Entries)];
    }

    /// <summary>Federations of today; their texts settle nearly everything that a case asks.</summary>
    public static IReadOnlyList<string> Modern { get; } = ["choirs", "eu-council", "swiss-confederation", "union-confederation", "us-congress"];

    public static TheoryData<string> All => [.. Modern, "union-1922"];

    public static TheoryData<string> AllModern => [.. Modern];

    public Federation Federation { get; }

    public Rulebooks Books { get; }

    /// <summary>The journals, and after them the rehearsal that goes on from them.</summary>
    public IReadOnlyList<JournalReading> Readings { get; }

    /// <summary>Their acts, one after the other.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; }

    public static Example Read(string name) => new(name);

    /// <summary>The first acts, replayed at once.</summary>
    public Replayed Replay(int acts) => Foedus.Engine.Replaying.Replay.Of(Books, Entries.Take(acts).Select(e => e.Act));

    /// <summary>The assumptions of an owner.</summary>
    public AssumptionSet AssumptionsOf(string owner) =>
        new(Federation.Assumptions.Where(a => string.Equals(a.Owner, owner, StringComparison.Ordinal)));
}
