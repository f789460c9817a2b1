using System.Security.Cryptography;
using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Postgres;

/// <summary>Attachments in parts of 256 KiB, so that neither writing nor reading needs the whole in memory.</summary>
internal sealed class PostgresAttachments(PostgresPlace place, int ledger) : IAttachmentStore
{
    private const int PartLength = 1 << 18;

    public Digest Put(Stream content) => place.Write(connection =>
    {
        var upload = (long)connection.Value("SELECT nextval('foedus.upload')")!;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[PartLength];
        var length = 0L;
        for (int part = 0, read; (read = content.ReadAtLeast(buffer, PartLength, throwOnEndOfStream: false)) > 0; part++)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
            connection.Execute("INSERT INTO foedus.attachment_part (upload, part, bytes) VALUES ($1, $2, $3)", upload, part, buffer[..read]);
        }

        var digest = new Digest(hash.GetHashAndReset());
        var isNew = connection.Execute(
            "INSERT INTO foedus.attachment (ledger, digest, length, upload) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", ledger, digest.ToArray(), length, upload) > 0;
        return (digest, isNew);
    });

    public Stream? Open(Digest digest)
    {
        var upload = place.Read(c => (long?)c.Value("SELECT upload FROM foedus.attachment WHERE ledger = $1 AND digest = $2", ledger, digest.ToArray()));
        return upload is { } found
            ? new PartStream(part => place.Read(c => (byte[]?)c.Value("SELECT bytes FROM foedus.attachment_part WHERE upload = $1 AND part = $2", found, part)))
            : null;
    }

    public bool Erase(Digest digest) => place.Once(c => (bool)c.Value("SELECT foedus.erase_attachment($1, $2)", ledger, digest.ToArray())!);

    public IEnumerable<StoredAttachment> All() => place.Read(c => c.Rows(
        r => new StoredAttachment(new Digest(r.GetFieldValue<byte[]>(0)), r.GetInt64(1)),
        "SELECT digest, length FROM foedus.attachment WHERE ledger = $1 ORDER BY digest",
        ledger));
}
