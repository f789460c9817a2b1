namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>
/// The charter of the variant is the second edition. The first, in force for a month before, is that of another variant: what it said
/// of the place must not show.
/// </summary>
internal sealed class LaterEdition : Setting
{
    private const string First = "edition 1, in force 2024-01-01";

    public override string Name => "later-edition";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var own = witness.Text(variant);
        if (!own.Charter.Exists(l => l.Text == First) || own.Others.Exists(f => !f.Path.EndsWith(".csv", StringComparison.Ordinal))
            || own.Case.Exists(l => l.Text.StartsWith("under edition", StringComparison.Ordinal) || l.Text.Contains(" 2023-", StringComparison.Ordinal)))
        {
            return null;
        }

        var ofFiles = witness.Expectations().Any(e => !Expected.IsClause(e.Text));
        var before = Dated(witness.Text(ofFiles ? variant : (variant + 1) % witness.Count).Charter, "edition 1, in force 2023-12-01");
        var text = own.With(Dated(own.Charter, "edition 2, in force 2024-01-01"));
        text.Others.Add(Foedus.Charter.Text.SourceText.From("earlier.charter", Outline.Write(before)));
        return text;
    }

    private static List<Outline> Dated(List<Outline> charter, string edition) => [.. charter.Select(l => l.Text == First ? l.Renamed(edition) : l)];
}
