using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Counts a contest once for each way in which its open ties may go.</summary>
internal static class TieWays
{
    /// <summary>Ballots times ways: a contest of very many rankings is followed on fewer ways, but on two at least.</summary>
    public const int MostBallots = 20_000_000;

    /// <summary>Rows of transcripts times ways, likewise: a count of a thousand candidates writes a million rows.</summary>
    public const int MostRows = 4_000_000;

    public static TallyResult Follow(TallyRule rule, Contest contest, TallyOptions options)
    {
        var ways = new List<Tallied>();
        var sets = new List<ImmutableArray<int>>();
        ImmutableArray<int> path = [];
        var (complete, partial) = (false, false);
        var most = Math.Min(Math.Max(1, options.MostWays), Math.Max(2, MostBallots / Math.Max(1, contest.Ballots.Length)));
        for (var run = 0; run < most && !complete; run++)
        {
            var judge = new TieJudge(options.Ties, path);
            var result = rule.Count(contest, options, judge);
            if (result is not Tallied tallied) return result;
            ImmutableArray<int> set = [.. tallied.Winners.Order()];
            if (!sets.Exists(other => other.AsSpan().SequenceEqual(set.AsSpan())))
            {
                sets.Add(set);
                ways.Add(tallied);
            }

            if (run == 0) most = Math.Min(most, Math.Max(2, MostRows / Math.Max(1, tallied.Rounds.Sum(round => round.Rows.Length))));
            path = Next(judge.Open);
            complete = path.IsEmpty;
            partial |= judge.IsPartial;
        }

        complete &= !partial;
        if (complete && ways.Count == 1) return ways[0];
        ImmutableArray<int> certain = complete
            ? [.. sets[0].Where(candidate => sets.TrueForAll(set => set.Contains(candidate)))]
            : [.. BeforeAnyTie(ways[0]).Order()];
        ImmutableArray<int> possible = [.. sets.SelectMany(set => set).Distinct().Except(certain).Order()];
        return new TallyUndetermined(certain, possible, [.. ways], complete);
    }

    // Until the first open tie every way is the same.
    private static IEnumerable<int> BeforeAnyTie(Tallied way)
    {
        var first = way.Ties.FirstOrDefault(tie => tie.By == TieSettlement.Open)?.Round ?? 1;
        return way.Rounds.Take(first - 1).SelectMany(round => round.Events)
            .Where(happened => happened.Kind is TallyEventKind.Elected or TallyEventKind.ElectedAsRemaining).SelectMany(happened => happened.Candidates).Distinct();
    }

    // The next path in the order of a tree: the last choice that has another way takes it.
    private static ImmutableArray<int> Next(IReadOnlyList<TieJudge.OpenChoice> open)
    {
        for (var last = open.Count - 1; last >= 0; last--)
        {
            if (open[last].Taken + 1 >= open[last].Ways) continue;
            return [.. open.Take(last).Select(choice => choice.Taken), open[last].Taken + 1];
        }

        return [];
    }
}
