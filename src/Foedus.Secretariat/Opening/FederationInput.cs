using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Text;
using Foedus.Secretariat.Ledgers;

namespace Foedus.Secretariat.Opening;

/// <summary>A federation as somebody asked for it.</summary>
/// <param name="Path">The path as given, or "." for the current folder.</param>
/// <param name="OnlyFile">The one file that was named; null if the whole folder was.</param>
/// <param name="Texts">Every file that was read.</param>
/// <param name="Federation">What they say.</param>
internal sealed record FederationInput(string Path, string? OnlyFile, IReadOnlyList<SourceText> Texts, Federation Federation)
{
    /// <summary>The ledger in which its acts stand; null if they stand in journals.</summary>
    public string? Ledger { get; init; }

    /// <summary>Where its ledger is found.</summary>
    public LedgerPlaces Places { get; init; } = LedgerPlaces.Files;

    /// <summary>The journal that its ledger is, without acts unless they were read.</summary>
    public JournalText JournalOfLedger => Federation.Journals.FirstOrDefault(j => j.Path == Ledger) ?? new JournalText("", false, null, Ledger ?? Path, []);

    /// <summary>The path as it stands behind a verb in a hint: empty for the current folder.</summary>
    public string Argument => Path == "." ? "" : Path.Contains(' ', StringComparison.Ordinal) ? $" \"{Path}\"" : " " + Path;

    /// <summary>Whether a message concerns what was asked for.</summary>
    public bool Concerns(Diagnostic diagnostic) => OnlyFile is null || string.Equals(diagnostic.Location.Source.Path, OnlyFile, StringComparison.Ordinal)
        || (Ledger is not null && diagnostic.Location.Source.Path.StartsWith(OnlyFile + LedgerActs.Mark, StringComparison.Ordinal));

    /// <summary>The name of the folder, for messages.</summary>
    public string Title => Federation.Title.Length > 0 ? Federation.Title : Path;
}
