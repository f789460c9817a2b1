using System.CommandLine;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using Foedus.Cli.Federations;
using Foedus.Cli.Hosting;
using Foedus.Cli.Reports;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Verbs;

/// <summary>Divides seats among the units of a file, without a charter.</summary>
internal sealed class DivideVerb : Verb
{
    private readonly Argument<string?> path = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<long?> house = new("--seats");
    private readonly Option<string?> method = new("--method");
    private readonly Option<string?> figure = new("--figure");
    private readonly Option<string?> decimals = new("--decimal");
    private readonly Option<long> least = new("--least");
    private readonly Option<long?> most = new("--most");
    private readonly Option<string?> threshold = new("--threshold");
    private readonly Option<bool> worksheet = new("--worksheet");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "divide";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        foreach (var option in (Option[])[house, method, figure, decimals, least, most, threshold, worksheet, json])
            command.Options.Add(option);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal)
    {
        var file = given.GetValue(path) ?? throw new UsageProblem(Text.Of("DivideFileMissing"), Text.Of("SeeHelp", Name));
        var seats = given.GetValue(house) ?? throw new UsageProblem(Text.Of("DivideSeatsMissing"), Text.Of("SeeHelp", Name));
        var rule = Method(given.GetValue(method));
        var share = Threshold(given.GetValue(threshold));
        var units = ClaimsFile.Read(file, given.GetValue(figure), Written(given.GetValue(decimals)), given.GetValue(least), given.GetValue(most));
        var division = new Division(rule, seats, units.Claims) { Threshold = share };
        var divided = new DividedSeats(file, units.Figure, units.Units, division, Apportionment.Divide(division))
        {
            Remarks = [.. units.Remarks, .. LeastLost(units, division)],
        };
        if (given.GetValue(json))
            DivideJson.Write(terminal.Results, divided, given.GetValue(worksheet));
        else
            DividePage.Write(terminal.Page, divided, given.GetValue(worksheet));
        return divided.Result is Apportioned { IsUnique: true } ? ExitCode.Fine : ExitCode.Findings;
    }

    private static ApportionmentMethod Method(string? name)
    {
        var names = ApportionmentMethods.All.Select(known => known.Name).ToList();
        if (name is null)
            throw new UsageProblem(Text.Of("DivideMethodMissing"), Text.Of("DivideMethods", string.Join(", ", names)));
        if (ApportionmentMethods.TryParse(name, out var found))
            return found;
        throw new UsageProblem(
            Text.Of("DivideNoMethod", name),
            Spelling.Nearest(name, names) is { } near ? Text.Of("DidYouMean", near) : Text.Of("DivideMethods", string.Join(", ", names)));
    }

    // A threshold and a least contradict each other for a unit below the one that has the other.
    private static IEnumerable<string> LeastLost(ClaimsFile units, Division division)
    {
        var counted = division.PastThreshold;
        return division.Claims.Select((claim, unit) => (claim.Least, Lost: counted[unit].Least < claim.Least, Name: units.Units[unit]))
            .Where(unit => unit.Lost)
            .Select(unit => Text.Of("DivideLeastLost", unit.Name, unit.Least));
    }

    private Numerals? Written(string? text) =>
        text is null ? null : Numerals.Said(text) ?? throw new UsageProblem(Text.Of("BadValue", decimals.Name, text), Text.Of("DivideDecimalHint"));

    private ShareThreshold? Threshold(string? text)
    {
        if (text is null)
            return null;
        return Ratio.TryParse(text, out var share) && share.Sign >= 0 && share <= 1
            ? new ShareThreshold(share)
            : throw new UsageProblem(Text.Of("BadValue", threshold.Name, text), Text.Of("DivideThresholdHint"));
    }
}
