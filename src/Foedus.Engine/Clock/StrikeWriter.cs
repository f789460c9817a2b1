using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Clock;

/// <summary>Writes what a strike brings, each judgement on the readings on which it holds, and takes it back when it turns out otherwise.</summary>
internal static class StrikeWriter
{
    /// <summary>The judgements that bring something, those that bring the same together.</summary>
    public static List<(Strike Strike, Condition Condition)> Group(State state, int thing, Day last, in Forked<Strike> forked)
    {
        var groups = new List<(Strike Strike, Condition Condition)>();
        foreach (var path in forked.Paths)
        {
            if (path.Result.Parent == FactStore.NoSource)
                continue;
            var strike = path.Result with { Branch = Marked(path.Result.Branch, thing, last + 1) };
            if (strike.Branch.Effects.IsEmpty)
                continue;
            var condition = EffectWriter.ConditionOf(state, path.Result.Branch);
            var at = groups.FindIndex(g => g.Strike.Parent == strike.Parent && g.Strike.Branch.WritesSame(strike.Branch));
            if (at < 0)
                groups.Add((strike, condition));
            else
                groups[at] = (groups[at].Strike, state.Store.Conditions.Or(groups[at].Condition, condition));
        }

        return groups;
    }

    /// <summary>Whether an earlier judgement has written just this.</summary>
    public static bool IsAlike(State state, Day due, List<(Strike Strike, Condition Condition)> groups, (int First, int End) sources, (int First, int End) versions)
    {
        var store = state.Store;
        var (source, version) = (sources.First, versions.First);
        foreach (var (strike, condition) in groups)
        {
            if (source >= sources.End || store.ProspectiveOf(~source).Parent != strike.Parent)
                return false;
            source++;
            foreach (var effect in strike.Branch.Effects)
            {
                if (effect.Kind == EffectKind.Prepare)
                {
                    source++;
                    continue;
                }

                if (effect.Kind == EffectKind.Figure)
                    return false;
                var key = effect.Kind == EffectKind.Standing ? FactStore.StandingKey(effect.Target) : effect.Key;
                var until = effect.Kind == EffectKind.Fact ? OrderByDone.End(state, key, effect.From, effect.Until, due, byAct: false) : effect.Until;
                if (until <= effect.From)
                    continue;
                if (version >= versions.End)
                    return false;
                ref readonly var fact = ref store[version++];
                if (store.KeyOf(fact.Line) != key || fact.From != effect.From || (fact.Until != until && fact.Until != effect.Until) || fact.Value != effect.Value || fact.Condition != condition)
                    return false;
            }
        }

        return source == sources.End && version == versions.End;
    }

    /// <summary>Whether these sources have fallen, whatever the day, with what they follow.</summary>
    public static bool HasFallen(State state, (int First, int End) sources)
    {
        for (var source = sources.First; source < sources.End; source++)
        {
            if (state.Store.StandingOf(~source, Day.Max, state.Known, Assumptions.None) != SourceStanding.Void)
                return false;
        }

        return true;
    }

    /// <summary>What these sources brought no longer counts, as known from the act recorded last on.</summary>
    public static void Withdraw(State state, (int First, int End) sources)
    {
        state.Writing.Overlaid();
        for (var source = sources.First; source < sources.End; source++)
            state.Store.State(~source, SourceStanding.Void, Day.Min, Day.Max, ~source, state.Known);
    }

    /// <summary>Writes the judgements.</summary>
    public static void Write(State state, List<(Strike Strike, Condition Condition)> groups, Day due)
    {
        foreach (var (strike, condition) in groups)
            EffectWriter.WriteBranch(state, strike.Branch, state.Store.Prepare(strike.Parent, due, state.Known), state.Known, condition, due);
    }

    /// <summary>A time that ran out and brought nothing, because that was refused or is open, is over all the same.</summary>
    private static Branch Marked(Branch branch, int thing, Day due)
    {
        if (branch.Verdict == Verdict.Accepted)
            return branch;
        var state = branch.Verdict == Verdict.Refused ? Overdue.Refused : Overdue.Open;
        return branch with { Effects = [new Effect(EffectKind.Fact, FactKey.Of(Relations.Overdue, thing), due, Day.Max, state, -1, -1)] };
    }
}
