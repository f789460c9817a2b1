namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>Votes are cast one by one, and nobody closes the vote: the time of the stage runs out, and the matter is carried or lost by it.</summary>
internal sealed class ByLapse : Setting
{
    public override string Name => "lapse";

    public override WitnessText? Of(Witness witness, int variant)
    {
        var text = witness.Text(variant);
        var acts = text.Case.FindAll(l => l.Text.StartsWith("given ", StringComparison.Ordinal));
        if (acts is not [.., var last] || text.Case.Exists(a => a.Text.Contains(" 20", StringComparison.Ordinal)) || Report.Read(last.Text) is not { } report
            || report.Places(text) is not var (each, units) || OneByOne.Cast(report, each, units) is not { } cast
            || report.Stage(text) is not { } stage || stage.Children.Exists(c => c.Text.StartsWith("within ", StringComparison.Ordinal)) || Ends(stage) is not var (made, lost))
        {
            return null;
        }

        var told = new List<Outline>();
        foreach (var line in text.Case)
        {
            if (line.Text.StartsWith("start " + report.Matter + " ", StringComparison.Ordinal))
                continue;
            var words = line.Text.Split(' ');
            if (line == last)
                told.AddRange(cast.Select(l => "given 2024-02-02 " + l["given ".Length..]).Append("on 2024-02-20").Select(l => new Outline(l)));
            else if (words is ["expect", "carried" or "lost"])
                told.Add(new Outline($"expect {report.Matter} is {(words[1] is "carried" ? made : lost)}"));
            else if (words is ["expect", ..])
                return null;
            else
                told.Add(line);
        }

        told.Insert(0, new Outline($"start {report.Matter} at {stage.Text[6..]}, motion from 2024-02-01"));
        stage.Children.Add(new Outline("within 5 days"));
        return text.With(cases: told);
    }

    private static (string Made, string Lost)? Ends(Outline stage) =>
        End(stage, "on approval -> ") is { } made && (End(stage, "on rejection -> ") ?? End(stage, "otherwise -> ")) is { } lost ? (made, lost) : null;

    private static string? End(Outline stage, string line) => stage.Children.Find(c => c.Text.StartsWith(line, StringComparison.Ordinal))?.Text[line.Length..];
}
