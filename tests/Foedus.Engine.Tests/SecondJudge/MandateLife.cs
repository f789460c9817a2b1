using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>An election, a resignation, a recall or a vote of members, so many days after 1 January 2024.</summary>
internal readonly record struct MandateAct(int Day, string What, string Person, string Post);

/// <summary>Two boards and an office with terms, and who is chosen to them over some years.</summary>
internal sealed record MandateLife
{
    public int Seats { get; init; } = 2;

    public int Years { get; init; } = 2;

    /// <summary>How many hold the office.</summary>
    public int Holders { get; init; } = 1;

    /// <summary>Whether nobody may be in both boards.</summary>
    public bool Apart { get; init; }

    /// <summary>Whether the Council may recall at its pleasure.</summary>
    public bool AtPleasure { get; init; }

    public required ImmutableArray<MandateAct> Acts { get; init; }

    public static MandateLife From(Chance chance)
    {
        var acts = new List<MandateAct>();
        for (var i = chance.Between(2, 10); i > 0; i--)
        {
            var post = chance.Of("Board", "Board", "Panel", "Chair");
            var what = chance.Of("elects", "elects", "elects", "elects", "resigns", "recalls");
            acts.Add(new MandateAct(chance.Between(1, 1900), what, chance.Of("Ann", "Bob", "Cyd", "Dan"), post));
        }

        return new MandateLife
        {
            Seats = chance.Between(1, 3),
            Years = chance.Between(1, 3),
            Holders = chance.Between(1, 2),
            Apart = chance.OneIn(2),
            AtPleasure = chance.OneIn(2),
            Acts = [.. acts.OrderBy(a => a.Day)],
        };
    }

    public IEnumerable<MandateLife> Smaller()
    {
        for (var i = Acts.Length - 1; Acts.Length > 1 && i >= 0; i--)
            yield return this with { Acts = Acts.RemoveAt(i) };
        if (Apart)
            yield return this with { Apart = false };
        if (AtPleasure)
            yield return this with { AtPleasure = false };
        if (Holders > 1)
            yield return this with { Holders = 1 };
    }
}
