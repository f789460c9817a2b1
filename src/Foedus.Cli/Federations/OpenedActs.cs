using System.Collections;
using Foedus.Charter.Model;
using Foedus.Cli.Ledgers;
using Foedus.Engine.Judging;

namespace Foedus.Cli.Federations;

/// <summary>The acts of a ledger that was opened from a snapshot: each is read and ruled on again, as things stood before it, when somebody asks for it.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="journal">The journal that it is.</param>
/// <param name="assumptions">Under which verdicts are given.</param>
internal sealed class OpenedActs(LedgerState ledger, JournalText journal, AssumptionSet assumptions) : IReadOnlyList<RuledAct>
{
    public int Count => ledger.State.Known;

    public RuledAct this[int index]
    {
        get
        {
            var entry = ledger.Acts[index + 1];
            var ruling = Judge.Rule(ledger.State.AsKnownAt(index), entry.Act);
            return new RuledAct(journal, entry, ruling, ruling.Under(assumptions), index + 1);
        }
    }

    public IEnumerator<RuledAct> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
