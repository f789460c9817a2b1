using System.Collections.Immutable;

namespace Foedus.Secretariat;

/// <summary>On which terms a federation is opened: whose assumptions are used where nobody says otherwise, and which acts are ruled on by what.</summary>
/// <param name="Assuming">The names of assumptions that are used; empty for those of the federation's own files, as far as they agree.</param>
/// <param name="NoAssumptions">Nothing is assumed. Not together with <paramref name="Assuming"/>.</param>
/// <param name="Rehearse">Whether the rehearsal is played after the journals.</param>
/// <param name="Edition">The edition by which every act is judged; null: that of its day.</param>
public sealed record OpeningTerms(ImmutableArray<string> Assuming, bool NoAssumptions = false, bool Rehearse = false, int? Edition = null)
{
    /// <summary>What the files of the federation assume, each act by the edition of its day.</summary>
    public static OpeningTerms Usual { get; } = new([]);

    /// <summary>Nothing is assumed.</summary>
    public static OpeningTerms AssumingNothing { get; } = new([], NoAssumptions: true);
}
