namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>What was told by names is told by numbers.</summary>
internal sealed class InCounts : Setting
{
    public override string Name => "counts";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var text = witness.Text(variant);
        return Report.Told(text, Counted) is { } told ? text.With(cases: told) : null;
    }

    private static IEnumerable<string>? Counted(Report report, int each, List<string> units)
    {
        if (!report.Tallies.Any(t => t.Count is null && !t.IsRest) || report.Tallies.Any(t => !t.IsRest && t.Names.Any(n => !units.Contains(n, StringComparer.Ordinal))))
            return null;
        return [(report with { Tallies = [.. report.Tallies.Select(t => t.Count is null && !t.IsRest ? t with { Names = [], Count = each * t.Names.Count } : t)] }).Write()];
    }
}
