using System.Text.RegularExpressions;
using Foedus.Charter.Text;

namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>The bodies of the whole are those of a unit: each realm has its own, there are two realms, and the towns lie in the one.</summary>
internal sealed partial class InUnit : Setting
{
    private const string Body = "body ";
    private const string About = "about ";

    public override string Name => "unit";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var able = Enumerable.Range(0, witness.Count).Select(v => Able(witness.Text(v))).Aggregate((a, b) => [.. a.Intersect(b, StringComparer.Ordinal)]);
        var own = witness.Text(variant);
        if (able.Count == 0 || own.Others.Count > 0 || own.Journal.Count > 0 || own.Charter.FindAll(l => l.Text.StartsWith("kind ", StringComparison.Ordinal)) is not [{ Text: "kind town" }]
            || own.Case.Exists(l => SeatsIn().IsMatch(l.Text)))
        {
            return null;
        }

        var names = new Regex(@"(?<![\w-])(" + string.Join('|', able.Select(Regex.Escape)) + @")(?![\w-])(?! of (each|that|Realm))", RegexOptions.None, TimeSpan.FromSeconds(1));
        var charter = own.Charter.SelectMany(l => l.Text == "kind town" ? new[] { new Outline("kind realm"), new Outline("kind town in realm"), new Outline("register \"units.csv\"") } : [Told(l)]).ToList();
        var text = own.With(charter, [.. own.Case.Select(Told)]);
        var towns = own.Charter.Where(l => l.Text.StartsWith("parties town ", StringComparison.Ordinal)).SelectMany(l => l.Text["parties town ".Length..].Split(", "));
        text.Others.Add(SourceText.From("units.csv", "unit,kind,within,link,from,until,name,source\nRealm,realm,,,2024-01-01,,Realm,made up\nAbroad,realm,,,2024-01-01,,Abroad,made up\n"
            + string.Concat(towns.Select(t => $"{t},town,Realm,,2024-01-01,,{t},made up\n"))));
        return text;

        Outline Told(Outline line) => new(
            Opens(line.Text) is { } body && able.Contains(body) ? line.Text + " of each realm" : Quoted().IsMatch(line.Text) ? line.Text : names.Replace(line.Text, "$1 of Realm"),
            line.Children.Select(Told));
    }

    private static string? Opens(string line) =>
        line.StartsWith(Body, StringComparison.Ordinal) ? line[Body.Length..] : line.StartsWith(About, StringComparison.Ordinal) ? line[About.Length..] : null;

    /// <summary>The bodies without chambers and titles, of which is spoken once only.</summary>
    private static HashSet<string> Able(WitnessText text)
    {
        var bodies = text.Charter.SelectMany(a => a.Children).Where(l => l.Text.StartsWith(Body, StringComparison.Ordinal)).ToList();
        return [.. bodies.Where(b => !b.Text[Body.Length..].Contains(' ', StringComparison.Ordinal) && !b.Children.Exists(c => c.Text.StartsWith("chamber ", StringComparison.Ordinal))
            && bodies.Count(o => o.Text == b.Text) == 1).Select(b => b.Text[Body.Length..])];
    }

    [GeneratedRegex(@"^expect seats of \S+ in ", RegexOptions.None, 1000)]
    private static partial Regex SeatsIn();

    [GeneratedRegex("^(art|charter|edition) ", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
