using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A linear amount laid out over the classes of a poll: by measure, the factor of each response.</summary>
internal sealed class GateForm
{
    private readonly RatioRange _constant;
    private readonly (int Measure, Ratio[] Factors)[] _parts;

    /// <summary>What the left side of a gate is more than its right side.</summary>
    public GateForm(Gate gate, ImmutableArray<PollClass> classes)
        : this(gate.Left.Constant - gate.Right.Constant, gate.Left.Terms, gate.Right.Terms, classes)
    {
    }

    public GateForm(LinearAmount amount, ImmutableArray<PollClass> classes)
        : this(amount.Constant, amount.Terms, [], classes)
    {
    }

    private GateForm(RatioRange constant, ImmutableArray<TallyTerm> added, ImmutableArray<TallyTerm> taken, ImmutableArray<PollClass> classes)
    {
        _constant = constant;
        _parts = Parts(added, taken);
        foreach (var term in added)
            Enter(term, term.Factor);
        foreach (var term in taken)
            Enter(term, -term.Factor);
        Classes = Noticed(classes);
    }

    /// <summary>The measures by which the terms count, each with no factors yet.</summary>
    private static (int Measure, Ratio[] Factors)[] Parts(ImmutableArray<TallyTerm> added, ImmutableArray<TallyTerm> taken)
    {
        Span<int> measures = added.Length + taken.Length <= 16 ? stackalloc int[16] : new int[added.Length + taken.Length];
        var count = 0;
        foreach (var terms in (ReadOnlySpan<ImmutableArray<TallyTerm>>)[added, taken])
        {
            foreach (var term in terms)
            {
                if (!measures[..count].Contains(term.By.Index))
                    measures[count++] = term.By.Index;
            }
        }

        var parts = new (int Measure, Ratio[] Factors)[count];
        for (var p = 0; p < count; p++)
            parts[p] = (measures[p], new Ratio[ResponseCounts.Kinds]);
        return parts;
    }

    private void Enter(TallyTerm term, Ratio factor)
    {
        var at = 0;
        while (_parts[at].Measure != term.By.Index)
            at++;
        for (var r = 0; r < ResponseCounts.Kinds; r++)
        {
            if (term.Which.Has((Response)r))
                _parts[at].Factors[r] += factor;
        }
    }

    private ImmutableArray<int> Noticed(ImmutableArray<PollClass> classes)
    {
        var noticed = ImmutableArray.CreateBuilder<int>(classes.Length);
        for (var c = 0; c < classes.Length; c++)
        {
            foreach (var (measure, _) in _parts)
            {
                if (classes[c].Weight(measure).IsZero)
                    continue;
                noticed.Add(c);
                break;
            }
        }

        return noticed.DrainToImmutable();
    }

    /// <summary>The classes of which it takes any notice.</summary>
    public ImmutableArray<int> Classes { get; }

    /// <summary>Its value when everybody's response is known; those not counted are absent.</summary>
    public AmountBounds At(ImmutableArray<PollClass> classes, ResponseCounts[] counts)
    {
        var sum = Constant;
        foreach (var (measure, factors) in _parts)
        {
            foreach (var c in Classes)
            {
                var gathered = Gathered(factors, counts[c], (long)(classes[c].Count - counts[c].Total));
                sum = sum.Plus(gathered, gathered, classes[c].Weight(measure));
            }
        }

        return sum;
    }

    /// <summary>Between what it lies over all completions.</summary>
    public AmountBounds Bounds(ImmutableArray<PollClass> classes, ImmutableArray<SharedVotes> shared, int[] poolOf)
    {
        var sum = Constant;
        foreach (var (measure, factors) in _parts)
        {
            var placed = new bool[shared.Length];
            for (var p = 0; p < placed.Length; p++)
                placed[p] = IsPlaced(classes, shared[p], measure);
            foreach (var c in Classes)
            {
                var pool = poolOf[c] < 0 ? null : shared[poolOf[c]];
                var gathered = Gathered(factors, classes[c].Given, pool is null ? classes[c].Untold : 0);
                var (least, most) = (gathered, gathered);
                if (pool is not null && !placed[poolOf[c]])
                {
                    var (low, high) = Reach(classes[c], pool, factors);
                    (least, most) = (gathered + low, gathered + high);
                }

                sum = sum.Plus(least, most, classes[c].Weight(measure));
            }

            for (var p = 0; p < placed.Length; p++)
            {
                if (!placed[p])
                    continue;
                var (low, high) = Placed(classes, shared[p], measure, factors);
                sum = sum with { Low = sum.Low + low, High = sum.High + high };
            }
        }

        return sum;
    }

    /// <summary>What one voter of a class adds by each response, less what he adds when absent; null if a weight is not exact.</summary>
    public Ratio[]? Moves(PollClass voters)
    {
        var moves = new Ratio[ResponseCounts.Kinds];
        Array.Fill(moves, Ratio.Zero);
        foreach (var (measure, factors) in _parts)
        {
            var weight = voters.Weight(measure);
            if (!weight.IsExact)
                return null;
            for (var r = 0; r < moves.Length; r++)
                moves[r] += (factors[r] - factors[(int)Response.Absent]) * weight.Low;
        }

        return moves;
    }

