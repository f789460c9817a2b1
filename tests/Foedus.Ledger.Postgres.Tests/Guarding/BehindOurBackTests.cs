using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Verifying;

namespace Foedus.Ledger.Postgres.Tests.Guarding;

/// <summary>A superuser whom nothing stops changes the tables; verification names what he did.</summary>
public sealed class BehindOurBackTests(PostgresServer server)
{
    [Theory]
    [InlineData("UPDATE foedus.entry SET bytes = set_byte(bytes, 60, get_byte(bytes, 60) # 1) WHERE position = 2", VerificationFault.Changed, 2L)]
    [InlineData("UPDATE foedus.entry SET leaf = sha256(bytes) WHERE position = 4", VerificationFault.Changed, 4L)]
    [InlineData("DELETE FROM foedus.entry WHERE position = 1", VerificationFault.Order, 1L)]
    [InlineData("DELETE FROM foedus.entry WHERE position = 5", VerificationFault.Head, 5L)]
    [InlineData("UPDATE foedus.entry SET position = position + 1 WHERE position = 5", VerificationFault.Order, 5L)]
    [InlineData("INSERT INTO foedus.entry SELECT ledger, position, recorded_at + interval '1 second', leaf, bytes FROM foedus.entry WHERE position = 3", VerificationFault.Order, 4L)]
    [InlineData("UPDATE foedus.entry e SET bytes = o.bytes, leaf = o.leaf FROM foedus.entry o WHERE o.position = 1 - e.position AND e.position < 2", VerificationFault.Order, 0L)]
    [InlineData("UPDATE foedus.seal SET payload = payload || '\\x00'", VerificationFault.Seal, 3L)]
    [InlineData("INSERT INTO foedus.seal SELECT ledger, 1, recorded_at, salt, payload FROM foedus.seal", VerificationFault.Seal, null)]
    [InlineData("UPDATE foedus.ledger SET size = 3", VerificationFault.Head, 3L)]
    [InlineData("UPDATE foedus.ledger SET root = sha256('')", VerificationFault.Head, null)]
    [InlineData("UPDATE foedus.idempotency SET position = 0", VerificationFault.KeyIndex, 2L)]
    [InlineData("DELETE FROM foedus.idempotency", VerificationFault.KeyIndex, 2L)]
    [InlineData("UPDATE foedus.entry SET bytes = ''", VerificationFault.Changed, 0L)]
    public void What_a_superuser_did_is_named(string statement, VerificationFault fault, long? position)
    {
        using var small = new SmallPostgresLedger(server);
        Assert.True(small.Verify().Holds);
        small.BehindOurBack(statement);
        var report = small.Verify();
        Assert.Equal((fault, position), (report.Findings[0].Fault, report.Findings[0].Position));
        if (position is { } first && fault is not (VerificationFault.KeyIndex or VerificationFault.Head))
            Assert.Equal(first, report.Holding);
    }
}
