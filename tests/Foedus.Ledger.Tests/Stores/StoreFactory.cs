using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Memory;
using Foedus.Ledger.Stores.Sqlite;

namespace Foedus.Ledger.Tests.Stores;

/// <summary>Makes one empty store and opens it again, as a second process would. A new kind of store is a new factory and three short test classes.</summary>
public abstract class StoreFactory : IDisposable
{
    private readonly List<ILedgerStore> _opened = [];

    protected static FederationId Federation { get; } = FederationId.Of("league-of-choirs");

    /// <summary>Another opening of the same ledger, which is empty at first.</summary>
    public ILedgerStore Open()
    {
        var store = OpenStore();
        _opened.Add(store);
        return store;
    }

    public virtual void Dispose()
    {
        foreach (var store in _opened)
            store.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract ILedgerStore OpenStore();
}

/// <summary>A ledger in memory: every opening is the same one.</summary>
public sealed class MemoryStoreFactory : StoreFactory
{
    private readonly MemoryStore _store = new(Federation);

    protected override ILedgerStore OpenStore() => _store;
}

/// <summary>A ledger in a file of its own.</summary>
public sealed class SqliteStoreFactory : StoreFactory
{
    private readonly ScratchFolder _folder = new();

    public string Path => _folder.File("ledger.foedus");

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    protected override ILedgerStore OpenStore() => File.Exists(Path) ? SqliteStore.Open(Path) : SqliteStore.Create(Path, Federation);
}
