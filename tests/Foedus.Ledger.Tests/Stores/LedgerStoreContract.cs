using System.Text;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger.Tests.Stores;

/// <summary>What every store promises.</summary>
public abstract class LedgerStoreContract(StoreFactory factory) : IDisposable
{
    private static readonly Instant Recorded = Instant.FromUtc(2026, 3, 4, 5, 6);

    public void Dispose()
    {
        factory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_new_ledger_is_empty_and_knows_whose_it_is()
    {
        var store = factory.Open();
        Assert.Equal("league-of-choirs", store.Federation.Text);
        Assert.Equal(new StoreHead(0, MerkleHash.Empty), store.Head());
        Assert.Empty(store.Read(0));
    }

    [Fact]
    public void What_is_appended_is_read_in_order_by_every_opening()
    {
        var store = factory.Open();
        Assert.Equal(new AppendOutcome.Appended(2), store.Append(Batch(0, "a", "b")));
        Assert.Equal(new AppendOutcome.Appended(3), store.Append(new AppendBatch(2, [Entry("c")], [], Root("a", "b", "c"))));
        var other = factory.Open();
        Assert.Equal([0L, 1, 2], other.Read(0).Select(e => e.Position));
        Assert.Equal(["a", "b", "c"], other.Read(0).Select(e => Encoding.UTF8.GetString(e.Bytes)));
        Assert.Equal(MerkleHash.Leaf("c"u8), other.Read(2).Single().Leaf);
        Assert.Equal(store.Head(), other.Head());
        Assert.Equal(Root("a", "b", "c"), other.Head().Root);
    }

    [Fact]
    public void A_range_is_read_without_what_stands_around_it()
    {
        var store = factory.Open();
        store.Append(Batch(0, "a", "b", "c", "d"));
        Assert.Equal([1L, 2], store.Read(1, 3).Select(e => e.Position));
        Assert.Empty(store.Read(4));
        Assert.Empty(store.Read(2, 2));
        Assert.Equal([3L], store.Read(3, 99).Select(e => e.Position));
    }

    [Fact]
    public void Longer_than_a_page_is_read_whole()
    {
        var store = factory.Open();
        store.Append(Batch(0, [.. Enumerable.Range(0, 700).Select(i => "entry " + i)]));
        Assert.Equal(Enumerable.Range(0, 700).Select(i => (long)i), store.Read(0).Select(e => e.Position));
        Assert.Equal("entry 699", Encoding.UTF8.GetString(store.Read(699).Single().Bytes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void An_append_at_another_position_is_a_conflict_and_writes_nothing(long expected)
    {
        var store = factory.Open();
        store.Append(Batch(0, "a", "b"));
        var before = store.Head();
        Assert.Equal(new AppendOutcome.Conflict(2), store.Append(Batch(expected, "x")));
        Assert.Equal(before, store.Head());
        Assert.Equal(2, store.Read(0).Count());
    }

    [Fact]
    public void A_second_opening_sees_the_conflict_too()
    {
        var first = factory.Open();
        var second = factory.Open();
        first.Append(Batch(0, "a"));
        Assert.Equal(new AppendOutcome.Conflict(1), second.Append(Batch(0, "b")));
        Assert.Equal(new AppendOutcome.Appended(2), second.Append(Batch(1, "b")));
        Assert.Equal(2, first.Head().Size);
    }

    [Fact]
    public void An_idempotency_key_is_found_and_taken_once()
    {
        var store = factory.Open();
        store.Append(new AppendBatch(0, [Entry("a", "key-1"), Entry("b"), Entry("c", "key-2")], [], Root("a", "b", "c")));
        Assert.Equal(2, store.PositionOf("key-2"));
        Assert.Null(store.PositionOf("KEY-2"));
        var taken = store.Append(new AppendBatch(3, [Entry("d"), Entry("e", "key-1")], [], Root("a")));
        Assert.Equal(new AppendOutcome.KeyTaken("key-1", 0), taken);
        Assert.Equal(3, store.Head().Size);
        Assert.Equal(3, store.Read(0).Count());
        Assert.Equal([("key-1", 0L), ("key-2", 2L)], store.Keys());
    }

    [Fact]
    public void A_key_that_stands_twice_in_a_batch_writes_nothing()
    {
        var store = factory.Open();
        var outcome = store.Append(new AppendBatch(0, [Entry("a", "same"), Entry("b", "same")], [], Root("a", "b")));
        Assert.Equal(new AppendOutcome.KeyTaken("same", 0), outcome);
        Assert.Equal(0, store.Head().Size);
        Assert.Null(store.PositionOf("same"));
    }

    [Fact]
    public void Tiles_come_with_the_entries_that_complete_them()
    {
        var store = factory.Open();
        var hashes = Enumerable.Range(0, TilePath.Width * Digest.Length).Select(i => (byte)(i % 251)).ToArray();
        store.Append(new AppendBatch(0, [Entry("a")], [new NewTile(0, 7, hashes), new NewTile(1, 7, [.. hashes.Reverse()])], Root("a")));
        Assert.Equal(hashes, store.Tile(0, 7));
        Assert.Equal(hashes.Reverse(), store.Tile(1, 7));
        Assert.Null(store.Tile(0, 8));
        Assert.Null(store.Tile(2, 7));
    }

    [Fact]
    public void A_seal_is_given_with_its_entry_until_it_is_erased()
    {
        var store = factory.Open();
        var seal = new Seal([.. Enumerable.Repeat((byte)9, 32)], "secret words"u8.ToArray());
        store.Append(new AppendBatch(0, [Entry("open"), Entry("closed") with { Seal = seal }], [], Root("open", "closed")));
        Assert.Null(store.Read(0).First().Seal);
        Assert.Equal(seal.Payload, store.Read(1).Single().Seal!.Payload);
        Assert.Equal(seal.Salt, store.Read(1).Single().Seal!.Salt);
        var before = store.Head();
        Assert.Equal(1, store.SealCount());
        store.Snapshots.Put(new Snapshot("state/1", 2, [1, 2, 3]));
        Assert.True(store.EraseSeal(1));
        Assert.Empty(store.Snapshots.All());
        Assert.Equal(0, store.SealCount());
        Assert.False(store.EraseSeal(1));
        Assert.False(store.EraseSeal(0));
        Assert.Null(store.Read(1).Single().Seal);
        Assert.Equal(before, store.Head());
    }

    [Fact]
    public void An_empty_entry_and_a_large_one_are_kept_to_the_byte()
    {
        var store = factory.Open();
        var large = Enumerable.Range(0, 65_535).Select(i => (byte)(i * 7 % 251)).ToArray();
        store.Append(new AppendBatch(0, [new NewEntry([], MerkleHash.Leaf([]), Recorded), new NewEntry(large, MerkleHash.Leaf(large), Recorded)], [], Root("")));
        Assert.Empty(store.Read(0).First().Bytes);
        Assert.Equal(large, store.Read(1).Single().Bytes);
    }

    [Fact]
    public void Sixteen_writers_and_readers_at_once_agree_on_one_order()
    {
        const int writers = 16, each = 12;
        factory.Open();
        var stores = Enumerable.Range(0, writers).Select(_ => factory.Open()).ToList();
        var read = new List<string>[writers];
        var threads = new List<Thread>();
        var left = writers;
        for (var w = 0; w < writers; w++)
        {
            var (store, name, mine) = (stores[w], w, w);
            threads.Add(new Thread(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    while (store.Append(new AppendBatch(store.Head().Size, [Entry($"{name}/{i}", $"{name}/{i}")], [], MerkleHash.Empty)) is not AppendOutcome.Appended)
                        Thread.Yield();
                }

                Interlocked.Decrement(ref left);
            }));
            threads.Add(new Thread(() =>
            {
                do
                    read[mine] = [.. store.Read(0).Select(e => Encoding.UTF8.GetString(e.Bytes))];
                while (Volatile.Read(ref left) > 0 && read[mine].Count < writers * each);
            }));
        }

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var all = stores[0].Read(0).Select(e => Encoding.UTF8.GetString(e.Bytes)).ToList();
        Assert.Equal(writers * each, all.Count);
        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
        Assert.All(read, seen => Assert.Equal(all.Take(seen.Count), seen));
        Assert.All(Enumerable.Range(0, writers), w => Assert.Equal(Enumerable.Range(0, each).Select(i => $"{w}/{i}"), all.Where(e => e.StartsWith($"{w}/", StringComparison.Ordinal))));
    }

    [Fact]
    public void Checkpoints_come_in_the_order_of_sizes_and_none_replaces_another()
    {
        var store = factory.Open();
        Assert.Null(store.Checkpoints.Latest());
        store.Checkpoints.Put(5, "five");
        store.Checkpoints.Put(2, "two");
        store.Checkpoints.Put(5, "five again");
        store.Checkpoints.Put(5, "five");
        Assert.Equal([(2L, "two"), (5, "five"), (5, "five again")], factory.Open().Checkpoints.All().Select(c => (c.Size, c.Note)));
        Assert.Equal(new StoredCheckpoint(5, "five again"), store.Checkpoints.Latest());
    }

    [Fact]
    public void A_snapshot_takes_the_place_of_the_earlier_one_of_its_name()
    {
        var store = factory.Open();
        store.Snapshots.Put(new Snapshot("tree/1", 10, [1, 2, 3]));
        store.Snapshots.Put(new Snapshot("tree/1", 20, [4, 5]));
        store.Snapshots.Put(new Snapshot("state/1", 20, [6]));
        Assert.Equal(["state/1", "tree/1"], store.Snapshots.All().Select(s => s.Name));
        Assert.Equal([4, 5], factory.Open().Snapshots.Find("tree/1")!.Content);
        Assert.Equal(20, store.Snapshots.Find("tree/1")!.Size);
        Assert.True(store.Snapshots.Drop("tree/1"));
        Assert.False(store.Snapshots.Drop("tree/1"));
        Assert.Null(store.Snapshots.Find("tree/1"));
    }

    [Fact]
    public void Persons_are_kept_under_their_id_until_they_are_erased()
    {
        var store = factory.Open();
        store.Persons.Put("p-2", "Ada"u8);
        store.Persons.Put("p-1", "Grace"u8);
        store.Persons.Put("p-2", "Ada Lloyd"u8);
        Assert.Equal("Ada Lloyd", Encoding.UTF8.GetString(factory.Open().Persons.Find("p-2")!));
        Assert.Equal(["p-1", "p-2"], store.Persons.All());
        Assert.True(store.Persons.Erase("p-2"));
        Assert.False(store.Persons.Erase("p-2"));
        Assert.Null(store.Persons.Find("p-2"));
        Assert.Equal(["p-1"], store.Persons.All());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 18)]
    [InlineData((1 << 18) + 1)]
    [InlineData(1_000_000)]
    public void An_attachment_is_found_by_its_content(int length)
    {
        var store = factory.Open();
        var content = new byte[length];
        new Random(length).NextBytes(content);
        var digest = store.Attachments.Put(new MemoryStream(content));
        Assert.Equal(Digest.Of(content), digest);
        Assert.Equal(digest, store.Attachments.Put(new MemoryStream(content)));
        using (var found = factory.Open().Attachments.Open(digest)!)
        {
            using var copy = new MemoryStream();
            found.CopyTo(copy);
            Assert.Equal(content, copy.ToArray());
        }

        Assert.Equal([new StoredAttachment(digest, length)], store.Attachments.All());
        Assert.Null(store.Attachments.Open(Digest.Of("nothing"u8)));
        Assert.True(store.Attachments.Erase(digest));
        Assert.False(store.Attachments.Erase(digest));
        Assert.Null(store.Attachments.Open(digest));
    }

    private static AppendBatch Batch(long expected, params string[] entries) =>
        new(expected, [.. entries.Select(e => Entry(e))], [], Root(entries));

    private static NewEntry Entry(string text, string? key = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new NewEntry(bytes, MerkleHash.Leaf(bytes), Recorded, Key: key);
    }

    private static Digest Root(params string[] entries)
    {
        var tree = new GrowingTree();
        foreach (var entry in entries)
            tree.Add(MerkleHash.Leaf(Encoding.UTF8.GetBytes(entry)));
        return tree.Root();
    }
}
