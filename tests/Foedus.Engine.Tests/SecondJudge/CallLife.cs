using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>A body of five that needs four for its quorum and fewer at a second call, and how many came to vote on what on which days.</summary>
internal sealed record CallLife
{
    /// <summary>What is called a second time: "sitting", "matter", or nothing, where it is not said.</summary>
    public required string Of { get; init; }

    /// <summary>How many days later the second call is.</summary>
    public required int Later { get; init; }

    /// <summary>How many have to be there at a second call; 0: nobody.</summary>
    public required int Lower { get; init; }

    /// <summary>The votes in their order: on what day, in days after 1 January 2024, on which matter, and how many for and against.</summary>
    public required ImmutableArray<(int On, int Matter, int For, int Against)> Votes { get; init; }

    public static CallLife From(Chance chance)
    {
        var matters = chance.Between(1, 3);
        return new CallLife
        {
            Of = chance.Of("sitting", "matter", ""),
            Later = chance.Between(1, 3),
            Lower = chance.Between(0, 3),
            Votes =
            [
                .. Enumerable.Range(0, chance.Between(2, 9)).Select(_ => (On: chance.Between(10, 20), Matter: chance.Below(matters), Here: chance.Between(1, 5)))
                    .Select(v => (v.On, v.Matter, For: chance.Between(0, v.Here), v.Here)).Select(v => (v.On, v.Matter, v.For, Against: v.Here - v.For)).OrderBy(v => v.On),
            ],
        };
    }

    public IEnumerable<CallLife> Smaller()
    {
        for (var i = Votes.Length - 1; Votes.Length > 1 && i >= 0; i--)
            yield return this with { Votes = Votes.RemoveAt(i) };
    }
}
