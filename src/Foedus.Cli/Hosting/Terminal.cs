using System.Text;
using Foedus.Cli.Pages;

namespace Foedus.Cli.Hosting;

/// <summary>The two streams of the command: results, and what went wrong. UTF-8 without a mark, LF, written at once at the end.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream results;
    private readonly StreamWriter output;
    private readonly StreamWriter errors;

    public Terminal()
    {
        results = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        output = new StreamWriter(results, Utf8, 1 << 12, leaveOpen: true) { NewLine = "\n" };
        errors = new StreamWriter(Console.OpenStandardError(), Utf8, 1 << 10) { NewLine = "\n" };
        Page = PageOn(output, Console.IsOutputRedirected);
        Errors = PageOn(errors, Console.IsErrorRedirected);
    }

    /// <summary>Results for people.</summary>
    public Page Page { get; }

    /// <summary>Failures of the command, for people.</summary>
    public Page Errors { get; }

    /// <summary>Results for programs, written instead of those for people.</summary>
    public Stream Results => results;

    /// <summary>Writes out what is held back. A reader that has gone away is no failure: it had what it wanted.</summary>
    public void Dispose()
    {
        try
        {
            output.Flush();
            results.Flush();
        }
        catch (IOException)
        {
            // The pipe was closed by its reader.
        }

        try
        {
            errors.Flush();
        }
        catch (IOException)
        {
            // There is nobody left to be told.
        }
    }

    private static Page PageOn(TextWriter writer, bool redirected) =>
        redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb"
            ? new PlainPage(writer)
            : Coloured(writer);

    // Apart, so that the library for terminals is loaded only where it is used.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Page Coloured(TextWriter writer) => new TerminalPage(writer);
}
