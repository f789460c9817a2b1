using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Follows a matter through one stage with a list of what was answered and nothing else. Separately: every body once, all must approve, the
/// first rejection ends it. In turn: only whose turn it is; agreement once the last answers of all approve the text as it then is; none once
/// everybody's times are used up. Gathered: everybody counts once, whatever the order and the number of acts.
/// </summary>
internal static class AnswerJudge
{
    public static Trial Judge(AnswerLife life)
    {
        var steps = new List<string> { "start M at Reading, bill" };
        var (day, place) = (1, "Reading");
        var record = new List<(string By, string What, int Text)>();
        var text = 0;
        foreach (var act in life.Acts)
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"2024-02-{++day:00}");
            steps.Add($"given {date} {act.By} {act.What} " + act.What switch { "amends" => $"M by Draft-{day}", "demands" => "vote on M", _ => "M" });
            var inOrder = place == "Reading" && InOrder(life, record, act);
            if (!inOrder)
            {
                steps.Add("expect refused");
            }
            else if (act.What == "amends")
            {
                text++;
                steps.Add("expect accepted");
            }
            else
            {
                record.Add((act.By, act.What, text));
                place = Place(life, record, text);
            }

            steps.Add(place is "Reading" ? "expect M is at Reading" : "expect M is " + place);
        }

        return new Trial(Charter(life), steps);
    }

    private static bool InOrder(AnswerLife life, List<(string By, string What, int Text)> record, AnswerAct act) => life.Order switch
    {
        "separately" => life.Bodies.Contains(act.By) && record.TrueForAll(r => r.By != act.By),
        "turns" => string.Equals(Turn(life, record), act.By, StringComparison.Ordinal),
        _ => life.Towns.Contains(act.By),
    };

    private static string Turn(AnswerLife life, List<(string By, string What, int Text)> record)
    {
        var order = life.Bodies.OrderBy(b => b == life.First ? 0 : 1).ToList();
        return order[record.Count % order.Count];
    }

    private static string Place(AnswerLife life, List<(string By, string What, int Text)> record, int text)
    {
        switch (life.Order)
        {
            case "separately":
                return record.Exists(r => r.What == "rejects") ? "Lost" : life.Bodies.All(b => record.Exists(r => r.By == b && r.What == "approves")) ? "Law" : "Reading";
            case "turns":
                if (life.Bodies.All(b => record.FindLast(r => r.By == b) is { What: "approves" } last && last.Text == text))
                    return "Law";
                return life.Bodies.All(b => record.Count(r => r.By == b) >= life.Times) ? "Conference" : "Reading";
            default:
                var count = record.Select(r => r.By).Distinct(StringComparer.Ordinal).Count();
                return (life.Enough.Under == 0 ? count >= life.Enough.Over : count * life.Enough.Under >= life.Enough.Over * life.Towns.Length) ? "Law" : "Reading";
        }
    }

    private static string Charter(AnswerLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nkind guild\n");
        text.Append(CultureInfo.InvariantCulture, $"parties town {string.Join(", ", life.Towns)}\nparties guild Bakers\nart 1\n");
        foreach (var body in new[] { "Council", "Senate", "Board", "Court" })
            text.Append(CultureInfo.InvariantCulture, $"  body {body}: seats 3; chosen by any town; term 4 years\n");
        text.Append("unsaid deciding in every body: needs more than half of votes cast; abstention not counted; quorum none; tie lost\n");
        text.Append("art 2 procedure Bill for bill\n  opened by any town\n  stage Reading\n");
        var enough = life.Enough.Under == 0 ? string.Create(CultureInfo.InvariantCulture, $"at least {life.Enough.Over} towns") : string.Create(CultureInfo.InvariantCulture, $"at least {life.Enough.Over}/{life.Enough.Under} of towns");
        text.Append(life.Order switch
        {
            "separately" => $"    before {string.Join(" and ", life.Bodies)}, separately\n    rescinding not allowed\n    on agreement -> Law\n    on rejection -> Lost\n",
            "turns" => string.Create(CultureInfo.InvariantCulture, $"    before {string.Join(" and ", life.Bodies)}, in turn, at most {life.Times} times each\n    first {life.First}\n    on agreement -> Law\n    on no agreement -> Conference\n"),
            "ratification" => $"    before each town\n    on ratification by {enough} -> Law\n",
            "objection" => $"    before Council\n    on approval -> Lost\n    on rejection -> Lost\n    on objection by {enough} -> Law\n",
            _ => $"    before Council\n    on approval -> Lost\n    on rejection -> Lost\n    on demand of {enough} -> Law\n",
        });
        return text.Append("  end Law\n  end Lost\n  end Conference\n").ToString();
    }
}
