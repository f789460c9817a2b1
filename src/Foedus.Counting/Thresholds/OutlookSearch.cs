using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Looks for a completion of the vote that would defeat a test. Only responses that no other response beats in every gate need
/// trying: usually one, all against; two where staying away can hurt more than voting against, and then every split between them.
/// </summary>
internal sealed class OutlookSearch
{
    private const int MostSplits = 50_000;

    private readonly GateTree _tree;
    private readonly Profile _profile;
    private readonly Response[][] _choices;
    private readonly ResponseCounts[] _counts;

    private OutlookSearch(Threshold goal, Profile profile, Responses possible)
    {
        _tree = new GateTree(goal, profile);
        _profile = profile;
        _counts = [.. profile.Classes.Select(voters => voters.Given)];
        _choices = [.. profile.Classes.Select((voters, index) => voters.Unanswered > 0 ? Hostile(index, possible) : [])];
    }

    public static Outlook Of(Threshold test, Profile profile, Responses possible)
    {
        if ((possible & Responses.All) == Responses.None) possible = Responses.Absent;
        profile = profile.Merged(test.Gates);
        var (kept, keptExact) = new OutlookSearch(test, profile, possible).Certain();
        if (kept) return new Outlook(Truth.True, IsExact: true);
        var (lost, lostExact) = new OutlookSearch(test.Negation, profile, possible).Certain();
        return lost ? new Outlook(Truth.False, IsExact: true) : new Outlook(Truth.Open, keptExact && lostExact);
    }

    /// <summary>Whether the goal holds in every completion; a no may be for want of trying.</summary>
    private (bool Holds, bool IsExact) Certain()
    {
        var exact = _tree.IsExact || _tree.Gates.Length <= 1;
        var splits = _choices.Select((choices, index) => (choices, index)).Where(item => item.choices.Length > 1).Select(item => item.index).ToList();
        for (var c = 0; c < _choices.Length; c++)
            if (_choices[c].Length == 1) _counts[c] = _counts[c].Plus(_choices[c][0], _profile.Classes[c].Unanswered);

        // The class with the most ways goes last: between two responses only the places where a gate turns need trying.
        splits.Sort((a, b) => Ways(a).CompareTo(Ways(b)));
        var tries = splits.Aggregate(BigInteger.One, (product, c) => product * (IsLine(c, splits) ? 1 : Ways(c)));
        if (tries > MostSplits) return (WorstGateByGate(splits), IsExact: false);
        return (Holds(splits, 0), exact);
    }

    // All responses that no other possible one is at most as good as, in every gate.
    private Response[] Hostile(int voterClass, Responses possible)
    {
        var all = Enum.GetValues<Response>().Where(response => possible.Has(response)).ToList();
        for (var i = all.Count - 1; i >= 0; i--)
            if (all.Exists(other => other != all[i] && AtMostAsGood(voterClass, all[i], other))) all.RemoveAt(i);
        return [.. all];
    }

    private bool AtMostAsGood(int voterClass, Response from, Response to) =>
        _tree.Gates.All(gate => gate.Difference.Move(voterClass, from, to).High.Sign <= 0);

    private BigInteger Ways(int voterClass)
    {
        // Multisets of so many voters over the choices.
        var ways = BigInteger.One;
        for (var i = 1; i < _choices[voterClass].Length; i++) ways = ways * (_profile.Classes[voterClass].Unanswered + (BigInteger)i) / i;
        return ways;
    }

    private bool IsLine(int voterClass, List<int> splits) => _tree.IsExact && voterClass == splits[^1] && _choices[voterClass].Length == 2;

    private bool Holds(List<int> splits, int at)
    {
        if (at == splits.Count) return _tree.Truth(_counts) == Truth.True;
        var c = splits[at];
        return IsLine(c, splits) ? HoldsAlong(c) : HoldsOver(splits, at, 0, _profile.Classes[c].Unanswered);
    }

    private bool HoldsOver(List<int> splits, int at, int choice, long left)
    {
        var c = splits[at];
        var before = _counts[c];
        var last = choice == _choices[c].Length - 1;
        for (var voters = last ? left : 0; voters <= left; voters++)
        {
            _counts[c] = before.Plus(_choices[c][choice], voters);
            var holds = last ? Holds(splits, at + 1) : HoldsOver(splits, at, choice + 1, left - voters);
            _counts[c] = before;
            if (!holds) return false;
        }

        return true;
    }

    // Every gate is a straight line in the number that moves from one response to the other.
    private bool HoldsAlong(int voterClass)
    {
        var unanswered = _profile.Classes[voterClass].Unanswered;
        var (one, other) = (_choices[voterClass][0], _choices[voterClass][1]);
        var before = _counts[voterClass];
        _counts[voterClass] = before.Plus(one, unanswered);
        var turns = new SortedSet<long> { 0, unanswered };
        foreach (var (difference, _) in _tree.Gates)
        {
            var slope = difference.Move(voterClass, one, other).Low;
            if (!Ratio.TryDivide(-difference.Value(_counts).Low, slope, out var turn)) continue;
            for (var near = -1; near <= 2; near++)
            {
                var voters = turn.Floor() + near;
                if (voters >= 0 && voters <= unanswered) turns.Add((long)voters);
            }
        }

        var holds = turns.All(voters =>
        {
            _counts[voterClass] = before.Plus(one, unanswered - voters).Plus(other, voters);
            return _tree.Truth(_counts) == Truth.True;
        });
        _counts[voterClass] = before;
        return holds;
    }

    // Each gate at its own worst, though they may not all be at their worst together.
    private bool WorstGateByGate(List<int> splits) =>
        _tree.Gather(place =>
        {
            var (difference, strict) = _tree.Gates[place];
            var worst = difference.Value(_counts).Low;
            foreach (var c in splits)
                worst += _profile.Classes[c].Unanswered * _choices[c].Min(response => difference.Of(c, response).Low);
            return new Margin(0, 0, worst, strict).Truth;
        }) == Truth.True;
}
