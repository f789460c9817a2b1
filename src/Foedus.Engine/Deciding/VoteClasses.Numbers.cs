using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <content>How much may be told of the votes of those who are not named.</content>
internal sealed partial class VoteClasses
{
    private readonly Dictionary<ToldSum, Ratio> _settled = [];

    /// <summary>
    /// Where numbers are told of one unit whose places are all alike, it is known how each of them voted; so it is of one voter that divides its
    /// votes.
    /// </summary>
    private void Settle(ToldSum sum)
    {
        if (sum.Part < 0 || sum.In.Units is not null || sum.In.Measure is not null || Primary(sum.Part) != sum)
            return;
        var own = _entries.FindAll(e => e.Pool == sum.Part);
        if (own is not [var entry, ..] || own.Exists(e => e.Given.Total != 0 || e.Place.Unit != entry.Place.Unit || !e.Weights.AsSpan().SequenceEqual(entry.Weights)) || !entry.Weights.All(w => w.IsExact))
            return;
        if (Weights.IsByHead)
            SettleHeads(sum, own);
        else if (IsDivisible && own.Count == 1 && sum.In == ToldIn.Votes)
            SettleVotes(sum, entry);
    }

    private void SettleHeads(ToldSum sum, List<VoteEntry> own)
    {
        var rest = own.Sum(e => e.Count);
        if (sum.Total > rest || sum.Given.Any(g => !g.IsInteger))
            return;
        var entry = own[0];
        entry.Count = rest;
        _entries.RemoveAll(e => e != entry && own.Contains(e));
        foreach (var response in Responses)
        {
            if (!sum.Given[(int)response].TryToInt64(out var votes))
                return;
            entry.Given = entry.Given.Plus(response, votes);
            rest -= votes;
        }

        entry.Given = entry.Given.Plus(RestOf(entry.Place), rest);
        entry.Pool = null;
        _settled.Add(sum, Ratio.One);
    }

    private void SettleVotes(ToldSum sum, VoteEntry entry)
    {
        var all = (Ratio)entry.Count * entry.Weights[OfVotes].Low;
        if (sum.Total > all || sum.Total.IsZero)
            return;
        _settled.Add(sum, Grain(sum));
        _entries.Remove(entry);
        EnterCast(entry.Place, sum.Given, sum.Total, all, entry.Count, entry.Weights, isAll: true);
    }

    /// <summary>All that there is of a pool, in what its numbers are told in; any number where nothing is weighed in that.</summary>
    public WeightBounds Capacity(ToldSum sum)
    {
        if (_settled.ContainsKey(sum))
            return WeightBounds.Exactly(sum.Total);
        var column = ColumnOf(sum);
        var all = WeightBounds.None;
        foreach (var entry in _entries)
        {
            if (entry.Pool != sum.Part)
                continue;
            if (column >= entry.Weights.Length)
                return WeightBounds.Any;
            all += (Ratio)(entry.Count - (long)entry.Given.Total) * entry.Weights[column];
        }

        return all;
    }

    /// <summary>Of what all numbers of votes are multiples; zero where that is not known.</summary>
    public Ratio Grain(ToldSum sum)
    {
        if (Weights.IsByHead)
            return Ratio.Zero;
        if (_settled.TryGetValue(sum, out var settled))
            return settled;
        var whole = Weights.Rule!.IsUndivided || Weights.OneOfEach is not null;
        var grain = whole ? Ratio.Zero : Ratio.One;
        var column = ColumnOf(sum);
        foreach (var entry in _entries)
        {
            if (entry.Pool != sum.Part)
                continue;
            if (!entry.Weights[column].IsExact)
                return Ratio.Zero;
            grain = Common(grain, entry.Weights[column].Low * (whole ? Ratio.One : (Ratio)entry.Count));
        }

        return grain;
    }

    /// <summary>The greatest common measure of two amounts (Euclid, Elements X.3).</summary>
    private static Ratio Common(Ratio one, Ratio other)
    {
        while (!other.IsZero)
            (one, other) = (other, one - ((Ratio)(one / other).Floor() * other));
        return one;
    }
}
