namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>What was told by numbers is told by names: the first units are for it, and so on.</summary>
internal sealed class InNames : Setting
{
    public override string Name => "names";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var text = witness.Text(variant);
        return Report.Told(text, (r, each, units) => Named(r, each, units) is { } named ? [named.Write()] : null) is { } told ? text.With(cases: told) : null;
    }

    /// <summary>The report with names for its numbers; null if it has none, or they do not come out as whole units.</summary>
    public static Report? Named(Report report, int each, List<string> units)
    {
        if (!report.Tallies.All(t => t.IsRest || (t.Count is { } c && c % each == 0)) || report.Tallies.Sum(t => t.Count ?? 0) > each * units.Count)
            return null;
        var left = new Queue<string>(units);
        var named = report.Tallies.Select(t => t.Count is { } count ? t with { Count = null, Names = [.. Enumerable.Range(0, count / each).Select(_ => left.Dequeue())] } : t).Where(t => t.Names.Count > 0).ToList();
        return named.Exists(t => !t.IsRest) ? report with { Tallies = named } : null;
    }
}
