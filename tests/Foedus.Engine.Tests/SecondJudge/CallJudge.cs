using System.Globalization;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Keeps a list of the calls. Before each vote it goes through the list from the beginning: the first without a quorum is the first call, and
/// one on an earlier day that had a quorum strikes it out. Once its time has come, the lower quorum holds. Where it is not said of what the
/// call is the second, it keeps a list for each; a vote is undetermined on which they do not agree.
/// </summary>
internal static class CallJudge
{
    private const int Usual = 4;
    private static readonly DateOnly Zero = new(2024, 1, 1);

    public static Trial Judge(CallLife life)
    {
        var steps = new List<string>();
        var lists = (life.Of.Length > 0 ? [life.Of] : new[] { "sitting", "matter" }).Select(of => (Of: of, Calls: new List<(int On, int Matter, bool HadQuorum)>())).ToList();
        foreach (var (on, matter, yes, no) in life.Votes)
        {
            var ends = new HashSet<(bool HadQuorum, bool Carried)>();
            foreach (var (of, calls) in lists)
            {
                var second = IsSecond(life, calls.FindAll(c => of == "sitting" || c.Matter == matter), on);
                var hadQuorum = yes + no >= (second ? life.Lower : Usual);
                calls.Add((on, matter, hadQuorum));
                ends.Add((hadQuorum, hadQuorum && yes > no));
            }

            steps.Add(string.Create(CultureInfo.InvariantCulture, $"given {Zero.AddDays(on):yyyy-MM-dd} Council votes on M{matter}, for {yes}, against {no}"));
            steps.Add("expect " + (ends.Count > 1 ? "undetermined" : ends.Single().Carried ? "carried" : "lost"));
        }

        return new Trial(Charter(life), steps);
    }

    private static bool IsSecond(CallLife life, List<(int On, int Matter, bool HadQuorum)> calls, int today)
    {
        int? first = null;
        foreach (var (on, _, hadQuorum) in calls)
        {
            if (!hadQuorum)
                first ??= on;
            else if (on < today)
                first = null;
        }

        return first + life.Later <= today;
    }

    private static string Charter(CallLife life)
    {
        var lower = life.Lower == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"at least {life.Lower} members");
        var days = string.Create(CultureInfo.InvariantCulture, $"{life.Later} {(life.Later == 1 ? "day" : "days")}");
        return "foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town Ash, Beech\n"
            + "time: zone \"Europe/London\"; first day not counted; last day as it falls\n"
            + "art 1 body Council: seats 5; chosen by any town; term 9 years\n"
            + $"art 2 deciding in Council: needs more than half of votes cast; abstention not counted; quorum at least {Usual} members; tie lost; "
            + $"second call {days} later, {lower}{(life.Of.Length > 0 ? "; second call of the " + life.Of : "")}\n";
    }
}
