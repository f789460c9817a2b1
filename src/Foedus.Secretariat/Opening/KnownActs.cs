using System.Collections;
using Foedus.Engine.Judging;

namespace Foedus.Secretariat.Opening;

/// <summary>The first acts of a history, with their judgments under other assumptions.</summary>
/// <param name="all">Every act.</param>
/// <param name="known">How many are known.</param>
/// <param name="assumptions">Under which verdicts are given.</param>
internal sealed class KnownActs(IReadOnlyList<RuledAct> all, int known, AssumptionSet assumptions) : IReadOnlyList<RuledAct>
{
    public int Count => known;

    public RuledAct this[int index] => Under(all[index]);

    public IEnumerator<RuledAct> GetEnumerator() => all.Take(known).Select(Under).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private RuledAct Under(RuledAct act) => act with { Judgment = act.Ruling.Under(assumptions) };
}
