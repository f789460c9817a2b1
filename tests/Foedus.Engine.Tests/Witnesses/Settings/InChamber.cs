using Foedus.Charter.Forms;

namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>Each body that can be one is the chamber of a body of its own.</summary>
internal sealed class InChamber : Setting
{
    private const string Body = "body ";

    public override string Name => "chamber";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var able = Enumerable.Range(0, witness.Count).Select(v => Able(witness.Text(v).Charter)).Aggregate((a, b) => [.. a.Intersect(b, StringComparer.Ordinal)]);
        if (able.Count == 0)
            return null;
        var own = witness.Text(variant);
        return own.With([.. own.Charter.Select(a => new Outline(a.Text, a.Children.Select(l => able.Contains(l.Text) ? Within(l) : l)))]);
    }

    private static Outline Within(Outline body)
    {
        var name = body.Text[Body.Length..];
        return new Outline(Body + name.Split(' ')[0] + "-Whole", [body.Renamed("chamber " + name)]);
    }

    /// <summary>The bodies that say nothing that a chamber cannot say, and of which is spoken once only.</summary>
    private static HashSet<string> Able(List<Outline> charter)
    {
        var bodies = charter.SelectMany(a => a.Children).Where(l => l.Text.StartsWith(Body, StringComparison.Ordinal)).ToList();
        return [.. bodies.Where(b => !b.Text.Contains(" of each ", StringComparison.Ordinal) && !b.Text.Contains("own charter", StringComparison.Ordinal)
            && b.Children.TrueForAll(IsOfChamber) && bodies.Count(o => o.Text == b.Text) == 1).Select(b => b.Text)];
    }

    private static bool IsOfChamber(Outline line) => FormTable.Default.Under("chamber").Any(f => line.Text == f.Keyword || line.Text.StartsWith(f.Keyword + " ", StringComparison.Ordinal));
}
