using System.Runtime.InteropServices;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>Writes what an act brings about: each effect in the readings in which the act is accepted and has it.</summary>
internal static class EffectWriter
{
    private const int MostPrepared = 32;

    public static void Write(State state, Ruling ruling, int sequence)
    {
        var store = state.Store;
        store.Done(sequence, ruling.Act.Done);
        var paths = ruling.Branches;
        if (paths.Length == 1)
        {
            if (paths[0].Verdict == Verdict.Accepted)
                WriteBranch(state, paths[0], sequence, sequence, Condition.Always, ruling.Act.Done);
            return;
        }

        // Branches with the same effects are written once, under all their readings together.
        var groups = new List<(Branch Branch, Condition Condition)>();
        foreach (var path in paths)
        {
            if (path.Verdict != Verdict.Accepted || path.Effects.IsEmpty)
                continue;
            var condition = ConditionOf(state, path);
            var at = groups.FindIndex(g => g.Branch.WritesSame(path));
            if (at < 0)
                groups.Add((path, condition));
            else
                groups[at] = (groups[at].Branch, store.Conditions.Or(groups[at].Condition, condition));
        }

        foreach (var (path, condition) in CollectionsMarshal.AsSpan(groups))
            WriteBranch(state, path, sequence, sequence, condition, ruling.Act.Done);
    }

    /// <summary>The readings of a way of judging, as a condition.</summary>
    internal static Condition ConditionOf(State state, Branch path)
    {
        var conditions = state.Store.Conditions;
        var condition = Condition.Always;
        foreach (var (silence, reading) in path.Readings)
            condition = conditions.And(condition, conditions.Literal(silence, reading, state.Books.Federation.AllSilences[silence].Ways));
        return condition;
    }

    /// <summary>Writes what one way of judging brings, under a source: the act, or what the calendar prepared.</summary>
    internal static void WriteBranch(State state, Branch branch, int by, int sequence, Condition condition, Day done)
    {
        var store = state.Store;
        Span<int> prepared = stackalloc int[MostPrepared];
        var count = 0;
        foreach (var effect in branch.Effects)
        {
            var source = effect.Through < 0 ? by : prepared[effect.Through];
            if (effect.Kind is EffectKind.Fact or EffectKind.Figure)
                state.Writing.Written(effect.Key, effect.From, effect.Until, source < 0);
            switch (effect.Kind)
            {
                case EffectKind.Fact:
                    store.Append(effect.Key, effect.From, OrderByDone.End(state, effect.Key, effect.From, effect.Until, done, by >= 0), effect.Value, source, sequence, condition);
                    break;
                case EffectKind.Figure:
                    store.Append(effect.Key, effect.From, effect.Until, state.Enter(branch.Figures[(int)effect.Value]), source, sequence, condition);
                    break;
                case EffectKind.Standing:
                    state.Writing.Challenged(store, effect.Target);
                    store.State(effect.Target, (SourceStanding)effect.Value, effect.From, effect.Until, source, sequence, condition);
                    break;
                case EffectKind.Prepare when count < MostPrepared:
                    prepared[count++] = store.Prepare(source, effect.From, sequence, Math.Max(0, effect.Target));
                    break;
            }
        }
    }
}
