using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Keeps a list of who was chosen to what and until when, and walks it anew for every act: no more holders than places, nobody twice in one
/// place, nobody in two that are kept apart, on any day of the term; nobody resigns from what is neither held nor to come, nobody is recalled but
/// at somebody's pleasure; only who has the place, or the organ of a town that has it, acts as one who has it.
/// </summary>
internal static class MandateJudge
{
    private sealed record Held(string Person, string Post, DateOnly From, DateOnly Until)
    {
        public DateOnly End { get; set; } = DateOnly.MaxValue;

        public bool On(DateOnly day) => From <= day && day < Until && day < End;
    }

    public static Trial Judge(MandateLife life)
    {
        var steps = new List<string>();
        var record = new List<Held>();
        foreach (var act in life.Acts)
        {
            var day = new DateOnly(2024, 1, 1).AddDays(act.Day);
            var from = day.AddDays(act.Later);
            var until = life.AtPleasure && act.Post == "Chair" ? DateOnly.MaxValue : from.AddYears(life.Years);
            var places = act.Post == "Chair" ? life.Holders : life.Seats;

            // The last day of a term is the reading of the calendar; these lives keep away from it.
            bool IsNear(DateOnly d, Held h) => Math.Abs(h.Until.DayNumber - d.DayNumber) < 4 || h.From == d || h.End == d;
            if (record.Exists(h => IsNear(day, h) || IsNear(from, h) || (until < DateOnly.MaxValue && Math.Abs(until.DayNumber - h.From.DayNumber) < 4)))
                continue;
            steps.Add($"given {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} " + act.What switch
            {
                "elects" => (act.Post == "Chair" ? $"Council elects {act.Person} as Chair" : $"Council elects {act.Person} to {act.Post}")
                    + (act.Later > 0 ? $" from {from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : ""),
                "opens" => string.Create(CultureInfo.InvariantCulture, $"{act.Person} introduces N{steps.Count}, {act.Post switch { "Board" => "note", "Panel" => "report", _ => "order" }}"),
                "resigns" => $"{act.Person} resigns from {act.Post}",
                _ => $"Council recalls {act.Person} from {act.Post}",
            });
            var person = act.Person[(act.Person.LastIndexOf(' ') + 1)..];
            var now = record.Find(h => h.Person == person && h.Post == act.Post && h.On(day));
            var coming = record.Find(h => h.Person == person && h.Post == act.Post && h.From > day && h.End > h.From);
            bool inOrder;
            if (act.What == "elects")
            {
                inOrder = coming is null && MayHave(life, record, new Held(person, act.Post, from, until), places);
                if (inOrder)
                    record.Add(new Held(person, act.Post, from, until));
            }
            else if (act.What == "opens")
            {
                inOrder = now is not null || (life.AshSits && person == "Ash" && act.Post == "Board");
            }
            else
            {
                inOrder = (now ?? coming) is not null && (act.What == "resigns" || (life.AtPleasure && act.Post == "Chair"));
                if (inOrder)
                    (now ?? coming)!.End = now is null ? coming!.From : day;
            }

            steps.Add(inOrder ? "expect accepted" : "expect refused");
        }

        if (steps.Count == 0)
            steps.AddRange(["given 2024-01-05 Council elects Ann to Board", "expect accepted"]);
        return new Trial(Charter(life), steps);
    }

    /// <summary>Whether on every day of a term there is a place, and the person is neither there already nor kept apart by what it has on that day.</summary>
    private static bool MayHave(MandateLife life, List<Held> record, Held wanted, int places)
    {
        var other = wanted.Post == "Board" ? "Panel" : wanted.Post == "Panel" ? "Board" : "";
        var sits = life.AshSits && wanted.Person == "Ash";
        if (sits && (wanted.Post == "Board" || (life.Apart && wanted.Post == "Panel")))
            return false;
        foreach (var day in record.Select(h => h.From).Where(d => d > wanted.From && d < wanted.Until).Prepend(wanted.From))
        {
            if (record.Count(h => h.Post == wanted.Post && h.On(day)) >= places || record.Exists(h => h.Person == wanted.Person && h.Post == wanted.Post && h.On(day)))
                return false;
            if (life.Apart && record.Exists(h => h.Person == wanted.Person && h.Post == other && h.On(day)))
                return false;
        }

        return true;
    }

    private static string Charter(MandateLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town Ash, Beech, Cedar\n");
        text.Append("time: zone \"Europe/London\"; first day counted; last day as it falls\n");
        text.Append("art 1\n  unit town: speaks through Assembly of that town\n  body Assembly of each town, by its own charter\n  body Council: seats 1 per town; chosen by each town; term 9 years\n");
        foreach (var board in new[] { "Board", "Panel" })
        {
            text.Append(CultureInfo.InvariantCulture, $"  body {board}: seats {life.Seats}; chosen by Council; term {life.Years} years");
            text.Append(life.AshSits && board == "Board" ? "; seats ex officio Ash" : "").Append(life.Apart && board == "Panel" ? "; apart from Board\n" : "\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  office Chair: chosen by Council; number {life.Holders}; term {(life.AtPleasure ? "at the pleasure of Council" : life.Years + " years")}\n");
        text.Append("unsaid deciding in every body: needs more than half of votes cast; abstention not counted; quorum none; tie lost\n");
        foreach (var (article, kind, who) in new[] { (2, "note", "any member of Board"), (3, "report", "any member of Panel"), (4, "order", "Chair") })
        {
            text.Append(CultureInfo.InvariantCulture, $"art {article} procedure P{article} for {kind}\n  opened by {who}\n  stage Look\n    before Council\n    otherwise -> Kept\n  end Kept\n");
        }

        return text.ToString();
    }
}
