using System.Collections;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Secretariat.Ledgers;

namespace Foedus.Secretariat.Opening;

/// <summary>
/// The acts of a ledger. A single one is read and ruled on again as things stood before it; whoever goes through them all has every act ruled on
/// from the first, and memory grows with the state alone.
/// </summary>
/// <param name="ledger">The ledger as it was opened.</param>
/// <param name="state">The state after the last of them, on which single acts are ruled on again.</param>
/// <param name="journal">The journal that it is.</param>
/// <param name="assumptions">Under which verdicts are given.</param>
internal sealed class OpenedActs(LedgerState ledger, State state, JournalText journal, AssumptionSet assumptions) : IReadOnlyList<RuledAct>
{
    public int Count => state.Known;

    /// <summary>The same acts, ruled on in a state that branched off.</summary>
    public OpenedActs In(State branch) => new(ledger, branch, journal, assumptions);

    public RuledAct this[int index]
    {
        get
        {
            var entry = ledger.Acts[index + 1];
            var ruling = Judge.Rule(state.AsKnownAt(index), entry.Act);
            return new RuledAct(journal, entry, ruling, ruling.Under(assumptions), index + 1);
        }
    }

    public IEnumerator<RuledAct> GetEnumerator()
    {
        var books = new Rulebooks(ledger.Input.Federation);
        var reader = new ActReader(books);
        var replay = new Replay(State.Opening(books));
        var place = 0;
        foreach (var clause in LedgerActs.Read(ledger.Input.Places, ledger.Path))
        {
            foreach (var entry in reader.Read([clause]).Entries)
            {
                // What was recorded after the ledger was opened does not belong to it.
                if (place == Count)
                    yield break;
                var ruling = replay.Step(entry.Act);
                yield return new RuledAct(journal, entry, ruling, ruling.Under(assumptions), ++place);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
