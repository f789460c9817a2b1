using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Keeps a list of who was chosen to what and until when, and walks it anew for every act: no more holders than places, nobody twice in one
/// place, nobody in two that are kept apart, nobody resigns from what is not held, nobody is recalled but at somebody's pleasure.
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
            var places = act.Post == "Chair" ? life.Holders : life.Seats;

            // The last day of a term is the reading of the calendar; these lives keep away from it.
            if (record.Exists(h => Math.Abs(h.Until.DayNumber - day.DayNumber) < 4 || h.From == day || h.End == day))
                continue;
            steps.Add($"given {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} " + act.What switch
            {
                "elects" => act.Post == "Chair" ? $"Council elects {act.Person} as Chair" : $"Council elects {act.Person} to {act.Post}",
                "resigns" => $"{act.Person} resigns from {act.Post}",
                _ => $"Council recalls {act.Person} from {act.Post}",
            });
            var now = record.Find(h => h.Person == act.Person && h.Post == act.Post && h.On(day));
            bool inOrder;
            if (act.What == "elects")
            {
                var other = act.Post == "Board" ? "Panel" : act.Post == "Panel" ? "Board" : "";
                inOrder = now is null && record.Count(h => h.Post == act.Post && h.On(day)) < places
                    && !(life.Apart && record.Exists(h => h.Person == act.Person && h.Post == other && h.On(day)));
                if (inOrder)
                    record.Add(new Held(act.Person, act.Post, day, life.AtPleasure && act.Post == "Chair" ? DateOnly.MaxValue : day.AddYears(life.Years)));
            }
            else
            {
                inOrder = now is not null && (act.What == "resigns" || (life.AtPleasure && act.Post == "Chair"));
                if (inOrder)
                    now!.End = day;
            }

            steps.Add(inOrder ? "expect accepted" : "expect refused");
        }

        if (steps.Count == 0)
            steps.AddRange(["given 2024-01-05 Council elects Ann to Board", "expect accepted"]);
        return new Trial(Charter(life), steps);
    }

    private static string Charter(MandateLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town Ash, Beech, Cedar\n");
        text.Append("time: zone \"Europe/London\"; first day counted; last day as it falls\n");
        text.Append("art 1\n  body Council: seats 1 per town; chosen by each town; term 9 years\n");
        foreach (var board in new[] { "Board", "Panel" })
        {
            text.Append(CultureInfo.InvariantCulture, $"  body {board}: seats {life.Seats}; chosen by Council; term {life.Years} years");
            text.Append(life.Apart && board == "Panel" ? "; apart from Board\n" : "\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  office Chair: chosen by Council; number {life.Holders}; term {(life.AtPleasure ? "at the pleasure of Council" : life.Years + " years")}\n");
        text.Append("unsaid deciding in every body: needs more than half of votes cast; abstention not counted; quorum none; tie lost\n");
        return text.ToString();
    }
}
