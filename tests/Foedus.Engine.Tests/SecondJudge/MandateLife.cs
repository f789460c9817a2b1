using System.Collections.Immutable;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// An election, a resignation, a recall, or a note that only who has the place may open, so many days after 1 January 2024; an election perhaps for
/// a term that begins so many days later.
/// </summary>
internal readonly record struct MandateAct(int Day, string What, string Person, string Post, int Later = 0);

/// <summary>Two boards and an office with terms, and who is chosen to them over some years: persons, and towns by their own name.</summary>
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

    /// <summary>Whether Ash sits in the Board without being chosen.</summary>
    public bool AshSits { get; init; }

    public required ImmutableArray<MandateAct> Acts { get; init; }

    public static MandateLife From(Chance chance)
    {
        var acts = new List<MandateAct>();
        for (var i = chance.Between(2, 14); i > 0; i--)
        {
            var post = chance.Of("Board", "Board", "Panel", "Chair");
            var what = chance.Of("elects", "elects", "elects", "elects", "resigns", "recalls", "opens", "opens");
            var who = chance.Of("Ann", "Bob", "Ash", "Ash", "Beech", "Cyd");
            if (what == "opens" && who is "Ash" or "Beech" && chance.OneIn(3))
                who = "Assembly of " + who;
            acts.Add(new MandateAct(chance.Between(1, 1900), what, who, post, what == "elects" && chance.OneIn(3) ? chance.Between(1, 500) : 0));
        }

        return new MandateLife
        {
            Seats = chance.Between(1, 3),
            Years = chance.Between(1, 3),
            Holders = chance.Between(1, 2),
            Apart = chance.OneIn(2),
            AtPleasure = chance.OneIn(2),
            AshSits = chance.OneIn(3),
            Acts = [.. acts.OrderBy(a => a.Day)],
        };
    }

    public IEnumerable<MandateLife> Smaller()
    {
        for (var i = Acts.Length - 1; Acts.Length > 1 && i >= 0; i--)
            yield return this with { Acts = Acts.RemoveAt(i) };
        if (Apart)
            yield return this with { Apart = false };
        if (AshSits)
            yield return this with { AshSits = false };
        for (var i = 0; i < Acts.Length; i++)
        {
            if (Acts[i].Later > 0)
                yield return this with { Acts = Acts.SetItem(i, Acts[i] with { Later = 0 }) };
        }

        if (AtPleasure)
            yield return this with { AtPleasure = false };
        if (Holders > 1)
            yield return this with { Holders = 1 };
    }
}
