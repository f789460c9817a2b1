using System.CommandLine;
using Foedus.Charter.Syntax;
using Foedus.Cli.Texts;
using Foedus.Engine.Kernel;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Hosting;

/// <summary>The arguments and options that several verbs take, each made anew for the verb that declares it.</summary>
internal static class Options
{
    /// <summary>A federation's folder, or one file.</summary>
    public static Argument<string?> Path() => new("PATH") { Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Results for programs.</summary>
    public static Option<bool> Json() => new("--json");

    /// <summary>As at this day.</summary>
    public static Option<string?> At() => new("--at");

    /// <summary>By the rules of this edition.</summary>
    public static Option<int?> Edition() => new("--edition");

    /// <summary>Another folder or file than the current folder, for verbs whose arguments are names.</summary>
    public static Option<string?> In() => new("--in");

    /// <summary>Nothing is assumed.</summary>
    public static Option<bool> NoAssumptions() => new("--no-assumptions");

    /// <summary>The assumptions that are used, by name.</summary>
    public static Option<string[]> Assuming() => new("--assuming") { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    /// <summary>The day of <c>--at</c>; null if it was not given.</summary>
    /// <exception cref="UsageProblem">It is no day.</exception>
    public static Day? DayOf(ParseResult given, Option<string?> option)
    {
        if (given.GetValue(option) is not { } text)
            return null;
        if (!PartialDate.TryRead(text, out var date) || !date.IsWhole)
            throw new UsageProblem(Text.Of("BadDay", option.Name, text), Text.Of("BadDayHint"));
        return Day.From(date.Earliest);
    }
}
