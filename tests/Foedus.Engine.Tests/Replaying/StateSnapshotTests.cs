using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Snapshots;
using Foedus.Engine.Tests.WorkedExamples;

namespace Foedus.Engine.Tests.Replaying;

public sealed class StateSnapshotTests
{
    private static readonly byte[] Rules = [1, 2, 3];

    [Theory]
    [InlineData("union-1922")]
    [InlineData("choirs")]
    public void A_ledger_opened_from_a_snapshot_goes_on_as_if_it_had_been_replayed(string name)
    {
        var whole = Lived(name, int.MaxValue, out var rulings);
        for (var cut = 0; cut <= rulings.Count; cut += 4)
        {
            var bytes = Bytes(Lived(name, cut, out _));
            var fresh = new Rulebooks(FederationFolder.Read(Cases.Examples.Folder(name)));
            var acts = new List<Act>();
            Assert.True(StateSnapshot.TryOpen(bytes, Rules, fresh, sequence => acts[sequence - 1], out var opened));
            Assert.Equal(bytes, Bytes(opened));
            var state = opened.State;
            var clauses = Clauses(fresh).ToList();
            var earlier = new ActReader(fresh);
            acts.AddRange(clauses.Take(cut).Select(c => earlier.Read([c]).Entries.Single().Act));
            for (var i = cut; i < rulings.Count; i++)
            {
                var ruling = Judge.Rule(state, opened.Reader.Read([clauses[i]]).Entries.Single().Act);
                Assert.Equal(rulings[i], Words(ruling));
                state = state.Record(ruling);
            }

            Assert.Equal(Bytes(whole), Bytes(new StateSnapshot(state, opened.Reader)));
        }
    }

    [Fact]
    public void Two_replays_give_the_same_bytes() =>
        Assert.Equal(Bytes(Lived("union-1922", int.MaxValue, out _)), Bytes(Lived("union-1922", int.MaxValue, out _)));

    [Fact]
    public void A_look_at_any_day_is_the_same_in_a_state_that_was_opened()
    {
        var lived = Lived("choirs", int.MaxValue, out _);
        var fresh = new Rulebooks(FederationFolder.Read(Cases.Examples.Folder("choirs")));
        Assert.True(StateSnapshot.TryOpen(Bytes(lived), Rules, fresh, _ => throw new InvalidOperationException(), out var opened));
        Assert.Equal(lived.State.Store.Lines, opened.State.Store.Lines);
        var compared = 0;
        for (var line = 0; line < lived.State.Store.Lines; line++)
        {
            var key = lived.State.Store.KeyOf(line);
            for (var known = 0; known <= lived.State.Known; known += 3)
            {
                var day = Day.Of(2024, 1, 1).Plus(known * 11);
                Assert.Equal(lived.State.AsKnownAt(known).At(day).Look(key), opened.State.AsKnownAt(known).At(day).Look(key));
                compared++;
            }
        }

        Assert.True(compared > 500);
    }

    [Fact]
    public void Bytes_of_other_rules_or_spoilt_ones_are_not_opened()
    {
        var bytes = Bytes(Lived("choirs", 12, out _));
        Assert.False(Opens(bytes, [9]));
        for (var length = 0; length < bytes.Length; length += 1 + (length / 50))
            Assert.False(Opens(bytes[..length], Rules));
        Assert.False(Opens((byte[])[.. bytes, 0], Rules));

        // A byte that is wrong inside may go unseen here, as a digest kept beside the snapshot is there to see it; but nothing breaks.
        for (var at = 0; at < bytes.Length; at++)
        {
            var spoilt = bytes.ToArray();
            spoilt[at] ^= 0xFF;
            _ = Opens(spoilt, Rules);
        }
    }

    [Fact]
    public void The_bytes_do_not_tell_where_the_folder_lies()
    {
        var elsewhere = Directory.CreateTempSubdirectory("foedus-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Cases.Examples.Folder("choirs")))
                File.Copy(file, Path.Combine(elsewhere.FullName, Path.GetFileName(file)));
            Assert.Equal(Bytes(Lived("choirs", 12, out _)), Bytes(Lived(new Rulebooks(FederationFolder.Read(elsewhere.FullName)), 12, out _)));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public void Only_the_latest_state_is_kept()
    {
        var lived = Lived("choirs", 12, out _);
        var earlier = lived with { State = lived.State.AsKnownAt(3) };
        Assert.Throws<InvalidOperationException>(() => Bytes(earlier));
    }

    private static readonly Federation Choirs = FederationFolder.Read(Cases.Examples.Folder("choirs"));

    private static bool Opens(ReadOnlyMemory<byte> bytes, byte[] rules) => StateSnapshot.TryOpen(
        bytes, rules, new Rulebooks(Choirs), _ => throw new InvalidOperationException(), out _);

    private static byte[] Bytes(StateSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        snapshot.Write(stream, Rules);
        return stream.ToArray();
    }

    /// <summary>A federation after so many of its acts, each read and ruled on before the next is read.</summary>
    private static StateSnapshot Lived(string name, int most, out List<string> rulings) =>
        Lived(new Rulebooks(FederationFolder.Read(Cases.Examples.Folder(name))), most, out rulings);

    private static StateSnapshot Lived(Rulebooks books, int most, out List<string> rulings)
    {
        var reader = new ActReader(books);
        var state = State.Opening(books);
        rulings = [];
        foreach (var clause in Clauses(books).Take(most))
        {
            var act = reader.Read([clause]).Entries.Single().Act;
            var ruling = Judge.Rule(state, act);
            rulings.Add(Words(ruling));
            state = state.Record(ruling);
        }

        return new StateSnapshot(state, reader);
    }

    private static IEnumerable<Charter.Syntax.ClauseSyntax> Clauses(Rulebooks books) => books.Federation.Journals
        .OrderBy(j => j.IsRehearsal).ThenBy(j => j.Path, StringComparer.Ordinal).SelectMany(j => j.Acts).Where(c => c.Is("act") && c.Match is not null);

    private static string Words(Ruling ruling)
    {
        // The bytes of a state are those of ruling alone, so the reasons are put into words without asking the state for more.
        return ruling.Verdict + ": " + string.Join("; ", ruling.Branches.SelectMany(b => b.Grounds).Select(g => g.ToString()));
    }
}
