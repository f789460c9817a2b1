using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Registers;

namespace Foedus.Charter.Model;

/// <summary>A federation as read from its files: the editions of its charter, its register, assumptions, journals and cases.</summary>
public sealed class Federation
{
    public string Title { get; init; } = "";

    /// <summary>The editions in order of number.</summary>
    public ImmutableArray<CharterEdition> Editions { get; init; } = [];

    public ImmutableArray<Provision> Provisions { get; init; } = [];

    /// <summary>Every silence of every edition that a reader of the charter is told of; <see cref="Silence.Id"/> is its index here.</summary>
    public ImmutableArray<Silence> Silences { get; init; } = [];

    /// <summary>Those, and after them the places that are asked only where a ruling meets them (<see cref="Silence.WhenMet"/>), by the same index.</summary>
    public ImmutableArray<Silence> AllSilences
    {
        get => field.IsDefaultOrEmpty ? Silences : field;
        init;
    }

    public Register Register { get; init; } = Register.Empty;

    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Figures that an assumption supplies, in the order of the files: read where nobody returned the figure.</summary>
    public ImmutableArray<AssumedFigure> AssumedFigures { get; init; } = [];

    public ImmutableArray<JournalText> Journals { get; init; } = [];

    public ImmutableArray<CaseText> Cases { get; init; } = [];

    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>How silences are found by name; null for a federation that was not read from files.</summary>
    internal AddressBook? Addresses { get; init; }

    /// <summary>The same federation with journals that were read elsewhere, as from a ledger.</summary>
    public Federation WithJournals(ImmutableArray<JournalText> journals) => new()
    {
        Title = Title,
        Editions = Editions,
        Provisions = Provisions,
        Silences = Silences,
        AllSilences = AllSilences,
        Register = Register,
        Assumptions = Assumptions,
        AssumedFigures = AssumedFigures,
        Journals = journals,
        Cases = Cases,
        Diagnostics = Diagnostics,
        Addresses = Addresses,
    };
}
