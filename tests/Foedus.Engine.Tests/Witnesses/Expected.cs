namespace Foedus.Engine.Tests.Witnesses;

/// <summary>
/// A line of a witness that expects something: <c>expect ...</c> as in a case; <c>check FD0401</c>, that the check of the charter says this;
/// <c>silent art 3 quorum</c>, that this place is open; <c>replay agrees</c> or <c>replay differs</c>, whether the journal was ruled on as it says.
/// </summary>
/// <param name="Line">Which line of the witness it is.</param>
/// <param name="Text">The line in one of its variants.</param>
internal sealed record Expected(int Line, string Text)
{
    private static readonly string[] Heads = ["expect ", "check ", "silent ", "replay "];

    /// <summary>Whether a line expects something.</summary>
    public static bool Is(string line) => Array.Exists(Heads, h => line.StartsWith(h, StringComparison.Ordinal) || line.StartsWith("{" + h, StringComparison.Ordinal));

    /// <summary>Whether it is a line of a case.</summary>
    public static bool IsClause(string text) => text.StartsWith(Heads[0], StringComparison.Ordinal);
}
