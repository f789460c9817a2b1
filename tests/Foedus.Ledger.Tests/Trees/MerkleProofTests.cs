using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Tests.Trees;

public class MerkleProofTests
{
    // The leaves and roots of the reference implementation of RFC 6962, whose tree is that of RFC 9162.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleHash.Empty.ToString());

    [Fact]
    public void The_roots_of_the_reference_tree_are_found_leaf_by_leaf()
    {
        var tree = new GrowingTree();
        for (var i = 0; i < Leaves.Length; i++)
        {
            tree.Add(MerkleHash.Leaf(Convert.FromHexString(Leaves[i])));
            Assert.Equal(Roots[i], tree.Root().ToString());
        }
    }

    public static TheoryData<string> InclusionVectors => ProofVector.Named("inclusion");

    public static TheoryData<string> ConsistencyVectors => ProofVector.Named("consistency");

    [Theory, MemberData(nameof(InclusionVectors))]
    public void Published_inclusion_proofs_are_judged_as_published(string name)
    {
        var vector = ProofVector.All[name];
        var holds = ProofVector.TryHash(vector.GetProperty("leafHash"), out var leaf) && ProofVector.TryHash(vector.GetProperty("root"), out var root)
            && ProofVector.TryProof(vector, out var proof)
            && MerkleProof.Includes(leaf, unchecked((long)vector.GetProperty("leafIdx").GetUInt64()), unchecked((long)vector.GetProperty("treeSize").GetUInt64()), proof, root);
        Assert.Equal(!vector.GetProperty("wantErr").GetBoolean(), holds);
    }

    [Theory, MemberData(nameof(ConsistencyVectors))]
    public void Published_consistency_proofs_are_judged_as_published(string name)
    {
        var vector = ProofVector.All[name];
        var holds = ProofVector.TryHash(vector.GetProperty("root1"), out var one) && ProofVector.TryHash(vector.GetProperty("root2"), out var two)
            && ProofVector.TryProof(vector, out var proof)
            && MerkleProof.Extends(unchecked((long)vector.GetProperty("size1").GetUInt64()), one, unchecked((long)vector.GetProperty("size2").GetUInt64()), two, proof);
        Assert.Equal(!vector.GetProperty("wantErr").GetBoolean(), holds);
    }

