using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

/// <summary>A random ledger: what each act wrote, kept apart from any store so that it can be replayed up to any act.</summary>
internal sealed class History
{
    public const int Parent = 2;
    public const int Holds = 3;

    private readonly List<Write> _writes = [];

    public IReadOnlyList<Write> Writes => _writes;

    public int Acts { get; private set; }

    public Conditions Conditions { get; } = new();

    public static History Random(int seed, int acts, int things, int days, bool retroactive = true, bool standings = true)
    {
        var random = new Random(seed);
        var history = new History { Acts = acts };
        for (var act = 0; act < acts; act++)
        {
            var writes = random.Next(1, 4);
            for (var i = 0; i < writes; i++)
                history._writes.Add(history.Next(random, act, things, days, retroactive, standings));
        }

        return history;
    }

    /// <summary>A store with the acts up to n, all of them if n is not given.</summary>
    public FactStore Replay(int n = int.MaxValue)
    {
        var store = new FactStore(Conditions);
        store.KeepInverse(Parent);
        store.KeepInverse(Holds);
        foreach (var write in _writes)
        {
            if (write.Act <= n)
                Apply(store, write);
        }

        return store;
    }

    public static void Apply(FactStore store, Write write)
    {
        if (write.Standing is { } standing)
            store.State(write.Target, standing, new Day(write.From), new Day(write.Until), write.Act, write.Act, write.Condition);
        else
            store.Append(write.Key, new Day(write.From), new Day(write.Until), write.Value, write.Act, write.Act, write.Condition);
    }

    /// <summary>The value by the words of the definition, with no structure at all.</summary>
    public long? Value(FactKey key, int day, int known, int[] readings)
    {
        for (var i = _writes.Count - 1; i >= 0; i--)
        {
            var write = _writes[i];
            if (write.Act > known || write.Standing is not null || write.Key != key || day < write.From || day >= write.Until
                || !Conditions.Evaluate(write.Condition, s => readings[s]))
            {
                continue;
            }

            switch (Standing(write.Act, day, known, readings))
            {
                case SourceStanding.Void:
                    continue;
                case SourceStanding.Ended or SourceStanding.Suspended:
                    return null;
                default:
                    return write.Value == FactVersion.Nothing ? null : write.Value;
            }
        }

        return null;
    }

    private SourceStanding Standing(int source, int day, int known, int[] readings)
    {
        for (var i = _writes.Count - 1; i >= 0; i--)
        {
            var write = _writes[i];
            var covers = write.Standing == SourceStanding.Void || (day >= write.From && day < write.Until);
            if (write.Act > known || write.Standing is null || write.Target != source || !covers
                || !Conditions.Evaluate(write.Condition, s => readings[s]))
            {
                continue;
            }

            switch (write.Act == source ? SourceStanding.Stands : Standing(write.Act, day, known, readings))
            {
                case SourceStanding.Void:
                    continue;
                case SourceStanding.Ended or SourceStanding.Suspended:
                    return SourceStanding.Stands;
                default:
                    return write.Standing.Value;
            }
        }

        return SourceStanding.Stands;
    }

    private Write Next(Random random, int act, int things, int days, bool retroactive, bool standings)
    {
        var from = retroactive && random.Next(3) == 0 ? random.Next(days) : Math.Min(days - 1, act * days / Math.Max(1, Acts));
        var until = random.Next(3) == 0 ? from + random.Next(1, days) : Day.Max.Number;
        var condition = random.Next(6) == 0
            ? Conditions.Literal(random.Next(2), random.Next(2), 2)
            : Condition.Always;
        if (standings && act > 0 && random.Next(4) == 0)
        {
            var standing = (SourceStanding)random.Next(5);
            return new Write(act, default, from, until, 0, condition, random.Next(act), standing);
        }

        var subject = random.Next(things);
        var value = random.Next(8) == 0 ? FactVersion.Nothing : random.Next(things);
        var key = random.Next(2) == 0 ? FactKey.Of(Parent, subject) : FactKey.Of(Holds, subject, random.Next(things));
        return new Write(act, key, from, until, value, condition, 0, null);
    }

    internal sealed record Write(
        int Act, FactKey Key, int From, int Until, long Value, Condition Condition, int Target, SourceStanding? Standing);
}
