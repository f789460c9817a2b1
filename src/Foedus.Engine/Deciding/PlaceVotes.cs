using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>What is known of the votes of places that are alike.</summary>
internal sealed class PlaceVotes
{
    private static readonly int Kinds = Enum.GetValues<Response>().Length;

    /// <summary>They are absent.</summary>
    public static PlaceVotes Away { get; } = new() { Whole = Response.Absent };

    /// <summary>What they all did; null where parts are told.</summary>
    public Response? Whole { get; init; }

    /// <summary>They are outside this vote.</summary>
    public bool IsOut { get; init; }

    /// <summary>Votes by response; null where all did the same.</summary>
    public Ratio[]? Parts { get; private set; }

    /// <summary>All the votes of which it is told.</summary>
    public Ratio Sum
    {
        get
        {
            var sum = Ratio.Zero;
            foreach (var part in Parts ?? [])
                sum += part;
            return sum;
        }
    }

    public void Add(Response response, Ratio votes)
    {
        if (Parts is null)
        {
            Parts = new Ratio[Kinds];
            Array.Fill(Parts, Ratio.Zero);
        }

        Parts[(int)response] += votes;
    }
}
