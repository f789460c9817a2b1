using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Whether a sum of votes can be placed so that every part of the electorate carries: the least votes in favour with which the parts so far
/// carry while so many other votes are placed among them, part by part.
/// </summary>
internal sealed class PartsTogether(ImmutableArray<PollClass> classes, SharedVotes pool, long mostWork)
{
    /// <summary>True if they can, and also where it cannot be told in this way.</summary>
    public bool CanHold(ImmutableArray<(GateForm Form, bool Strict)> parts)
    {
        if (pool.Given.Any(sum => !sum.IsInteger) || !pool.Classes.All(c => classes[c].Weight(pool.By) == WeightBounds.Exactly(Ratio.One)))
            return true;
        var laid = new List<(int Class, Ratio[] Moves, Ratio Start, bool Strict)>();
        foreach (var (form, strict) in parts)
        {
            if (form.Classes.Length != 1 || !pool.Classes.Contains(form.Classes[0]) || laid.Exists(l => l.Class == form.Classes[0])
                || form.Moves(classes[form.Classes[0]]) is not { } moves)
            {
                return true;
            }

            var start = form.At(classes, [.. classes.Select(c => c.Given)]);
            if (start.Range is not { IsExact: true } range || moves[(int)Response.Yes].Sign <= 0 || !AllHurtAlike(moves))
                return true;
            laid.Add((form.Classes[0], moves, range.Low, strict));
        }

        return CanHold(laid);
    }

    /// <summary>Those responses that were told and hurt have to hurt by the same.</summary>
    private bool AllHurtAlike(Ratio[] moves)
    {
        Ratio? hurt = null;
        for (var r = 0; r < moves.Length; r++)
        {
            if (r is (int)Response.Yes or (int)Response.Absent || pool.Given[r].IsZero || moves[r].IsZero)
                continue;
            if (moves[r].Sign > 0 || (hurt is { } one && one != moves[r]))
                return false;
            hurt = moves[r];
        }

        return true;
    }

    private bool CanHold(List<(int Class, Ratio[] Moves, Ratio Start, bool Strict)> parts)
    {
        var hurting = 0L;
        var hurt = new bool[ResponseCounts.Kinds];
        for (var r = 0; r < ResponseCounts.Kinds; r++)
        {
            hurt[r] = r is not ((int)Response.Yes or (int)Response.Absent) && !pool.Given[r].IsZero && parts.Exists(p => p.Moves[r].Sign < 0);
            if (hurt[r])
                hurting += (long)pool.Given[r].Floor();
        }

        // A response that hurts in one part and not in another is taken to hurt nowhere: then too much may seem possible, and never too little.
        for (var r = 0; r < hurt.Length; r++)
        {
            if (hurt[r] && parts.Exists(p => p.Moves[r].IsZero))
                return true;
        }

        var inPool = pool.Classes.Sum(c => classes[c].Untold);
        var inParts = parts.Sum(p => classes[p.Class].Untold);
        if (parts.Aggregate(Int128.Zero, (sum, p) => sum + (Math.Min(classes[p.Class].Untold, hurting) * (Int128)(hurting + 1))) > mostWork)
            return true;
        var least = new long[hurting + 1];
        Array.Fill(least, long.MaxValue);
        least[0] = 0;
        foreach (var (voterClass, moves, start, strict) in parts)
        {
            var size = classes[voterClass].Untold;
            var by = Array.FindIndex(hurt, h => h);
            var next = new long[hurting + 1];
            Array.Fill(next, long.MaxValue);
            for (var here = 0L; here <= Math.Min(size, hurting); here++)
            {
                var lacking = start + (by < 0 ? Ratio.Zero : here * moves[by]);
                var yes = Needed(lacking, moves[(int)Response.Yes], strict);
                if (yes + here > size)
                    continue;
                for (var before = 0L; before + here <= hurting; before++)
                {
                    if (least[before] != long.MaxValue)
                        next[before + here] = Math.Min(next[before + here], least[before] + yes);
                }
            }

            least = next;
        }

        // Voters of the pool who belong to no part take what is placed nowhere else.
        var outside = inPool - inParts;
        var inFavour = (long)pool.Given[(int)Response.Yes].Floor();
        for (var inside = Math.Max(0, hurting - outside); inside <= hurting; inside++)
        {
            if (least[inside] <= inFavour)
                return true;
        }

        return false;
    }

    private static long Needed(Ratio value, Ratio each, bool strict)
    {
        var lacking = -value / each;
        var needed = strict ? (Ratio)(lacking.Floor() + 1) : lacking.Ceiling();
        return (long)Ratio.Max(Ratio.Zero, needed).Floor();
    }
}
