using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Condition = Foedus.Charter.Model.Condition;

namespace Foedus.Engine.Records;

/// <summary>
/// Decides, on the day on which the clock would bring something, whether the condition that the charter sets for it then holds. Guards are
/// numbered from 1; each is a condition, the matter that it is about, and whether it is to hold or to fail.
/// </summary>
internal sealed class ConditionGuards(State state) : IGuards
{
    private readonly List<(Condition If, int Matter, bool Negated, Rulebook Book)> _guards = [];
    private readonly Dictionary<(Condition If, int Matter, bool Negated), int> _numbers = [];

    /// <summary>The number of a guard, which is made if it is new.</summary>
    public int Number(Condition condition, int matter, bool negated, Rulebook book)
    {
        if (_numbers.TryGetValue((condition, matter, negated), out var number))
            return number;
        _guards.Add((condition, matter, negated, book));
        _numbers.Add((condition, matter, negated), _guards.Count);
        return _guards.Count;
    }

    public GuardAnswer Decide(int guard, ProspectiveAct act, View view)
    {
        var (condition, matter, negated, book) = _guards[guard - 1];
        var readings = new Readings();
        var truth = new Inquiry(state, book, view, readings).Holds(condition, matter);
        if (readings.Path.Count > 0)
            return GuardAnswer.Open;
        return (negated ? truth.Not() : truth) switch
        {
            Truth.Yes => GuardAnswer.Holds,
            Truth.No => GuardAnswer.Fails,
            _ => GuardAnswer.Open,
        };
    }
}
