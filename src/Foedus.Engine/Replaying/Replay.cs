using System.Collections.Immutable;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Replaying;

/// <summary>
/// Rules on acts one after the other, each with what was known before it, and records every ruling. The same charter and the same acts always
/// give the same rulings and the same state, whether replayed at once or step by step. An act that was recorded late is ruled on as of its own
/// day, and keeps its place in the ledger.
/// </summary>
/// <param name="opening">The state before the first act.</param>
public sealed class Replay(State opening)
{
    /// <summary>The state after the acts so far.</summary>
    public State State { get; private set; } = opening;

    /// <summary>Replays a whole ledger and keeps every ruling.</summary>
    public static Replayed Of(Rulebooks books, IEnumerable<Act> acts)
    {
        var replay = new Replay(State.Opening(books));
        var rulings = ImmutableArray.CreateBuilder<Ruling>();
        foreach (var act in acts)
            rulings.Add(replay.Step(act));
        return new Replayed(replay.State, rulings.ToImmutable());
    }

    /// <summary>Rules on the next act and records the ruling.</summary>
    /// <exception cref="InvalidOperationException">An act was recorded on this state by somebody else.</exception>
    public Ruling Step(Act act)
    {
        var ruling = Judge.Rule(State, act);
        State = State.Record(ruling);
        return ruling;
    }
}
