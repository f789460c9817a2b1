using System.CommandLine;

namespace Foedus.Cli.Hosting;

/// <summary>A verb of the command: what it takes and what it does. Its manual page stands beside it, as <c>NAME.md</c>.</summary>
internal abstract class Verb
{
    /// <summary>The word that is typed.</summary>
    public abstract string Name { get; }

    /// <summary>Declares arguments and options.</summary>
    public abstract void Declare(Command command);

    /// <summary>Does it.</summary>
    /// <exception cref="UsageProblem">It cannot be done as it was asked.</exception>
    public abstract ExitCode Run(ParseResult given, Terminal terminal);
}
