namespace Foedus.Counting.Tests.Voting;

/// <summary>The slow second opinion: voters one by one, each rule read straight off its meaning, every profile of responses tried.</summary>
internal static class RollCall
{
    public static readonly Response[] Every = Enum.GetValues<Response>();

    public sealed record Voter(Ratio[] Weights, Response Response);

    /// <summary>The test on a roll call: exact weights only.</summary>
    public static bool Holds(Threshold test, IReadOnlyList<Voter> voters) => test switch
    {
        Gate gate => gate.Strict ? Amount(gate.Left, voters) > Amount(gate.Right, voters) : Amount(gate.Left, voters) >= Amount(gate.Right, voters),
        AtLeastOf several => several.Tests.Count(part => Holds(part, voters)) >= several.Needed,
        _ => throw new InvalidOperationException(),
    };

    private static Ratio Amount(LinearAmount amount, IReadOnlyList<Voter> voters)
    {
        var sum = amount.Constant.Low;
        foreach (var term in amount.Terms)
        {
            foreach (var voter in voters)
            {
                var counted = voter.Response switch
                {
                    Response.Yes => (term.Which & Responses.Yes) != 0,
                    Response.No => (term.Which & Responses.No) != 0,
                    Response.Abstain => (term.Which & Responses.Abstain) != 0,
                    Response.Absent => (term.Which & Responses.Absent) != 0,
                    Response.Invalid => (term.Which & Responses.Invalid) != 0,
                    _ => (term.Which & Responses.Blank) != 0,
                };
                if (counted) sum += term.Factor * voter.Weights[term.By.Index];
            }
        }

        return sum;
    }

    /// <summary>Every way in which voters with these weights may answer.</summary>
    public static IEnumerable<Voter[]> AllProfiles(Ratio[][] weights, Response[]? responses = null)
    {
        responses ??= Every;
        var at = new int[weights.Length];
        while (true)
        {
            yield return [.. weights.Select((w, i) => new Voter(w, responses[at[i]]))];
            var place = 0;
            while (place < at.Length && ++at[place] == responses.Length) at[place++] = 0;
            if (place == at.Length) yield break;
        }
    }

    /// <summary>The profile of a roll call: voters with equal weights form a class.</summary>
    public static Profile ToProfile(IEnumerable<Voter> voters) => new(
    [
        .. voters.GroupBy(voter => string.Join(',', voter.Weights)).Select(alike => new VoterClass(
            alike.Key,
            alike.Count(),
            [.. alike.First().Weights.Select(weight => (RatioRange)weight)],
            alike.Aggregate(default(ResponseCounts), (counts, voter) => counts.Plus(voter.Response, 1)))),
    ]);

    /// <summary>The same with voters who have not answered: each voter is a class of one.</summary>
    public static Profile ToProfile(Ratio[][] weights, Response?[] answers) => new(
    [
        .. weights.Select((w, i) => new VoterClass(
            $"voter {i}",
            1,
            [.. w.Select(weight => (RatioRange)weight)],
            answers[i] is { } given ? default(ResponseCounts).Plus(given, 1) : default)),
    ]);
}
