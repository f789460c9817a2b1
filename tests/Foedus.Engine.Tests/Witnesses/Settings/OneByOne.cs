namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>What was told of a body is cast one by one, and the body closes the vote if the last of them does not.</summary>
internal sealed class OneByOne : Setting
{
    public override string Name => "one-by-one";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var text = witness.Text(variant);
        return Report.Told(text, (report, each, units) => Closed(text, report, each, units)) is { } told ? text.With(cases: told) : null;
    }

    /// <summary>What is cast, and the closing of the vote, unless all have cast at a stage before this body: the last cast ends such a vote.</summary>
    private static List<string>? Closed(WitnessText text, Report report, int each, List<string> units)
    {
        if (Cast(report, each, units) is not { } cast)
            return null;
        if (!report.IsPut(text) && report.Stage(text) is { } stage)
            cast.Insert(0, $"start {report.Matter} at {stage.Text[6..]}, motion");
        return report.IsPut(text) || report.Stage(text) is not null
            ? cast.Count(l => l.Contains(" casts ", StringComparison.Ordinal)) == units.Count ? cast : [.. cast, Closing(report)]
            : [.. cast, Closing(report)];
    }

    private static string Closing(Report report) => $"given {report.Day}{report.Body} closes the vote on {report.Matter}";

    /// <summary>What each unit casts; null if the report does not name the units.</summary>
    public static List<string>? Cast(Report report, int each, List<string> units)
    {
        report = InNames.Named(report, each, units) ?? report;
        var names = report.Tallies.Where(t => !t.IsRest).ToList();
        if (names.Count == 0 || names.Exists(t => t.Count is not null || t.Names.Any(n => !units.Contains(n, StringComparer.Ordinal))) || report.Tallies.Any(t => t.Side is "not taking part" || (t.IsRest && t.Side is not "absent")))
            return null;
        return [.. names.Where(t => t.Side is not "absent").SelectMany(t => t.Names.Select(n => $"given {report.Day}{n} casts on {report.Matter}, {t.Side} {each}"))];
    }
}