    private AmountBounds Constant => new(_constant.Low, false, _constant.High, false);

    private static Ratio Gathered(Ratio[] factors, ResponseCounts counts, long absent)
    {
        var sum = absent * factors[(int)Response.Absent];
        if (counts.Total == 0)
            return sum;
        for (var r = 0; r < factors.Length; r++)
        {
            var voters = counts[(Response)r];
            if (voters != 0 && !factors[r].IsZero)
                sum += voters * factors[r];
        }

        return sum;
    }

    /// <summary>True if all the weights that a pool's voters have by a measure are exact, so that the sums can be placed at the extremes.</summary>
    private static bool IsPlaced(ImmutableArray<PollClass> classes, SharedVotes pool, int measure)
    {
        foreach (var c in pool.Classes)
        {
            if (!classes[c].Weight(measure).IsExact)
                return false;
        }

        return true;
    }

    /// <summary>The least and the most that the untold voters of one class can add, before the weight comes in.</summary>
    private static (Ratio Least, Ratio Most) Reach(PollClass voters, SharedVotes pool, Ratio[] factors)
    {
        var weight = voters.Weight(pool.By).Low;
        var (least, most) = (Ratio.Zero, Ratio.Zero);
        foreach (var (order, isMost) in new[] { (factors.Order(), false), (factors.OrderDescending(), true) })
        {
            var left = (Ratio)voters.Untold;
            var used = new bool[factors.Length];
            var sum = Ratio.Zero;
            foreach (var factor in order)
            {
                var r = Enumerable.Range(0, factors.Length).First(i => !used[i] && factors[i] == factor);
                used[r] = true;
                var some = r == (int)Response.Absent || weight.IsZero ? left : Ratio.Min(left, pool.Given[r] / weight);
                sum += some * factor;
                left -= some;
            }

            if (isMost)
                most = sum;
            else
                least = sum;
        }

        return (least, most);
    }

    /// <summary>The least and the most that a pool adds by a measure in which all its voters have an exact weight.</summary>
    private static (Ratio Least, Ratio Most) Placed(ImmutableArray<PollClass> classes, SharedVotes pool, int measure, Ratio[] factors)
    {
        if (pool.Classes is [var only] && classes[only].Weight(pool.By).Low is { IsZero: false } one
            && Alike(classes[only].Weight(measure).Low / one, classes[only].Untold * one, pool, factors) is { } exact)
        {
            return (exact, exact);
        }

        // Each voter's weight by the measure for one of what the sums are told in; voters who weigh nothing there are absent.
        var voters = new List<(Ratio Density, Ratio Size)>();
        var absent = Ratio.Zero;
        foreach (var c in pool.Classes)
        {
            var (by, weight, count) = (classes[c].Weight(pool.By).Low, classes[c].Weight(measure).Low, (Ratio)classes[c].Untold);
            if (by.IsZero)
                absent += count * weight;
            else if (!count.IsZero)
                voters.Add((weight / by, count * by));
        }

        voters.Sort((a, b) => b.Density.CompareTo(a.Density));
        var whole = voters.Aggregate(Ratio.Zero, (sum, v) => sum + v.Size);
        var sums = new List<(Ratio Factor, Ratio Sum)>();
        for (var r = 0; r < factors.Length; r++)
        {
            if (r != (int)Response.Absent && !pool.Given[r].IsZero)
                sums.Add((factors[r], pool.Given[r]));
        }

        sums.Add((factors[(int)Response.Absent], Ratio.Max(Ratio.Zero, whole - sums.Aggregate(Ratio.Zero, (sum, s) => sum + s.Sum))));
        sums.Sort((a, b) => b.Factor.CompareTo(a.Factor));
        var outside = absent * factors[(int)Response.Absent];
        var most = Paired(voters, sums) + outside;
        sums.Reverse();
        return (Paired(voters, sums) + outside, most);
    }

    /// <summary>What a pool adds whose voters are all alike, so that it does not matter whose the sums are; null if more is told than there is.</summary>
    private static Ratio? Alike(Ratio density, Ratio size, SharedVotes pool, Ratio[] factors)
    {
        var (added, left) = (Ratio.Zero, size);
        for (var r = 0; r < factors.Length; r++)
        {
            if (r == (int)Response.Absent || pool.Given[r].IsZero)
                continue;
            left -= pool.Given[r];
            if (!factors[r].IsZero)
                added += pool.Given[r] * factors[r];
        }

        return left.Sign < 0 ? null : density * (added + (left * factors[(int)Response.Absent]));
    }

    private static Ratio Paired(List<(Ratio Density, Ratio Size)> voters, List<(Ratio Factor, Ratio Sum)> sums)
    {
        var total = Ratio.Zero;
        var (v, left) = (0, voters.Count > 0 ? voters[0].Size : Ratio.Zero);
        foreach (var (factor, sum) in sums)
        {
            for (var rest = sum; rest.Sign > 0 && v < voters.Count;)
            {
                var some = Ratio.Min(rest, left);
                total += some * factor * voters[v].Density;
                rest -= some;
                left -= some;
                if (left.IsZero && ++v < voters.Count)
                    left = voters[v].Size;
            }
        }

        return total;
    }
}
