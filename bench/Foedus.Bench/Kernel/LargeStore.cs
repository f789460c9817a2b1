using Foedus.Engine.Kernel;

namespace Foedus.Bench.Kernel;

/// <summary>
/// A store like that of a large federation over fifty years: units in a tree, figures of each, mandates with terms, offices that change hands,
/// one write in fifty retroactive, one act in a thousand annulled. The same for every run.
/// </summary>
public sealed class LargeStore
{
    public const int Within = 2;
    public const int Members = 3;
    public const int Mandate = 4;
    public const int Holder = 5;

    private const int Days = 365 * 50;
    private ulong _state = 88172645463325252;

    public LargeStore(int versions)
    {
        Units = Math.Max(10, versions / 20);
        Store = new FactStore(expectedLines: versions);
        Store.KeepInverse(Within);
        Versions = versions;
    }

    public FactStore Store { get; }

    public int Units { get; }

    public int Versions { get; }

    public int Acts { get; private set; }

    /// <summary>Writes all versions, one an act.</summary>
    public void Fill()
    {
        var act = 0;
        for (; Store.Count < Versions; act++)
        {
            var day = (int)((long)act * Days / Versions);
            if (Next(50) == 0)
                day = Next(day + 1);
            var from = new Day(700_000 + day);
            var kind = Next(1000);
            if (kind == 0 && act > 0)
                Store.State(Next(act), SourceStanding.Void, Day.Min, Day.Max, act, act);
            else if (kind < 100)
                Store.Append(FactKey.Of(Within, Next(Units)), from, Day.Max, Next(Units / 10), act, act);
            else if (kind < 500)
                Store.Append(FactKey.Of(Members, Next(Units)), from, Day.Max, Next(100_000), act, act);
            else if (kind < 900)
                Store.Append(FactKey.Of(Mandate, Next(Units / 100), Units + act), from, from + 1461, 1, act, act);
            else
                Store.Append(FactKey.Of(Holder, Next(1000)), from, Day.Max, Next(Units), act, act);
        }

        Acts = act;
    }

    /// <summary>Reads that stand for those of rulings: the parent, the figure or the office of a random thing on a random day.</summary>
    public long Read(int reads, bool asKnown)
    {
        var sum = 0L;
        for (var i = 0; i < reads; i++)
        {
            var known = asKnown ? Next(Acts) : int.MaxValue;
            var view = new View(Store, new Day(700_000 + Next(Days)), known);
            var sight = Next(10) switch
            {
                < 4 => view.Look(Within, Next(Units)),
                < 8 => view.Look(Members, Next(Units)),
                _ => view.Look(Holder, Next(1000)),
            };
            sum += sight.Holds ? sight.Value : 0;
        }

        return sum;
    }

    /// <summary>The units that belong to a random unit on a random day.</summary>
    public int Children(int sets)
    {
        var count = 0;
        for (var i = 0; i < sets; i++)
            count += new View(Store, new Day(700_000 + Next(Days)), int.MaxValue).Subjects(Within, Next(Units / 10)).Count();
        return count;
    }

    /// <summary>The mandates of a random body on a random day.</summary>
    public int Mandates(int sets)
    {
        var count = 0;
        for (var i = 0; i < sets; i++)
            count += new View(Store, new Day(700_000 + Next(Days)), int.MaxValue).Objects(Mandate, Next(Units / 100)).Count();
        return count;
    }

    private int Next(int bound)
    {
        unchecked
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return (int)((_state >> 33) % (ulong)bound);
        }
    }
}
