namespace Foedus.Ledger.Following;

/// <summary>A store that can tell when its ledger has grown, whoever appended.</summary>
public interface ISignallingStore
{
    /// <summary>A signal of one's own.</summary>
    IGrowthSignal Watch();
}
