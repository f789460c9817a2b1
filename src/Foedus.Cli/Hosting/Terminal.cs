using System.Text;
using Foedus.Cli.Pages;

namespace Foedus.Cli.Hosting;

/// <summary>The two streams of the command: results, and what went wrong. UTF-8 without a mark, LF, written at once at the end.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly BufferedStream results;
    private readonly StreamWriter output;
    private readonly StreamWriter errors;

    /// <summary>The streams of the process.</summary>
    public Terminal()
        : this(Console.OpenStandardOutput(), Console.OpenStandardError(), Coloured(Console.IsOutputRedirected), Coloured(Console.IsErrorRedirected))
    {
    }

    /// <summary>Other streams, each with colours or without.</summary>
    public Terminal(Stream output, Stream errors, bool colouredOutput, bool colouredErrors)
    {
        results = new BufferedStream(output, 1 << 16);
        this.output = new StreamWriter(results, Utf8, 1 << 12, leaveOpen: true) { NewLine = "\n" };
        this.errors = new StreamWriter(errors, Utf8, 1 << 10, leaveOpen: true) { NewLine = "\n" };
        Page = colouredOutput ? WithColours(this.output) : new PlainPage(this.output);
        Errors = colouredErrors ? WithColours(this.errors) : new PlainPage(this.errors);
    }

    /// <summary>Results for people.</summary>
    public Page Page { get; }

    /// <summary>Failures of the command, for people.</summary>
    public Page Errors { get; }

    /// <summary>Results for programs, written instead of those for people.</summary>
    public Stream Results => results;

    /// <summary>Writes out the results so far; false if their reader has gone away.</summary>
    public bool Flush()
    {
        try
        {
            output.Flush();
            results.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

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

    /// <summary>Colours are for terminals, and not for whoever asks for none (https://no-color.org).</summary>
    private static bool Coloured(bool redirected) =>
        !redirected && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 } && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    // Apart, so that the library for terminals is loaded only where it is used.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static TerminalPage WithColours(TextWriter writer) => new(writer);
}
