using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Condition = Foedus.Charter.Model.Condition;

namespace Foedus.Engine.Records;

/// <summary>
/// Decides, on the day on which the clock would bring something, whether the condition that the charter sets for it then holds. Guards are
/// numbered from 1; each is a condition that has to hold, if any, and others that have to fail, about one matter.
/// </summary>
internal sealed class ConditionGuards(State state) : IGuards
{
    private readonly List<(Condition? Holds, ImmutableArray<Condition> Fail, int Matter, Rulebook Book)> _guards = [];

    /// <summary>The number of a new guard.</summary>
    public int Number(Condition? holds, ImmutableArray<Condition> fail, int matter, Rulebook book)
    {
        _guards.Add((holds, fail, matter, book));
        return _guards.Count;
    }

    public GuardAnswer Decide(int guard, ProspectiveAct act, View view)
    {
        var (holds, fail, matter, book) = _guards[guard - 1];
        var readings = new Readings();
        var inquiry = new Inquiry(state, book, view, readings);
        var truth = holds is null ? Truth.Yes : inquiry.Holds(holds, matter);
        foreach (var other in fail)
            truth = truth.And(inquiry.Holds(other, matter).Not());
        if (readings.Path.Count > 0)
            return GuardAnswer.Open;
        return truth switch
        {
            Truth.Yes => GuardAnswer.Holds,
            Truth.No => GuardAnswer.Fails,
            _ => GuardAnswer.Open,
        };
    }
}
