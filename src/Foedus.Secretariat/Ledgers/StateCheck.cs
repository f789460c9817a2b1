using Foedus.Ledger.Stores;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Ledgers;

/// <summary>What became of checking the snapshot of the state that a ledger keeps.</summary>
internal enum StateFinding
{
    /// <summary>The ledger keeps none that can be read.</summary>
    None,

    /// <summary>The charter does not lie beside the ledger, or the snapshot was derived by other rules or another build. It is not used either.</summary>
    OtherRules,

    /// <summary>Not all entries that it follows from hold.</summary>
    NotReached,

    /// <summary>Ruling on every act again gives the same bytes.</summary>
    Holds,

    /// <summary>Ruling on every act again gives other bytes.</summary>
    Differs,
}

/// <summary>Checks the snapshot of the state by ruling on every act again.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Size">From how many entries the snapshot is.</param>
internal readonly record struct StateCheck(StateFinding Finding, long Size)
{
    /// <summary>Checks it. Cost: that of a replay.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="places">Where it was found.</param>
    /// <param name="path">Its path.</param>
    /// <param name="holding">How many of its entries hold.</param>
    public static StateCheck Of(ILedgerStore store, LedgerPlaces places, string path, long holding)
    {
        if (LedgerState.Find(store) is not { } snapshot)
            return new StateCheck(StateFinding.None, 0);
        if (snapshot.Size > holding)
            return new StateCheck(StateFinding.NotReached, snapshot.Size);
        return new StateCheck(Federation(places, path) is { } input && LedgerState.IsOf(input, snapshot) ? Compare(store, path, input, snapshot) : StateFinding.OtherRules, snapshot.Size);
    }

    private static StateFinding Compare(ILedgerStore store, string path, FederationInput input, Snapshot snapshot) =>
        LedgerState.Replay(store, path, input, snapshot.Size).ToSnapshot() is { } again && again.Content.AsSpan().SequenceEqual(snapshot.Content)
            ? StateFinding.Holds
            : StateFinding.Differs;

    private static FederationInput? Federation(LedgerPlaces places, string path)
    {
        try
        {
            return LedgerPlaces.IsLedger(path) && new FederationLoader(places).Read(path) is { Federation.Editions.IsEmpty: false } input ? input : null;
        }
        catch (Obstacle)
        {
            return null;
        }
    }
}
