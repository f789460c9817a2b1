using Foedus.Ledger.Signing;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Verifying;

public sealed partial class LedgerVerifier
{
    private void Checkpoints(List<StoredCheckpoint> kept, StoreHead head)
    {
        foreach (var stored in kept)
            Check(stored.Note, "a checkpoint in the ledger", head);
        for (var i = 0; i < _notes.Count; i++)
            Check(_notes[i], _notes.Count == 1 ? "the checkpoint" : $"checkpoint {i + 1}", head);
    }

    private void Check(string text, string name, StoreHead head)
    {
        if (!SignedNote.TryParse(text, out var note) || !Checkpoint.TryParse(note.Text, out var checkpoint))
        {
            Find(VerificationFault.Forged, null, $"{name} is no checkpoint");
            return;
        }

        if (checkpoint.Origin != _store.Federation.Text)
        {
            Find(VerificationFault.Forged, null, $"{name} is of {checkpoint.Origin}, and this is the ledger of {_store.Federation}");
            return;
        }

        // Beyond the first bad entry nobody can say which key signs and which root is right.
        if (checkpoint.Size > _tree.Size && _tree.Size < head.Size)
            return;
        var key = _keys.KeyAt(checkpoint.Size) ?? _trusted;
        if (key is null || !note.IsSignedBy(key))
        {
            Find(VerificationFault.Forged, null, key is null
                ? $"{name} of {checkpoint.Size} entries cannot be trusted: no entry before it names a key"
                : $"{name} of {checkpoint.Size} entries is not signed by the ledger's key {key.Name}+{key.Id:x8}");
            return;
        }

        Compare(checkpoint, name, head);
    }

    private void Compare(Checkpoint checkpoint, string name, StoreHead head)
    {
        if (_roots.TryGetValue(checkpoint.Size, out var root))
        {
            if (root == checkpoint.Root)
            {
                _checkpoints++;
                _signed = Math.Max(_signed, checkpoint.Size);
                return;
            }

            Find(
                VerificationFault.OtherHistory,
                _signed,
                $"{name}, signed by the ledger's own key, tells of another history: the root over {checkpoint.Size} entries is {Short(root)} here and {Short(checkpoint.Root)} there; "
                + $"what differs stands from entry {_signed} on, or the key signed two histories");
        }
        else if (checkpoint.Size > head.Size)
        {
            Find(VerificationFault.Shortened, head.Size, $"{name}, signed by the ledger's own key, tells of {checkpoint.Size} entries, and there are {head.Size}: some were taken from the end");
        }
    }

    private void Snapshots(List<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots.Where(s => s.Name == TreeSnapshot.Name))
        {
            if (!_roots.TryGetValue(snapshot.Size, out var root) || TreeSnapshot.RootOf(snapshot) != root)
                Find(VerificationFault.Snapshot, null, $"the snapshot {snapshot.Name} of {snapshot.Size} entries is not what follows from them");
        }
    }

    private void Find(VerificationFault fault, long? position, string sentence) => _findings.Add(new VerificationFinding(fault, position, sentence));

    private static string Short(Digest digest) => digest.ToString()[..16];
}
