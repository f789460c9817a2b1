using Foedus.Ledger.Signing;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Tests.Signing;

public class SignedNoteTests
{
    // The example of C2SP signed-note.
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Example =
        "This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static readonly SigningKey Key = SigningKey.Of("league-of-choirs", new byte[32]);

    [Fact]
    public void The_example_of_the_standard_is_read_and_holds()
    {
        Assert.True(VerifierKey.TryParse(ExampleKey, out var key));
        Assert.Equal(0x530d903au, key.Id);
        Assert.Equal(ExampleKey, key.ToString());
        Assert.True(SignedNote.TryParse(Example, out var note));
        Assert.Equal("This is an example message.\n", note.Text);
        Assert.True(note.IsSignedBy(key));
        Assert.Equal(Example, note.ToString());
        Assert.False((note with { Text = "This is an example massage.\n" }).IsSignedBy(key));
    }

    [Fact]
    public void A_signature_of_an_unknown_key_is_passed_over_and_counts_for_nothing()
    {
        var other = SigningKey.Of("league-of-choirs", [7, .. new byte[31]]);
        var both = SignedNote.Sign("text\n", Key, other);
        Assert.True(both.IsSignedBy(Key.Verifier));
        Assert.True(both.IsSignedBy(other.Verifier));
        var only = SignedNote.Sign("text\n", other);
        Assert.False(only.IsSignedBy(Key.Verifier));
        // The same id under another name is another key.
        Assert.False((only with { Signatures = [only.Signatures[0] with { KeyId = Key.Verifier.Id }] }).IsSignedBy(Key.Verifier));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name\n")]
    [InlineData("text\n\n\u2014 na+me AAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name AAAA\n")]
    [InlineData("text\n\n\u2014 name !!!!\n")]
    [InlineData("te\txt\n\n\u2014 name AAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name AAAAAAA=")]
    public void What_is_no_note_is_refused(string text) => Assert.False(SignedNote.TryParse(text, out _));

    [Theory]
    [InlineData("a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("a\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n", true)]
    [InlineData("a\n012\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("a\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("a\n1\n47DEQpj8HBSa\n", false)]
    [InlineData("a\n1\n", false)]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", false)]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    [InlineData("a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", false)]
    public void A_checkpoint_is_read_as_the_standard_says(string text, bool isOne)
    {
        Assert.Equal(isOne, Checkpoint.TryParse(text, out var checkpoint));
        if (isOne)
            Assert.Equal(MerkleHash.Empty, checkpoint!.Root);
    }

    [Fact]
    public void A_signing_key_is_written_and_read_and_not_shown_by_accident()
    {
        Assert.True(SigningKey.TryParse(Key.Reveal(), out var read));
        Assert.Equal(Key.Verifier, read.Verifier);
        Assert.DoesNotContain("AQAA", Key.ToString(), StringComparison.Ordinal);
        Assert.False(SigningKey.TryParse(Key.Reveal().Replace("choirs", "cheers", StringComparison.Ordinal), out _));
        Assert.False(SigningKey.TryParse("PRIVATE+KEY+", out _));
    }

    [Fact]
    public void A_key_file_is_for_its_owner_alone_and_refused_otherwise()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("key");
        SigningKeyFile.Write(path, Key);
        Assert.True(SigningKeyFile.TryRead(path, out var read, out _));
        Assert.Equal(Key.Verifier, read.Verifier);
        Assert.Throws<IOException>(() => SigningKeyFile.Write(path, Key));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.False(SigningKeyFile.TryRead(path, out _, out var loose));
            Assert.Contains("0600", loose, StringComparison.Ordinal);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.WriteAllText(path, "nothing");
        Assert.False(SigningKeyFile.TryRead(path, out _, out var problem));
        Assert.Contains("no signing key", problem, StringComparison.Ordinal);
        Assert.False(SigningKeyFile.TryRead(folder.File("none"), out _, out var missing));
        Assert.Contains("no key at", missing, StringComparison.Ordinal);
    }
}
