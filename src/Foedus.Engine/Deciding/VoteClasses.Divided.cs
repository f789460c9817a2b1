using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <content>
/// Whose votes are divided, and what they count as: those of a unit where a test is by units, and those of one member who has several votes
/// where a test is by members.
/// </content>
internal sealed partial class VoteClasses
{
    private const int OfHeads = 0;
    private const int OfVotes = 1;

    /// <summary>Whether a voter may give a part of its votes to one side and a part to another.</summary>
    private bool IsDivisible => Weights.Rule is { Measure: not null, IsUndivided: false };

    /// <summary>Whether a unit of a kind has votes on more than one side, or may have.</summary>
    public bool HasDividedUnits(UnitKind kind)
    {
        var sides = new Dictionary<int, Response>();
        foreach (var pool in PoolsOfOneUnit(kind))
        {
            if (Primary(pool) is { } sum && sum.Given.Count(g => g.Sign > 0) + (Capacity(sum).High > sum.Total ? 1 : 0) > 1)
                return true;
        }

        foreach (var entry in _entries)
        {
            var unit = Roll.Above(entry.Place.Unit, kind);
            if (unit < 0)
                continue;
            foreach (var response in Responses)
            {
                if (entry.Given[response] == 0)
                    continue;
                if (sides.TryGetValue(unit, out var before) && before != response)
                    return true;
                sides[unit] = response;
            }
        }

        return false;
    }

    /// <summary>Whether a member has cast its votes on more than one side.</summary>
    public bool HasDividedMembers() =>
        !Weights.IsByHead && _entries.GroupBy(e => e.Place).Any(g => IsDivided(g, OfHeads));

    /// <summary>Whether numbers are told of voters whose units have several places, so that a unit may be divided.</summary>
    public bool MayDivide(UnitKind kind)
    {
        var ofOne = PoolsOfOneUnit(kind);
        var pooled = _entries.FindAll(e => e.Pool is { } pool && !ofOne.Contains(pool));
        return pooled.Exists(e => e.Count > 1 && Roll.Above(e.Place.Unit, kind) >= 0)
            || pooled.GroupBy(e => Roll.Above(e.Place.Unit, kind)).Any(g => g.Key >= 0 && g.Skip(1).Any());
    }

    /// <summary>Whether numbers are told of voters each of whom may have divided its votes, some of them in favour and not all.</summary>
    /// <param name="kind">The kind of unit by which a test is; null where it is by members.</param>
    public bool MayDivideVotes(UnitKind? kind)
    {
        if (!IsDivisible)
            return false;
        var pools = _entries.Select(e => e.Pool).OfType<int>().ToHashSet();
        if (kind is not null)
            pools.ExceptWith(PoolsOfOneUnit(kind));
        return pools.Count > 0 && _vote.Sums.Exists(s => pools.Contains(s.Part) && s.Given[(int)Response.Yes].Sign > 0 && s.Given[(int)Response.Yes] != Capacity(s).High);
    }

    /// <summary>The parts of the told numbers that are those of one unit alone, so that they say how its votes are divided.</summary>
    private HashSet<int> PoolsOfOneUnit(UnitKind kind)
    {
        var units = new Dictionary<int, int>();
        foreach (var entry in _entries)
        {
            if (entry.Pool is not { } pool)
                continue;
            var above = Roll.Above(entry.Place.Unit, kind);
            units[pool] = units.TryGetValue(pool, out var before) && before != above ? -1 : above;
        }

        return [.. units.Where(u => u.Value >= 0 && Primary(u.Key)?.In == ToldIn.Votes).Select(u => u.Key)];
    }

    /// <summary>Whose votes are divided counts as a whole: its parts give their weight in a test by units or members to one class of its own.</summary>
    private void JoinDivided(DividedUnit how)
    {
        for (var c = 0; c < _columns.Count; c++)
        {
            var kind = _columns[c].Kind ?? _columns[c].Measure?.Kind;
            if (_columns[c].By is CountedBy.Units or CountedBy.Figure && kind is not null)
                Join(how, c, _entries.GroupBy(e => Roll.Above(e.Place.Unit, kind)).Where(g => g.Key >= 0).ToList());
            else if (_columns[c].By is CountedBy.Heads && !Weights.IsByHead)
                Join(how, c, _entries.GroupBy(e => e.Place).ToList());
        }
    }

    private void Join<TKey>(DividedUnit how, int column, List<IGrouping<TKey, VoteEntry>> voters)
    {
        var kind = _columns[column].Kind ?? _columns[column].Measure?.Kind;
        var ofOne = kind is null ? [] : PoolsOfOneUnit(kind);
        foreach (var voter in voters)
        {
            var pools = voter.Select(e => e.Pool).OfType<int>().Distinct().ToList();
            if (!pools.TrueForAll(ofOne.Contains))
                continue;
            var (votes, all, weight) = (new Ratio[ResponseCounts.Kinds], Ratio.Zero, WeightBounds.None);
            Array.Fill(votes, Ratio.Zero);
            foreach (var pool in pools)
                Tell(votes, Primary(pool)!, voter.First(e => e.Pool == pool).Place);
            foreach (var entry in voter)
            {
                foreach (var response in Responses)
                    votes[(int)response] += (long)entry.Given[response] * entry.Weights[OfVotes].Low;
                weight += (Ratio)entry.Count * entry.Weights[column];
            }

            if (pools.Count > 0 ? votes.Count(v => v.Sign > 0) < 2 : !IsDivided(voter, column))
                continue;
            foreach (var entry in voter)
                entry.Weights[column] = WeightBounds.None;
            foreach (var some in votes)
                all += some;
            var weights = new WeightBounds[_columns.Count];
            Array.Fill(weights, WeightBounds.None);
            weights[column] = weight;
            Add(voter.First().Place, 1, weights, default(ResponseCounts).Plus(Joined(how, votes, all), 1), null);
        }
    }

    /// <summary>The votes of a unit of which numbers are told, with the rest of it.</summary>
    private void Tell(Ratio[] votes, ToldSum sum, VotingPlaces place)
    {
        foreach (var response in Responses)
            votes[(int)response] += response == Response.Absent ? Ratio.Zero : sum.Given[(int)response];
        if (Capacity(sum).High is { } all && all > sum.Total)
            votes[(int)RestOf(place)] += all - sum.Total;
    }

    /// <summary>Whether all that is told of a voter is told of it alone, and is on more than one side, so far as it weighs by a column.</summary>
    private static bool IsDivided(IEnumerable<VoteEntry> voter, int column)
    {
        Response? side = null;
        var divided = false;
        foreach (var entry in voter)
        {
            if (entry.Pool is not null)
                return false;
            foreach (var response in Responses)
            {
                if (entry.Given[response] == 0 || entry.Weights[column] == WeightBounds.None)
                    continue;
                divided |= side is { } before && before != response;
                side = response;
            }
        }

        return divided;
    }

    /// <summary>What a voter counts as whose votes are on several sides: as more than half or all of them, else as one that is not in favour.</summary>
    private static Response Joined(DividedUnit how, Ratio[] votes, Ratio all)
    {
        foreach (var response in Responses)
        {
            var some = votes[(int)response];
            if (response != Response.Absent && (how == DividedUnit.Whole ? some == all : some + some > all))
                return response;
        }

        return votes[(int)Response.Yes].Sign > 0 || votes[(int)Response.No].Sign > 0 ? Response.No : Responses.First(r => r != Response.Absent && votes[(int)r].Sign > 0);
    }
}
