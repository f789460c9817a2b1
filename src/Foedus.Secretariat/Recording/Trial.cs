using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Replaying;
using Foedus.Secretariat.Ledgers;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Recording;

/// <summary>
/// Acts that somebody would do, ruled on one after the other in a branch of the history: nothing of them is left in what is known when the trial
/// is dropped.
/// </summary>
/// <param name="History">The branch, after the last of them.</param>
/// <param name="Acts">The acts with their rulings.</param>
/// <param name="Diagnostics">What is wrong with their words.</param>
/// <param name="Unread">Whether one of them could not be read as an act, so that it is not among them.</param>
internal sealed record Trial(History History, ImmutableArray<RuledAct> Acts, ImmutableArray<Diagnostic> Diagnostics, bool Unread)
{
    /// <summary>Rules on acts.</summary>
    /// <param name="known">What was done so far; it stays as it is.</param>
    /// <param name="words">The acts as they are typed, each beginning with a day.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="edition">The edition by which they are judged; 0: that of their days.</param>
    /// <param name="isRehearsal">Whether nobody does them.</param>
    /// <exception cref="Obstacle">One of them is no act.</exception>
    public static Trial Of(History known, IReadOnlyList<string> words, int first, int edition = 0, bool isRehearsal = false)
    {
        var (journal, count) = ActLines.Journal(known, words, first, isRehearsal);
        var own = known.Branch();
        var reading = own.Reader.Read(journal);
        if (own.Reader.WouldBringReading)
        {
            own = known.Apart();
            reading = own.Reader.Read(journal);
        }

        return new Trial(own, Rule(own, journal, reading, edition), [.. reading.Diagnostics.Where(d => d.Descriptor != JournalDiagnostics.OutOfOrder)], reading.Entries.Length < count);
    }

    /// <summary>The same, where every act has to be readable.</summary>
    /// <exception cref="Obstacle">One of them is no act.</exception>
    public Trial Whole(IReadOnlyList<string> words) =>
        Unread ? throw new Obstacle(Sentence.Of("NotAnAct", ActLines.Of(words)[^1]), Sentence.Of("NotAnActHint"), Diagnostics.Select(Problem.Of)) : this;

    private static ImmutableArray<RuledAct> Rule(History own, JournalText journal, JournalReading reading, int edition)
    {
        var replay = new Replay(own.State);
        var ruled = ImmutableArray.CreateBuilder<RuledAct>(reading.Entries.Length);
        foreach (var entry in reading.Entries)
        {
            var ruling = replay.Step(edition > 0 ? entry.Act with { UnderEdition = edition } : entry.Act);
            ruled.Add(new RuledAct(journal, entry, ruling, ruling.Under(own.Assumptions.Set), own.Acts.Count + ruled.Count + 1));
        }

        return ruled.MoveToImmutable();
    }
}
