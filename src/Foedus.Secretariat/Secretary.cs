using System.Collections.Immutable;
using Foedus.Charter.Text;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat;

/// <summary>
/// Opens federations for whoever asks: the command, a server, an editor, a test. What goes wrong is a value and never an exception.
/// </summary>
/// <param name="places">Where ledgers are found; in files if null.</param>
public sealed class Secretary(LedgerPlaces? places = null)
{
    private readonly FederationLoader loader = new(places ?? LedgerPlaces.Files);

    /// <summary>Opens what a path leads to: a folder, one of its files, a ledger, or the address of one.</summary>
    /// <param name="path">The path; the current folder if null.</param>
    /// <param name="terms">On which terms; the usual ones if null.</param>
    public OpeningOutcome Open(string? path, OpeningTerms? terms = null) => Open(() => loader.Read(path), terms);

    /// <summary>Opens a federation from texts in memory, as if they lay in one folder. What was done stands in their journals.</summary>
    /// <param name="texts">The texts; the end of each path says what a text is, as with files.</param>
    /// <param name="terms">On which terms; the usual ones if null.</param>
    public OpeningOutcome Open(IEnumerable<SourceText> texts, OpeningTerms? terms = null) => Open(() => loader.Read(texts), terms);

    /// <summary>Opens a federation whose acts stand in a ledger that is held already, in whatever store.</summary>
    /// <param name="store">The ledger. It is read and stays open; whoever holds it closes it.</param>
    /// <param name="texts">The charter and what belongs to it; journals among them are passed over.</param>
    /// <param name="terms">On which terms; the usual ones if null.</param>
    public OpeningOutcome Open(ILedgerStore store, IEnumerable<SourceText> texts, OpeningTerms? terms = null) =>
        Open(() => FederationLoader.Of(new HeldLedger(store), texts), terms);

    private static OpeningOutcome Open(Func<FederationInput> read, OpeningTerms? terms)
    {
        FederationInput? input = null;
        try
        {
            input = read();
            var opened = new OpenedFederation(input, terms ?? OpeningTerms.Usual);
            return new OpeningOutcome.Opened(opened, [.. input.Texts]);
        }
        catch (Obstacle obstacle)
        {
            ImmutableArray<Problem> said = input is null ? [] : [.. input.Federation.Diagnostics.Select(Problem.Of)];
            return new OpeningOutcome.Failed([obstacle.Problem, .. said], input is null ? [] : [.. input.Texts]);
        }
    }
}
