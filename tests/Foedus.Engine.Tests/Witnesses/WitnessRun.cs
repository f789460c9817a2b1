using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Cases;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Tests.Witnesses.Settings;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>What a witness shows when its variants are built and its case is run for each.</summary>
/// <param name="Place">Where the witness is written, and its title.</param>
/// <param name="Slots">The places of the table that it proves to act.</param>
/// <param name="Faults">What is wrong with it; none if it proves what it says.</param>
internal sealed record WitnessRun(string Place, ImmutableArray<string> Slots, ImmutableArray<string> Faults)
{
    private static readonly Lazy<ImmutableArray<WitnessRun>> Runs = new(() => [.. Witness.All().AsParallel().AsOrdered().Select(Of)]);

    /// <summary>All witnesses of the folder, run once.</summary>
    public static ImmutableArray<WitnessRun> All => Runs.Value;

    /// <summary>Runs a witness.</summary>
    public static WitnessRun Of(Witness witness)
    {
        var faults = new List<string>();
        var slots = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            var files = Enumerable.Range(0, witness.Count).Select(v => witness.Text(v).Files()).ToList();
            var kept = Enumerable.Range(0, witness.Count).Select(v => Kept(witness, v, files[v], faults)).ToList();
            if (faults.Count == 0)
                Compare(witness, files, kept, slots, faults);
        }
        catch (Exception fault) when (fault is FormatException or Xunit.Sdk.XunitException or IOException)
        {
            faults.Add(fault.Message);
        }

        return new WitnessRun($"{witness.Place} {witness.Title}", [.. slots], [.. faults]);
    }

    private static void Compare(Witness witness, List<ImmutableArray<SourceText>> files, List<HashSet<Expected>> kept, SortedSet<string> slots, List<string> faults)
    {
        if (witness.Count < 2)
            faults.Add("there is one variant only: write `{one || other}`");
        for (var a = 0; a < witness.Count; a++)
        {
            var differs = false;
            for (var b = 0; b < witness.Count; b++)
            {
                var (one, other) = (witness.Expectations(a), witness.Expectations(b));
                if (one.SequenceEqual(other))
                    continue;
                differs = true;
                if (other.All(kept[a].Contains))
                    faults.Add($"variant {a + 1}: what variant {b + 1} expects holds here too");
                var difference = Difference.Of(files[a], files[b]);
                if (difference.Fault is { } fault)
                    faults.Add($"variants {a + 1} and {b + 1}: {fault}");
                slots.UnionWith(difference.Slots);
                foreach (var (first, second) in one.Join(other, e => e.Line, e => e.Line, (x, y) => (x.Text, y.Text)).Where(p => !string.Equals(p.Item1, p.Item2, StringComparison.Ordinal)))
                    slots.UnionWith(Difference.OfExpectations(first, second));
            }

            if (!differs)
                faults.Add($"variant {a + 1} expects the same as every other");
        }
    }

    /// <summary>What is wrong with a witness in another setting; null if it does not suit it.</summary>
    public static ImmutableArray<string>? In(Setting setting, Witness witness)
    {
        var texts = Enumerable.Range(0, witness.Count).Select(v => setting.Of(witness, v)).ToList();
        if (texts.Contains(null))
            return null;
        var faults = new List<string>();
        var kept = texts.Select((t, v) => Kept(witness, v, t!.Files(), faults)).ToList();
        for (var a = 0; a < witness.Count; a++)
        {
            for (var b = 0; b < witness.Count; b++)
            {
                if (!witness.Expectations(a).SequenceEqual(witness.Expectations(b)) && witness.Expectations(b).All(kept[a].Contains))
                    faults.Add($"variant {a + 1}: what variant {b + 1} expects holds here too");
            }
        }

        return [.. faults];
    }

    /// <summary>The lines that hold in a variant, of those that any variant expects; notes what is wrong with the variant itself.</summary>
    private static HashSet<Expected> Kept(Witness witness, int variant, ImmutableArray<SourceText> files, List<string> faults)
    {
        var own = witness.Expectations(variant);
        var federation = FederationReader.Read(files);
        var kept = new HashSet<Expected>();
        var why = new Dictionary<Expected, string>();
        var books = new Rulebooks(federation);
        var reader = new ActReader(books);
        ImmutableArray<JournalReading> journals = [.. (JournalOrder.Of(federation.Journals, federation.Journals.FirstOrDefault(j => j.IsRehearsal)) ?? []).Select(reader.Read)];
        ImmutableArray<Diagnostic> said = [.. federation.Diagnostics, .. journals.SelectMany(j => j.Diagnostics)];
        foreach (var line in witness.Expectations().Where(e => !Expected.IsClause(e.Text)))
        {
            if (Holds(line.Text, federation, said, () => Agrees(books, journals)))
                kept.Add(line);
        }

        foreach (var error in said.Where(d => IsFault(d, own)))
            faults.Add($"variant {variant + 1} is wrong: {DiagnosticRenderer.Text(error)}");
        foreach (var result in CaseRunner.Run(federation))
        {
            kept.UnionWith(witness.Expectations().Where(e => result.Problems.Any(p => string.Equals(e.Text, "check " + p.Descriptor.Number, StringComparison.Ordinal))));
            foreach (var problem in result.Problems.Where(p => IsFault(p, own)))
                faults.Add($"variant {variant + 1}: its case is wrong: {DiagnosticRenderer.Text(problem)}");
            foreach (var (expected, found) in witness.Expectations().Where(e => Expected.IsClause(e.Text)).Zip(result.Expectations))
            {
                if (found.Passed)
                    kept.Add(expected);
                else
                    why[expected] = DiagnosticRenderer.Text(found.Problem!);
            }
        }

        foreach (var missed in own.Where(e => !kept.Contains(e)))
            faults.Add($"variant {variant + 1}: `{missed.Text}` does not hold\n{why.GetValueOrDefault(missed, string.Join('\n', said.Select(d => d.ToString())))}");
        return kept;
    }

    private static bool IsFault(Diagnostic diagnostic, ImmutableArray<Expected> own) => diagnostic.Severity == DiagnosticSeverity.Error
        && !own.Any(e => string.Equals(e.Text, "check " + diagnostic.Descriptor.Number, StringComparison.Ordinal));

    private static bool Holds(string text, Federation federation, ImmutableArray<Diagnostic> said, Func<bool> agrees) => text.Split(' ')[0] switch
    {
        "check" when text.StartsWith("check no ", StringComparison.Ordinal) => !said.Any(d => string.Equals(d.Descriptor.Number, text[9..], StringComparison.Ordinal)),
        "check" => said.Any(d => string.Equals(d.Descriptor.Number, text[6..], StringComparison.Ordinal)),
        "replay" => string.Equals(text[7..], agrees() ? "agrees" : "differs", StringComparison.Ordinal),
        _ => federation.Silences.Any(s => string.Equals(s.Address, text[7..], StringComparison.Ordinal)),
    };

    private static bool Agrees(Rulebooks books, ImmutableArray<JournalReading> journals)
    {
        ImmutableArray<JournalEntry> entries = [.. journals.SelectMany(j => j.Entries)];
        return !RulingComparison.Compare(entries, Replay.Of(books, entries.Select(e => e.Act)).Rulings).Any();
    }
}
