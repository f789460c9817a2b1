using Foedus.Secretariat.Reports;

namespace Foedus.Secretariat.Power;

/// <summary>Who can turn a decision: the games of a rule, or one that was typed, with what was found out about each.</summary>
public sealed record PowerReport : Report
{
    /// <param name="federation">The title of the federation; null for a game that was typed.</param>
    /// <param name="path">Its path; null for a game that was typed.</param>
    /// <param name="games">What was found out, game by game.</param>
    public PowerReport(string? federation, string? path, IReadOnlyList<PowerFindings> games)
        : base("power") => (Federation, Path, Games) = (federation, path, games);

    /// <summary>The title of the federation; null for a game that was typed.</summary>
    public string? Federation { get; }

    /// <summary>Its path; null for a game that was typed.</summary>
    public string? Path { get; }

    /// <summary>What was found out, game by game.</summary>
    public IReadOnlyList<PowerFindings> Games { get; }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", Federation).Field("path", Path);
        output.List("games", Games, found => PowerJson.Game(output, found));
    }
}
