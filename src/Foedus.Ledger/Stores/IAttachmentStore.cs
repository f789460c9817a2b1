namespace Foedus.Ledger.Stores;

/// <summary>Attachments by content: the same content is kept once, under its SHA-256.</summary>
public interface IAttachmentStore
{
    /// <summary>Reads content to its end and keeps it; gives its hash. Memory does not grow with its length.</summary>
    Digest Put(Stream content);

    /// <summary>The content with a hash, to be read once and disposed of; null if it is not here. The reader does the hashing.</summary>
    Stream? Open(Digest digest);

    /// <summary>Erases content for good, as a law may demand; false if it is not here.</summary>
    bool Erase(Digest digest);

    /// <summary>Every attachment with its length in bytes, in the order of the hashes.</summary>
    IEnumerable<StoredAttachment> All();
}

/// <summary>An attachment that is here.</summary>
/// <param name="Digest">The SHA-256 of its content.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct StoredAttachment(Digest Digest, long Length);