    [Fact]
    public void Every_leaf_of_every_small_tree_has_a_proof_that_holds_and_no_other_does()
    {
        var leaves = Enumerable.Range(0, 70).Select(i => MerkleHash.Leaf(Encoding.ASCII.GetBytes($"leaf {i}"))).ToList();
        for (var size = 1; size <= leaves.Count; size++)
        {
            var root = Plain(leaves, 0, size);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(index, size, (height, at) => Plain(leaves, (int)at << height, ((int)at + 1) << height));
                Assert.True(MerkleProof.Includes(leaves[index], index, size, proof, root));
                Assert.False(MerkleProof.Includes(leaves[(index + 1) % 70], index, size, proof, root));
                Assert.False(MerkleProof.Includes(leaves[index], index + 1, size, proof, root));
                Assert.False(MerkleProof.Includes(leaves[index], index, size, [.. proof, root], root));
            }
        }
    }

    [Fact]
    public void Every_small_tree_is_shown_to_be_the_beginning_of_every_later_one()
    {
        var leaves = Enumerable.Range(0, 40).Select(i => MerkleHash.Leaf(Encoding.ASCII.GetBytes($"leaf {i}"))).ToList();
        for (var later = 1; later <= leaves.Count; later++)
        {
            for (var earlier = 1; earlier <= later; earlier++)
            {
                var proof = MerkleProof.Consistency(earlier, later, (height, at) => Plain(leaves, (int)at << height, ((int)at + 1) << height));
                Assert.True(MerkleProof.Extends(earlier, Plain(leaves, 0, earlier), later, Plain(leaves, 0, later), proof));
                Assert.False(MerkleProof.Extends(earlier, leaves[39], later, Plain(leaves, 0, later), proof));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(70_000)]
    public void A_tree_is_found_again_from_its_tiles_and_from_its_snapshot(int size)
    {
        var (tree, tiles) = Grown(size);
        Assert.Equal(size / 256 + size / 65_536, tiles.Count);
        var leaves = Enumerable.Range(size / 256 * 256, size % 256).Select(Leaf);
        var found = GrowingTree.Of(size, leaves, (level, index) => tiles[(level, index)]);
        Assert.Equal(tree.Root(), found.Root());
        var kept = TreeSnapshot.Read(TreeSnapshot.Of(tree))!;
        for (var i = size; i < size + 300; i++)
        {
            tree.Add(Leaf(i));
            found.Add(Leaf(i));
            kept.Add(Leaf(i));
        }

        Assert.Equal(tree.Root(), found.Root());
        Assert.Equal(tree.Root(), kept.Root());
    }

    [Fact]
    public void Proofs_are_read_from_tiles_at_every_old_size()
    {
        var (tree, tiles) = Grown(70_000);
        var reader = new TileReader((level, index) => tiles.GetValueOrDefault((level, index)), tree);
        Assert.Equal(tree.Root(), MerkleProof.Root(70_000, reader.Node));
        foreach (var size in (int[])[1, 2, 255, 256, 257, 40_000, 65_536, 69_999, 70_000])
        {
            var root = Grown(size).Tree.Root();
            Assert.Equal(root, MerkleProof.Root(size, reader.Node));
            Assert.True(MerkleProof.Extends(size, root, 70_000, tree.Root(), MerkleProof.Consistency(size, 70_000, reader.Node)));
            Assert.True(MerkleProof.Includes(Leaf(size / 2), size / 2, size, MerkleProof.Inclusion(size / 2, size, reader.Node), root));
        }
    }

    [Fact]
    public void A_snapshot_that_is_none_is_refused()
    {
        var good = TreeSnapshot.Of(Grown(300).Tree);
        Assert.NotNull(TreeSnapshot.Read(good));
        Assert.Null(TreeSnapshot.Read(good with { Size = 301 }));
        Assert.Null(TreeSnapshot.Read(good with { Content = [] }));
        Assert.Null(TreeSnapshot.Read(good with { Content = good.Content[..^1] }));
        Assert.Null(TreeSnapshot.Read(good with { Content = [.. good.Content, 0] }));
        Assert.Null(TreeSnapshot.Read(good with { Name = "tree/2" }));
    }

    [Fact]
    public void A_row_of_hashes_has_the_root_that_pairs_give() =>
        Prop.ForAll(Gen.Choose(0, 8).ToArbitrary(), height =>
        {
            var leaves = Enumerable.Range(0, 1 << height).Select(Leaf).ToList();
            return MerkleHash.Complete([.. leaves.SelectMany(l => l.ToArray())]) == Plain(leaves, 0, leaves.Count);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1234067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 0, 17, "tile/1/000.p/17")]
    [InlineData(2, 999, 256, "tile/2/999")]
    [InlineData(0, 1000, 255, "tile/0/x001/000.p/255")]
    public void Tiles_are_found_where_the_standard_says(int level, long index, int width, string path) => Assert.Equal(path, TilePath.Of(level, index, width));

    [Fact]
    public void Bundles_of_entries_are_found_where_the_standard_says() => Assert.Equal("tile/entries/x001/x234/067.p/8", TilePath.OfEntries(1234067, 8));

    private static (GrowingTree Tree, Dictionary<(int, long), byte[]> Tiles) Grown(int size)
    {
        var tree = new GrowingTree();
        var tiles = new List<NewTile>();
        for (var i = 0; i < size; i++)
            tree.Add(Leaf(i), tiles);
        return (tree, tiles.ToDictionary(t => (t.Level, t.Index), t => t.Hashes));
    }

    private static Digest Leaf(int i) => MerkleHash.Leaf(BitConverter.GetBytes(i));

    // RFC 9162, 2.1.1, word for word.
    private static Digest Plain(List<Digest> leaves, int from, int to)
    {
        if (to - from == 1)
            return leaves[from];
        var k = 1;
        while (k * 2 < to - from)
            k *= 2;
        return MerkleHash.Node(Plain(leaves, from, from + k), Plain(leaves, from + k, to));
    }
}
