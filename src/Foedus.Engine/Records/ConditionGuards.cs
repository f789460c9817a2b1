using System.Collections.Immutable;
using System.Globalization;
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
    private readonly List<Guard> _guards = [];
    private readonly Dictionary<Guard, int> _numbers = [];

    /// <summary>The number of a guard; the same one always has the same.</summary>
    public int Number(Condition? holds, ImmutableArray<Condition> fail, int matter, Rulebook book)
    {
        var guard = new Guard(holds is null ? Guard.Nothing : book.ConditionNumber(holds), string.Join(' ', fail.Select(book.ConditionNumber)), matter, book.Index);
        if (_numbers.TryGetValue(guard, out var number))
            return number;
        _guards.Add(guard);
        _numbers.Add(guard, _guards.Count);
        return _guards.Count;
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Int(_guards.Count);
        foreach (var guard in _guards)
        {
            writer.Int(guard.Holds);
            writer.Text(guard.Fail);
            writer.Int(guard.Matter);
            writer.Int(guard.Book);
        }
    }

    public void Load(SnapshotReader reader)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var guard = new Guard(reader.Int(), reader.Text(), reader.Int(), reader.Int());
            _guards.Add(guard);
            if (!_numbers.TryAdd(guard, _guards.Count))
                throw new InvalidDataException("A guard is there twice.");
        }
    }

    public GuardAnswer Decide(int guard, ProspectiveAct act, View view)
    {
        var (holds, fail, matter, at) = _guards[guard - 1];
        var book = state.Books[at];
        var readings = new Readings();
        var inquiry = new Inquiry(state, book, view, readings);
        var truth = holds == Guard.Nothing ? Truth.Yes : inquiry.Holds(book.ConditionOf(holds), matter);
        foreach (var other in fail.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            truth = truth.And(inquiry.Holds(book.ConditionOf(int.Parse(other, CultureInfo.InvariantCulture)), matter).Not());
        if (readings.Path.Count > 0)
            return GuardAnswer.Open;
        return truth switch
        {
            Truth.Yes => GuardAnswer.Holds,
            Truth.No => GuardAnswer.Fails,
            _ => GuardAnswer.Open,
        };
    }

    /// <param name="Holds">The number of the condition that has to hold, or <see cref="Nothing"/>.</param>
    /// <param name="Fail">The numbers of those that have to fail, with blanks between them.</param>
    /// <param name="Matter">What they are about.</param>
    /// <param name="Book">The edition, by its place.</param>
    private readonly record struct Guard(int Holds, string Fail, int Matter, int Book)
    {
        public const int Nothing = -1;
    }
}
