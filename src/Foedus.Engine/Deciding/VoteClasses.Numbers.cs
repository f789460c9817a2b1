using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <content>How much may be told of the votes of those who are not named.</content>
internal sealed partial class VoteClasses
{
    private readonly HashSet<ToldSum> _settled = [];

    /// <summary>Where numbers are told of one unit whose places are all alike, it is known how each of them voted.</summary>
    private void Settle(ToldSum sum)
    {
        if (sum.Part < 0 || !Weights.IsByHead || sum.In.Units is not null || sum.In.Measure is not null || Primary(sum.Part) != sum)
            return;
        var own = _entries.FindAll(e => e.Pool == sum.Part);
        if (own is not [var entry] || entry.Given.Total != 0 || sum.Total > entry.Count || sum.Given.Any(g => !g.IsInteger) || !entry.Weights.All(w => w.IsExact))
            return;
        var rest = entry.Count;
        foreach (var response in Responses)
        {
            if (!sum.Given[(int)response].TryToInt64(out var votes))
                return;
            entry.Given = entry.Given.Plus(response, votes);
            rest -= votes;
        }

        entry.Given = entry.Given.Plus(RestOf(entry.Place), rest);
        entry.Pool = null;
        _settled.Add(sum);
    }

    /// <summary>All that there is of a pool, in what its numbers are told in; any number where nothing is weighed in that.</summary>
    public WeightBounds Capacity(ToldSum sum)
    {
        if (_settled.Contains(sum))
            return WeightBounds.Exactly(sum.Total);
        var column = ColumnOf(sum);
        var all = WeightBounds.None;
        foreach (var entry in _entries.Where(e => e.Pool == sum.Part))
        {
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
        var whole = Weights.Rule!.IsUndivided || Weights.OneOfEach is not null;
        var grain = whole ? Ratio.Zero : Ratio.One;
        var column = ColumnOf(sum);
        foreach (var entry in _entries.Where(e => e.Pool == sum.Part))
        {
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
