using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>What a number of votes is told in: the votes of the rule, heads, units of a kind, or a measure.</summary>
internal sealed record ToldIn(UnitKind? Units, Measure? Measure)
{
    /// <summary>The votes that the rule gives.</summary>
    public static ToldIn Votes { get; } = new(null, null);

    /// <summary>Members, whatever their votes.</summary>
    public static ToldIn Heads { get; } = new(null, null) { AreHeads = true };

    public bool AreHeads { get; private init; }
}

/// <summary>Numbers of votes by response, told in one unit of count of voters who are not named.</summary>
internal sealed class ToldSum
{
    public ToldSum(ToldIn told, int part)
    {
        In = told;
        Part = part;
        Given = new Ratio[ResponseCounts.Kinds];
    }

    public ToldIn In { get; }

    /// <summary>The chamber or unit whose voters gave them, or -1: any.</summary>
    public int Part { get; }

    /// <summary>Whether it was laid over voters whose number is not known, which is done once.</summary>
    public bool Entered { get; set; }

    /// <summary>In the order of <see cref="Response"/>.</summary>
    public Ratio[] Given { get; }

    public Ratio Total
    {
        get
        {
            var total = Ratio.Zero;
            foreach (var given in Given)
                total += given;
            return total;
        }
    }
}
