using System.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests.Hosting;

/// <summary>The command run inside the tests: what it printed and how it ended.</summary>
internal sealed record Given(ExitCode Code, string Output, string Errors)
{
    /// <summary>Runs the command with words as they would be typed.</summary>
    public static Given Command(params string[] args)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        ExitCode code;
        using (var terminal = new Terminal(output, errors, colouredOutput: false, colouredErrors: false))
            code = Host.Run(args, terminal);
        return new Given(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    /// <summary>The path of a worked example.</summary>
    public static string Example(string name) => Path.Combine(CommandRun.Root, "examples", name);

    /// <summary>Everything printed.</summary>
    public string All => Output + Errors;
}
