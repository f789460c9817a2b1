using System.Collections.Immutable;
using Foedus.Charter.Text;
using Foedus.Ledger;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;
using NodaTime;

namespace Foedus.Secretariat;

/// <summary>
/// Opens federations for whoever asks: the command, a server, an editor, a test. What goes wrong is a value and never an exception.
/// </summary>
public sealed class Secretary
{
    private readonly LedgerPlaces places;
    private readonly FederationLoader loader;

    /// <param name="places">Where ledgers are found; in files if null.</param>
    public Secretary(LedgerPlaces? places = null)
    {
        this.places = places ?? LedgerPlaces.Files;
        loader = new FederationLoader(this.places);
    }

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

    /// <summary>Opens a ledger to record in it.</summary>
    /// <param name="path">A folder in which it lies beside its charter, its file, or its address.</param>
    /// <param name="clock">What time it is when an act is recorded.</param>
    /// <param name="terms">Whose assumptions are used for the verdicts; none if null.</param>
    public RecorderOutcome OpenToRecord(string path, IClock clock, OpeningTerms? terms = null) => ToRecord(() =>
    {
        var file = places.At(path);
        return Recording(() => places.Open(file, readOnly: false), clock, log => new Recorder(log, file, loader.Read(Directory.Exists(path) ? path : file), terms ?? OpeningTerms.AssumingNothing));
    });

    /// <summary>Opens a ledger, in whatever store, to record in it.</summary>
    /// <param name="store">The ledger. Whoever disposes of the recorder closes it.</param>
    /// <param name="texts">The charter and what belongs to it.</param>
    /// <param name="clock">What time it is when an act is recorded.</param>
    /// <param name="terms">Whose assumptions are used for the verdicts; none if null.</param>
    public RecorderOutcome OpenToRecord(ILedgerStore store, IEnumerable<SourceText> texts, IClock clock, OpeningTerms? terms = null) => ToRecord(() =>
    {
        var held = new HeldLedger(store);
        return Recording(() => store, clock, log => new Recorder(log, held.Name, FederationLoader.Of(held, texts), terms ?? OpeningTerms.AssumingNothing));
    });

    private static Recorder Recording(Func<ILedgerStore> open, IClock clock, Func<ActLog, Recorder> recorder) => LedgerPlaces.Guard(() =>
    {
        var log = new ActLog(open(), clock);
        try
        {
            return recorder(log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    });

    private static RecorderOutcome ToRecord(Func<Recorder> open)
    {
        try
        {
            return new RecorderOutcome.Opened(open());
        }
        catch (Obstacle obstacle)
        {
            return new RecorderOutcome.Failed([obstacle.Problem]);
        }
    }

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
