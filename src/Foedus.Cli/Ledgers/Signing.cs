using System.CommandLine;
using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Signing;
using NodaTime;

namespace Foedus.Cli.Ledgers;

/// <summary>Signs how a ledger stands with the key of a file, and names the key in the ledger the first time.</summary>
internal static class Signing
{
    /// <summary>The file of the signing key.</summary>
    public static Option<string?> Option() => new("--sign");

    /// <summary>The key of a file.</summary>
    /// <exception cref="UsageProblem">It cannot be read, or others may read it.</exception>
    public static SigningKey Key(string path) =>
        SigningKeyFile.TryRead(path, out var key, out var problem) ? key : throw new UsageProblem(Text.Of("KeyUnusable", problem), Text.Of("KeyUnusableHint"));

    /// <summary>Signs a checkpoint of the ledger and keeps it there.</summary>
    /// <exception cref="UsageProblem">The key is not the one that the ledger names.</exception>
    public static (Checkpoint Checkpoint, string Note) Sign(ActLog log, SigningKey key)
    {
        var keys = KeysOf(log);
        if (keys.Current is null)
            Name(log, key.Verifier, key);
        else if (keys.Current != key.Verifier)
            throw new UsageProblem(Text.Of("OtherKey", key.Verifier.Name, keys.Current), Text.Of("OtherKeyHint"));
        var head = log.Refresh();
        var checkpoint = new Checkpoint(log.Federation.Text, head.Size, head.Root);
        var note = checkpoint.Sign(key).ToString();
        log.Store.Checkpoints.Put(head.Size, note);
        return (checkpoint, note);
    }

    /// <summary>Records which key signs from here on.</summary>
    public static void Name(ActLog log, VerifierKey key, SigningKey signer)
    {
        var day = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        if (log.Record(new ActDraft(new KeyStatement(log.Federation.Text, key).ToAct(day, signer))) is not RecordOutcome.Recorded)
            throw new UsageProblem(Text.Of("KeyNotNamed"), Text.Of("ConflictHint"));
    }

    /// <summary>The keys that the ledger names.</summary>
    public static KeyChain KeysOf(ActLog log)
    {
        var keys = new KeyChain();
        foreach (var view in EntryView.Of(log.Store, publicOnly: true))
        {
            if (view.Act is { Kind: ActRecord.KeyKind } act)
                keys.Take(log.Federation, view.Entry.Position, act);
        }

        return keys;
    }
}
