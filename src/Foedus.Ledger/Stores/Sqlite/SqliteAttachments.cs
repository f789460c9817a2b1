using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>Attachments in parts of 256 KiB, so that neither writing nor reading needs the whole in memory.</summary>
internal sealed class SqliteAttachments(SqliteFile file) : IAttachmentStore
{
    public const int PartLength = 1 << 18;

    public Digest Put(Stream content) => file.Write(connection =>
    {
        var id = SqliteSchema.Number(connection, "SELECT coalesce(max(id), 0) + 1 FROM attachment");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[PartLength];
        var length = 0L;
        for (int part = 0, read; (read = content.ReadAtLeast(buffer, PartLength, throwOnEndOfStream: false)) > 0; part++)
        {
            hash.AppendData(buffer, 0, read);
            length += read;
            Insert(connection, "INSERT INTO attachment_part (attachment, part, bytes) VALUES ($1, $2, $3)", id, part, buffer[..read]);
        }

        var digest = new Digest(hash.GetHashAndReset());
        using var known = connection.CreateCommand();
        known.CommandText = "SELECT count(*) FROM attachment WHERE digest = $digest";
        known.Parameters.AddWithValue("$digest", digest.ToArray());
        if (known.ExecuteScalar() is > 0L)
            return (digest, false);
        Insert(connection, "INSERT INTO attachment (id, digest, length) VALUES ($1, $2, $3)", id, digest.ToArray(), length);
        return (digest, true);
    });

    public Stream? Open(Digest digest)
    {
        var id = file.Read<long?>(connection => Find(connection, digest));
        return id is { } found ? new PartStream(part => Part(found, part)) : null;
    }

    public bool Erase(Digest digest)
    {
        var erased = file.Write(connection =>
        {
            if (Find(connection, digest) is not { } id)
                return (false, false);
            Insert(connection, "DELETE FROM attachment_part WHERE attachment = $1", id);
            Insert(connection, "DELETE FROM attachment WHERE id = $1", id);
            return (true, true);
        });
        if (erased)
            file.EmptyLog();
        return erased;
    }

    public IEnumerable<StoredAttachment> All() => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT digest, length FROM attachment ORDER BY digest";
        using var reader = command.ExecuteReader();
        var all = new List<StoredAttachment>();
        while (reader.Read())
            all.Add(new StoredAttachment(new Digest(reader.GetFieldValue<byte[]>(0)), reader.GetInt64(1)));
        return all;
    });

    private byte[]? Part(long id, int part) => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT bytes FROM attachment_part WHERE attachment = $id AND part = $part";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$part", part);
        return command.ExecuteScalar() as byte[];
    });

    private static long? Find(SqliteConnection connection, Digest digest)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM attachment WHERE digest = $digest";
        command.Parameters.AddWithValue("$digest", digest.ToArray());
        return command.ExecuteScalar() is long id ? id : null;
    }

    private static void Insert(SqliteConnection connection, string statement, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${i + 1}"), values[i]);
        command.ExecuteNonQuery();
    }
}
