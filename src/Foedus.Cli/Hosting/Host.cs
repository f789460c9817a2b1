using System.CommandLine;
using System.Reflection;
using Foedus.Charter.Syntax;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Secretariat;

namespace Foedus.Cli.Hosting;

/// <summary>Takes the words of the command line to a verb, and everything that goes wrong to a sentence and an exit code.</summary>
internal static class Host
{
    /// <summary>Runs the command on the streams of the process.</summary>
    public static ExitCode Run(string[] args)
    {
        using var terminal = new Terminal();
        return Run(args, terminal);
    }

    /// <summary>Runs the command.</summary>
    public static ExitCode Run(string[] args, Terminal terminal) => Guard(args, terminal, () => Dispatch(args, terminal));

    /// <summary>Does something, and turns whatever goes wrong with it into a sentence and an exit code.</summary>
    internal static ExitCode Guard(string[] args, Terminal terminal, Func<ExitCode> work)
    {
        try
        {
            return work();
        }
        catch (UsageProblem problem)
        {
            Tell(terminal, problem.Message, problem.Hint);
            return ExitCode.Usage;
        }
        catch (Obstacle obstacle)
        {
            Tell(terminal, obstacle.Problem.Sentence, obstacle.Problem.Help is [var help, ..] ? help : null);
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, a user gets a sentence and never a trace.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(terminal, Text.Of("Fault", fault.GetType().Name, fault.Message.ReplaceLineEndings(" ")), Text.Of("FaultHint", Report(args, fault)));
            return ExitCode.Fault;
        }
    }

    private static ExitCode Dispatch(string[] args, Terminal terminal)
    {
        switch (args)
        {
            case []:
            case ["help" or "--help" or "-h" or "-?" or "/?"]:
                Overview(terminal.Page);
                return ExitCode.Fine;
            case ["--version" or "version"]:
                terminal.Page.Line(Text.Of("Version", Version));
                return ExitCode.Fine;
            case ["help", "help", ..]:
                Overview(terminal.Page);
                return ExitCode.Fine;
            case ["help", ['F' or 'f', 'D' or 'd', >= '0' and <= '9', ..] number, ..]:
                Manual.Message(number.ToUpperInvariant(), terminal.Page);
                return ExitCode.Fine;
            case ["help", var about, ..]:
                Manual.Print(VerbOf(about).Name, terminal.Page);
                return ExitCode.Fine;
        }

        var verb = VerbOf(args[0]);
        if (args.Skip(1).TakeWhile(a => a != "--").Any(a => a is "--help" or "-h" or "-?"))
        {
            Manual.Print(verb.Name, terminal.Page);
            return ExitCode.Fine;
        }

        var command = new Command(verb.Name);
        verb.Declare(command);
        RefuseOption(args[1..], verb.Name, command);
        var given = command.Parse(args[1..], new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        Refuse(given, verb.Name, command);
        return verb.Run(given, terminal);
    }

    private static Verb VerbOf(string word)
    {
        if (VerbCatalogue.Find(word) is { } verb)
            return verb;
        if (word.StartsWith('-'))
            throw new UsageProblem(Text.Of("OptionBeforeVerb", word), Text.Of("OptionBeforeVerbHint"));
        throw new UsageProblem(
            Text.Of("UnknownVerb", word),
            Spelling.Nearest(word, VerbCatalogue.Names) is { } near ? Text.Of("DidYouMean", near) : Text.Of("UnknownVerbHint", string.Join(", ", VerbCatalogue.Names)));
    }

    // An option that nobody declared would otherwise be taken for the name of a file.
    private static void RefuseOption(string[] args, string verb, Command command)
    {
        var known = command.Options.Select(o => o.Name).Append("--help").ToList();
        foreach (var word in args.TakeWhile(a => a != "--"))
        {
            if (word.Length < 2 || word[0] != '-' || known.Contains(word.Split('=', ':')[0], StringComparer.Ordinal))
                continue;
            var near = Spelling.Nearest(word, known.Order(StringComparer.Ordinal));
            throw new UsageProblem(Text.Of("UnknownOption", verb, word), near is null ? Text.Of("SeeHelp", verb) : Text.Of("DidYouMean", near));
        }
    }

    private static void Refuse(ParseResult given, string verb, Command command)
    {
        if (given.Errors.Count == 0)
            return;
        if (given.UnmatchedTokens is [var odd, ..])
            throw new UsageProblem(Text.Of("OddArgument", verb, odd), Text.Of("SeeHelp", verb));
        foreach (var option in command.Options)
        {
            if (given.GetResult(option) is not { } result || !result.Errors.Any())
                continue;
            throw result.Tokens is [var value, ..]
                ? new UsageProblem(Text.Of("BadValue", option.Name, value.Value), Text.Of("SeeHelp", verb))
                : new UsageProblem(Text.Of("ValueMissing", option.Name), Text.Of("SeeHelp", verb));
        }

        foreach (var argument in command.Arguments.Where(a => given.GetResult(a) is not { } result || result.Errors.Any()))
            throw new UsageProblem(Text.Of("ArgumentMissing", verb, argument.Name), Text.Of("SeeHelp", verb));
        throw new UsageProblem(Text.Of("BadCommand", verb, given.Errors[0].Message), Text.Of("SeeHelp", verb));
    }

    private static void Overview(Page page)
    {
        page.Line(Text.Of("Overview"), Tone.Strong).Line();
        var table = new Table("", "") { Indent = 2 };
        foreach (var name in VerbCatalogue.Names)
            table.Row("foedus " + name, Text.Of("Verb." + name));
        page.Table(table).Line();
        page.Line(Text.Of("OverviewPath")).Line(Text.Of("OverviewHelp")).Line(Text.Of("OverviewMessages"));
    }

    private static string Version =>
        typeof(Host).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static void Tell(Terminal terminal, string sentence, string? hint)
    {
        terminal.Errors.Put("foedus: ", Tone.Bad).Line(LedgerAddress.WithoutSecrets(sentence));
        if (hint is not null)
            terminal.Errors.Put("help: ", Tone.Strong).Line(LedgerAddress.WithoutSecrets(hint));
    }

    /// <summary>What a report needs, in a file that the user may read before sending it; its path.</summary>
    private static string Report(string[] args, Exception fault)
    {
        try
        {
            var path = Path.Combine(Path.GetTempPath(), $"foedus-fault-{Environment.ProcessId}.txt");
            File.WriteAllText(path, LedgerAddress.WithoutSecrets($"foedus {Version}\nfoedus {string.Join(' ', args)}\n\n{fault}\n"));
            return path;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Text.Of("NoReport");
        }
    }
}
