using Foedus.Ledger.Records;

namespace Foedus.Ledger.Signing;

/// <summary>The keys of a ledger in the order in which its own entries name them.</summary>
public sealed class KeyChain
{
    private readonly List<(long Position, VerifierKey Key)> _keys = [];

    /// <summary>The keys, each with the position of the entry that names it.</summary>
    public IReadOnlyList<(long Position, VerifierKey Key)> Keys => _keys;

    /// <summary>The key that signs now; null if none was named.</summary>
    public VerifierKey? Current => _keys.Count == 0 ? null : _keys[^1].Key;

    /// <summary>Takes in an entry that names a key; gives what is wrong with it, or null.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing.</exception>
    public string? Take(FederationId federation, long position, ActRecord act)
    {
        if (!KeyStatement.TryRead(act, out var statement, out var note))
            return "it is to name a key, and does not";
        if (statement.Origin != federation.Text)
            return $"it names a key of {statement.Origin}, another ledger";
        if (!note.IsSignedBy(Current ?? statement.Key))
            return Current is null ? "the first key did not sign itself" : "it names a new key, and the key before it did not sign that";
        _keys.Add((position, statement.Key));
        return null;
    }

    /// <summary>The key that signs a checkpoint of a size: that of the last entry in it that names one; null if none does.</summary>
    public VerifierKey? KeyAt(long size)
    {
        for (var i = _keys.Count - 1; i >= 0; i--)
        {
            if (_keys[i].Position < size)
                return _keys[i].Key;
        }

        return null;
    }
}
