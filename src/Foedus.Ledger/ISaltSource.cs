namespace Foedus.Ledger;

/// <summary>Gives 32 bytes of chance for each sealed act. Only tests and test vectors give others than those of the system.</summary>
public interface ISaltSource
{
    /// <summary>Fills 32 bytes that nobody can guess.</summary>
    void Fill(Span<byte> salt);
}
