namespace Foedus.Counting;

/// <summary>What rows of tables are about where it is no candidate.</summary>
internal static class PaperLabels
{
    public const string Counted = "papers counted";

    public const string NoVote = "papers that name nobody who stands";

    public const string NoPreference = "papers without a preference between the two";

    public const string AboveLimit = "papers with more than the rule allows";
}
