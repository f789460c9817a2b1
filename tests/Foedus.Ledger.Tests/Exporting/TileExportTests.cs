using System.Diagnostics;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Signing;
using Foedus.Ledger.Stores.Memory;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Tests.Verifying;

namespace Foedus.Ledger.Tests.Exporting;

/// <summary>A stranger verifies with the script of the documents, which knows nothing of this program.</summary>
public sealed class TileExportTests : IDisposable
{
    private static readonly string Script = Documents.At("verify.py");

    private readonly ScratchFolder _folder = new();
    private readonly ActLog _log = new(new MemoryStore(SmallLedger.Federation), new SteppingClock());

    public TileExportTests()
    {
        SmallLedger.Record(_log, new KeyStatement("small", SmallLedger.Key.Verifier).ToAct(SmallLedger.Day, SmallLedger.Key));
        SmallLedger.Record(_log, SmallLedger.Act("the secret PLANTED words"), Visibility.Secret);
        Grow(300);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_script_has_at_most_sixty_lines() => Assert.InRange(File.ReadAllLines(Script).Length, 40, 60);

    [Theory]
    [InlineData(0)]
    [InlineData(210)]
    [InlineData(700)]
    public void The_script_verifies_root_and_signature(int more)
    {
        Grow(more);
        Export();
        var (code, output) = Run(SmallLedger.Key.Verifier.ToString());
        Assert.Equal($"{302 + more} entries of small: the root is that of the checkpoint\nsigned by small+{SmallLedger.Key.Verifier.Id:x8}\n", output);
        Assert.Equal(0, code);
        Assert.Contains("not checked", Run(SmallLedger.NextKey.Verifier.ToString()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_ledger_verifies_too()
    {
        var empty = new ActLog(new MemoryStore(SmallLedger.Federation), new SteppingClock());
        TileExport.Write(empty, new Checkpoint("small", 0, empty.Head.Root).Sign(SmallLedger.Key).ToString(), 0, _folder.Path);
        Assert.Equal(0, Run(SmallLedger.Key.Verifier.ToString()).Code);
    }

    [Fact]
    public void The_script_names_what_is_wrong()
    {
        Export();
        var bundle = _folder.File("tile/entries/000");
        var good = File.ReadAllBytes(bundle);
        var bad = good.ToArray();
        bad[^1] ^= 1;
        File.WriteAllBytes(bundle, bad);
        Assert.Equal((1, "the root over the entries is not that of the checkpoint\n"), Run());
        File.WriteAllBytes(bundle, good);
        var note = File.ReadAllText(_folder.File("checkpoint"));
        Assert.True(SignedNote.TryParse(note, out var read));
        var forged = read with { Signatures = [read.Signatures[0] with { Bytes = [.. read.Signatures[0].Bytes[..63], (byte)(read.Signatures[0].Bytes[63] ^ 1)] }] };
        File.WriteAllText(_folder.File("checkpoint"), forged.ToString());
        Assert.Equal(1, Run(SmallLedger.Key.Verifier.ToString()).Code);
        Assert.Contains("forged", Run(SmallLedger.Key.Verifier.ToString()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_are_complete_and_hold_no_sealed_word()
    {
        Grow(300);
        Export();
        Assert.Equal(8192, new FileInfo(_folder.File("tile/0/000")).Length);
        Assert.Equal(90 * 32, new FileInfo(_folder.File("tile/0/002.p/90")).Length);
        Assert.Equal(2 * 32, new FileInfo(_folder.File("tile/1/000.p/2")).Length);
        Assert.True(File.Exists(_folder.File("tile/entries/001")));
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("PLANTED"u8));
    }

    [Fact]
    public void What_was_written_before_is_not_written_again()
    {
        Export();
        Grow(300);
        var before = File.GetLastWriteTimeUtc(_folder.File("tile/0/000"));
        Assert.Equal(2 + 2 + 1 + 1, Export());
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder.File("tile/0/000")));
        Assert.Equal(0, Run(SmallLedger.Key.Verifier.ToString()).Code);
    }

    private void Grow(int more)
    {
        if (more > 0)
            Assert.IsType<RecordOutcome.Recorded>(_log.Record([.. Enumerable.Range(0, more).Select(i => new ActDraft(SmallLedger.Act($"act {i}")))]));
    }

    private int Export() => TileExport.Write(_log, SmallLedger.Checkpoint(_log, SmallLedger.Key), _log.Head.Size, _folder.Path);

    private (int Code, string Output) Run(params string[] key)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [Script, _folder.Path, .. key]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = python.StandardOutput.ReadToEnd() + python.StandardError.ReadToEnd();
        python.WaitForExit();
        return (python.ExitCode, output);
    }
}
