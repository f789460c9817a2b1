using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Goes through every way of sharing told sums out among the voters of several classes.</summary>
internal sealed class SharedWalk
{
    private readonly ImmutableArray<PollClass> _classes;
    private readonly ImmutableArray<SharedVotes> _shared;
    private readonly ResponseCounts[] _counts;
    private readonly int _most;
    private Action _visit = () => { };
    private int _steps;

    public SharedWalk(ImmutableArray<PollClass> classes, ImmutableArray<SharedVotes> shared, ResponseCounts[] counts, int most)
    {
        _classes = classes;
        _shared = shared;
        _counts = counts;
        _most = most;
    }

    /// <summary>Visits each way once; false if there are too many, or if votes can be divided.</summary>
    public bool Run(Action visit)
    {
        _visit = visit;
        foreach (var pool in _shared)
        {
            if (pool.Divisible || !pool.Classes.All(c => _classes[c].Weight(pool.By).IsExact))
                return false;
        }

        return Pool(0);
    }

    private bool Pool(int pool)
    {
        if (pool < _shared.Length)
            return Class(pool, 0, [.. _shared[pool].Given]);
        _visit();
        return ++_steps <= _most;
    }

    private bool Class(int pool, int at, Ratio[] left)
    {
        var shared = _shared[pool];
        if (at == shared.Classes.Length)
            return !IsPlaced(left) || Pool(pool + 1);
        var c = shared.Classes[at];
        var weight = _classes[c].Weight(shared.By).Low;
        var before = _counts[c];
        var goes = weight.IsZero ? Class(pool, at + 1, left) : Response(pool, at, 0, _classes[c].Untold, left, weight);
        _counts[c] = before;
        return goes && ++_steps <= _most;
    }

    private bool Response(int pool, int at, int response, long free, Ratio[] left, Ratio weight)
    {
        if (response == ResponseCounts.Kinds)
            return Class(pool, at + 1, left);
        if (response == (int)Counting.Response.Absent || left[response].IsZero)
            return Response(pool, at, response + 1, free, left, weight);
        var c = _shared[pool].Classes[at];
        var (before, had) = (_counts[c], left[response]);
        var most = (long)Ratio.Min((had / weight).Floor(), free).Floor();
        // The last class takes what is left.
        var least = at == _shared[pool].Classes.Length - 1 ? (had / weight).Ceiling() : Ratio.Zero;
        var goes = true;
        for (var voters = least > most ? most + 1 : (long)least.Floor(); voters <= most && goes; voters++)
        {
            _counts[c] = before.Plus((Response)response, voters);
            left[response] = had - (voters * weight);
            goes = Response(pool, at, response + 1, free - voters, left, weight);
        }

        _counts[c] = before;
        left[response] = had;
        return goes && ++_steps <= _most;
    }

    private static bool IsPlaced(Ratio[] left)
    {
        for (var r = 0; r < left.Length; r++)
        {
            if (r != (int)Counting.Response.Absent && !left[r].IsZero)
                return false;
        }

        return true;
    }
}
