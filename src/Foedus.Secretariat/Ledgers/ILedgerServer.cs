using Foedus.Ledger;
using Foedus.Ledger.Stores;

namespace Foedus.Secretariat.Ledgers;

/// <summary>A server on which ledgers are kept, such as one of PostgreSQL: how a ledger is named there, and how it is opened.</summary>
public interface ILedgerServer
{
    /// <summary>Whether a word names a ledger on the server, so that it can be no file.</summary>
    bool IsMeant(string word);

    /// <summary>Opens the ledger to which a word or a file leads; null if it leads to none on the server.</summary>
    /// <exception cref="Obstacle">It is no address.</exception>
    /// <exception cref="LedgerStoreException">The ledger cannot be opened.</exception>
    ILedgerStore? Open(string word);

    /// <summary>Opens the ledger to which a word or a file leads, or makes it; null if it leads to none on the server.</summary>
    /// <param name="word">The word, or the path of a file that holds it.</param>
    /// <param name="federation">Whose ledger a new one is.</param>
    ILedgerStore? OpenOrCreate(string word, FederationId federation);

    /// <summary>A text in which no password of an address can be read.</summary>
    string WithoutSecrets(string text);
}
