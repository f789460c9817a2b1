namespace Foedus.Cli.Hosting;

/// <summary>How the command ended, as a script sees it.</summary>
public enum ExitCode
{
    /// <summary>Nothing was found that needs a hand.</summary>
    Fine = 0,

    /// <summary>The command did its work and found something: errors of a charter, cases that fail, an act that would be refused.</summary>
    Findings = 1,

    /// <summary>The command could not be understood, or a file could not be read.</summary>
    Usage = 2,

    /// <summary>A fault of Foedus itself.</summary>
    Fault = 3,
}
