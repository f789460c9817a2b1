namespace Foedus.Counting;

/// <summary>Why there is no game.</summary>
/// <param name="Kind">The sort of reason.</param>
/// <param name="Class">The class at fault, by its place; null when it is none of them.</param>
/// <param name="Test">The test at fault, if it has a name.</param>
public sealed record VotingGameFault(VotingGameFaultKind Kind, int? Class = null, string? Test = null)
{
    /// <summary>The reason as a sentence, without the name of the class.</summary>
    public string Explanation => Kind switch
    {
        VotingGameFaultKind.NoPlayers => "There is no player.",
        VotingGameFaultKind.NegativeCount => "The number of players of a class is below zero.",
        VotingGameFaultKind.TooManyPlayers => "There are too many players.",
        VotingGameFaultKind.NotExact => "A figure is known only as a range" + Where,
        _ => "A vote in favour counts against" + Where,
    };

    private string Where => Test is null ? "." : " in: " + Test + ".";
}
