namespace Foedus.Counting;

/// <summary>The greatest defeat of a candidate, by the three measures in use. Candidates are numbered as in the matrix.</summary>
internal static class MinimaxDefeats
{
    /// <summary>The most papers for one who beats the candidate; zero for the unbeaten.</summary>
    public static Int128 WinningVotes(PairwiseMatrix matrix, int candidate) =>
        Greatest(matrix, candidate, other => matrix.Margin(other, candidate) > 0 ? matrix[other, candidate] : 0);

    /// <summary>The greatest margin against the candidate; below zero for one who beats everybody.</summary>
    public static Int128 Margins(PairwiseMatrix matrix, int candidate) => Greatest(matrix, candidate, other => matrix.Margin(other, candidate));

    /// <summary>The most papers for another, beaten or not.</summary>
    public static Int128 Opposition(PairwiseMatrix matrix, int candidate) => Greatest(matrix, candidate, other => matrix[other, candidate]);

    private static Int128 Greatest(PairwiseMatrix matrix, int candidate, Func<int, Int128> figure)
    {
        Int128? greatest = null;
        for (var other = 0; other < matrix.Size; other++)
        {
            if (other == candidate) continue;
            var own = figure(other);
            if (greatest is null || own > greatest) greatest = own;
        }

        return greatest ?? 0;
    }
}
