namespace Foedus.Cli.Hosting;

/// <summary>
/// The command cannot go on as it was given: where, why, and what to do. Ends the command with <see cref="ExitCode.Usage"/>.
/// </summary>
/// <param name="sentence">Where and why, in one sentence.</param>
/// <param name="hint">What to do; null if the sentence says it.</param>
public sealed class UsageProblem(string sentence, string? hint = null) : Exception(sentence)
{
    /// <summary>What to do.</summary>
    public string? Hint { get; } = hint;
}
