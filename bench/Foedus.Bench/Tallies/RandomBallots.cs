using System.Globalization;
using System.Text;
using Foedus.Counting;

namespace Foedus.Bench.Tallies;

/// <summary>Ballots drawn at random from a seed: some candidates are liked more than others, and papers rank some of them.</summary>
public static class RandomBallots
{
    public static Contest Contest(int candidates, int seats, int rankings, int seed)
    {
        var random = new Random(seed);
        var ballots = Enumerable.Range(0, rankings).Select(_ => RankedBallot.Strict(1, Ranking(random, candidates)));
        return Counting.Contest.Create([.. Enumerable.Range(1, candidates).Select(c => new Candidate("C" + c))], seats, [.. ballots]);
    }

    public static byte[] Blt(int candidates, int seats, int papers)
    {
        var random = new Random(5);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{candidates} {seats}\n");
        for (var i = 0; i < papers; i++)
        {
            text.Append('1');
            foreach (var candidate in Ranking(random, candidates)) text.Append(' ').Append(candidate + 1);
            text.Append(" 0\n");
        }

        text.Append("0\n");
        for (var c = 1; c <= candidates; c++) text.Append(CultureInfo.InvariantCulture, $"\"C{c}\"\n");
        text.Append("\"Random\"\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // The smaller of two draws, so that the first in the list are more popular.
    private static int[] Ranking(Random random, int candidates)
    {
        var left = Enumerable.Range(0, candidates).ToList();
        var ranking = new int[1 + random.Next(candidates)];
        for (var i = 0; i < ranking.Length; i++)
        {
            var at = Math.Min(random.Next(left.Count), random.Next(left.Count));
            ranking[i] = left[at];
            left.RemoveAt(at);
        }

        return ranking;
    }
}
