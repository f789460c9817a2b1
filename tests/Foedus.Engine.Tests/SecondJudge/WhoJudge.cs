using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Says whether those who act are those to whom a provision gives a power, by plain sets. Everybody who acts must be of a party; a party is met
/// by so many different ones of its set as it asks for; with `at most` and `fewer than` by one at least; `all` and `every` by the whole set.
/// </summary>
internal static class WhoJudge
{
    public static Trial Judge(WhoLife life)
    {
        var steps = life.Towns.Select(t => string.Create(CultureInfo.InvariantCulture, $"given 2024-01-02 {t.Name} returns inhabitants {t.Inhabitants}")).ToList();
        var doers = string.Join(" and ", life.Doers);
        var seconded = life.Seconders.Number > 0 ? string.Create(CultureInfo.InvariantCulture, $", seconded by {life.Seconders.Number} {life.Seconders.Sort}") : "";
        if (life.Place == "remedy")
            steps.Add("given 2024-01-03 Senate issues X, statute");
        steps.Add("given 2024-02-01 " + life.Place switch
        {
            "instrument" => doers + " issues X, order",
            "opening" => doers + " introduces M by procedure Petition",
            "remedy" => doers + " suspends X",
            "office" => doers + " elects Wat as Warden",
            "fact" => doers + " states Alarm of X",
            _ => doers + " demands session extraordinary of Council" + seconded,
        });
        steps.Add("expect " + (Met(life) ? "accepted" : "refused"));
        return new Trial(Charter(life), steps) { Units = PollJudge.Register(life.Towns.Select(t => (t.Name, t.Region))) + string.Concat(life.Guilds.Select(g => $"{g},guild,,,2024-01-01,,{g},made up\n")) };
    }

    private static string Charter(WhoLife life)
    {
        var who = string.Join(life.Jointly ? " and " : " or ", life.Parties.Select(p => p.Words));
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind region\nkind town in region\nkind guild\nregister \"units.csv\"\nmeasure inhabitants of town\n");
        if (life.Place == "fact")
            text.Append($"fact Alarm by {who}\n");
        text.Append("art 1\n  unit town\n    speaks through Assembly of that town\n  body Assembly of each town, by its own charter\n  body Guildhall of each town, by its own charter\n  body Council\n    seats 1 per town; chosen by each town; term 4 years\n    deciding: needs more than half of votes cast; abstention not counted; quorum none; tie lost\n");
        text.Append("  body Senate\n    seats 3; chosen by Council; term 4 years\n  instrument statute: by Senate; binds every town; in force at once\n");
        text.Append(life.Place switch
        {
            "instrument" => $"art 2 instrument order: by {who}; binds every town; in force at once\n",
            "opening" => $"art 2 procedure Petition\n  opened by {who}\n  stage Reading\n    before Council\n    on approval -> Granted\n    on rejection -> Denied\n  end Granted\n  end Denied\n",
            "office" => $"art 2 office Warden\n  chosen by {who}\n  term 1 year\n",
            "fact" => "",
            "remedy" => $"art 2 remedy Hold\n  by {who}\n  against statute of Senate\n  effect suspended\n",
            _ => $"art 2 about Council\n  session extraordinary\n    convened by Senate on demand of {who}\n",
        });
        return text.ToString();
    }

    internal static HashSet<string> Elements(WhoLife life, WhoSet set)
    {
        // A member of the Council is the seat of a town, and the town brings it.
        IEnumerable<string> all = set.Kind == "guild" ? life.Guilds : life.Towns.Where(t => set.Of is null || t.Region == set.Of).Select(t => t.Name);
        return all.Where(n => n != set.Except).ToHashSet(StringComparer.Ordinal);
    }

    private static bool Met(WhoLife life)
    {
        if (life.Doers.Any(d => life.Parties.All(p => Element(life, p, d) is null)))
            return false;
        if (!life.Jointly)
            return life.Parties.Any(p => Meets(life, p, life.Doers.Select(d => Element(life, p, d)).OfType<string>()));
        return Assigned(life, 0, [.. life.Parties.Select(_ => new List<string>())], []);
    }

    /// <summary>
    /// Tries every way of counting each of those who act for one of the parties that it fits. A town, its Assembly and its member are counted
    /// once each; who stands for what is counted already adds nothing.
    /// </summary>
    private static bool Assigned(WhoLife life, int doer, List<string>[] parts, List<string> counted)
    {
        if (doer == life.Doers.Length)
            return life.Parties.Select((p, i) => Meets(life, p, parts[i])).All(met => met);
        for (var p = 0; p < parts.Length; p++)
        {
            if (Element(life, life.Parties[p], life.Doers[doer]) is not { } element)
                continue;
            var key = (life.Parties[p].Name is null ? life.Parties[p].Set.Organ + life.Parties[p].Set.Kind : "town") + element;
            if (counted.Contains(key))
            {
                if (Assigned(life, doer + 1, parts, counted))
                    return true;
                continue;
            }

            parts[p].Add(element);
            counted.Add(key);
            if (Assigned(life, doer + 1, parts, counted))
                return true;
            parts[p].RemoveAt(parts[p].Count - 1);
            counted.RemoveAt(counted.Count - 1);
        }

        return false;
    }

    /// <summary>What somebody who acts stands for in a party: a town for itself, its Assembly for it, a town for its Assembly; a town for its member.</summary>
    private static string? Element(WhoLife life, WhoParty party, string doer)
    {
        var (organ, town) = doer.Contains(" of ", StringComparison.Ordinal) ? (doer[..doer.IndexOf(' ', StringComparison.Ordinal)], doer[(doer.LastIndexOf(' ') + 1)..]) : (null, doer);
        if (organ is "Guildhall" || (organ is not null && party.Set.Kind != "town"))
            return null;
        if (party.Name is { } name)
            return string.Equals(name, town, StringComparison.Ordinal) ? name : null;
        return Elements(life, party.Set).Contains(town) ? town : null;
    }

    private static bool Meets(WhoLife life, WhoParty party, IEnumerable<string> by)
    {
        var doers = by.ToHashSet(StringComparer.Ordinal);
        if (party.Name is { } name)
            return doers.Count == 1 && doers.Contains(name);
        var elements = Elements(life, party.Set);
        if (doers.Count == 0)
            return false;
        var count = doers.Count;
        if (life.Seconders.Number > 0)
        {
            var sort = party.Set.Kind + "s";
            if (life.Seconders.Sort != sort || count + life.Seconders.Number > elements.Count)
                return false;
            count += life.Seconders.Number;
        }

        var (left, right) = party.Under == 0 ? (count, party.Over) : (count * party.Under, party.Over * elements.Count);
        var enough = party.How switch
        {
            "any" => true,
            "all" or "every" => count == elements.Count,
            "more than" => left > right,
            "at most" => left <= right,
            "fewer than" => left < right,
            _ => left >= right,
        };
        return enough && (party.Holding is not { } part || Held(life, elements, doers, part));
    }

    private static bool Held(WhoLife life, HashSet<string> elements, HashSet<string> doers, (int Over, int Under) part)
    {
        var all = life.Towns.Where(t => elements.Contains(t.Name)).Sum(t => t.Inhabitants);
        var some = life.Towns.Where(t => doers.Contains(t.Name)).Sum(t => t.Inhabitants);
        return some * part.Under >= part.Over * all;
    }
}
