using System.Globalization;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Keeps the votes of every town and of every delegate. A town stands for as many of its delegates as have not voted; together they never vote
/// more often than it has places. Whoever gives its vote away may still cast it, as long as the other has not. A chair decides where as many are
/// for as against and nothing but the last vote is wanting.
/// </summary>
internal static class DelegateJudge
{
    private sealed class Vote(string voter, string side, bool byAnother)
    {
        public string Voter { get; } = voter;

        public string Side { get; } = side;

        public bool ByAnother { get; } = byAnother;
    }

    /// <summary>A town that votes: how many places it has, and the votes that were cast of them.</summary>
    private sealed class Town(string name, int places, IReadOnlyList<string> delegates)
    {
        public string Name { get; } = name;

        public int Places { get; } = places;

        public IReadOnlyList<string> Delegates { get; } = delegates;

        public List<Vote> Votes { get; } = [];

        public int Left(string voter) => voter == Name || !Votes.Exists(v => v.Voter == voter) ? Math.Min(Places - Votes.Count, voter == Name ? Places : 1) : 0;

        /// <summary>How many are there: whoever has cast for itself, and whoever is represented where that is enough.</summary>
        public int There(bool represented) => Votes.Count(v => represented || !v.ByAnother || (v.Voter == Name && Votes.Exists(o => o.Voter == Name && !o.ByAnother)));
    }

    public static Trial Judge(DelegateLife life)
    {
        var steps = new List<string> { "given 2024-01-15 Council elects Zoe as Chair" };
        foreach (var town in life.Towns)
            steps.AddRange(DelegateLife.DelegatesOf(town).Select(d => $"given 2024-01-15 {town.Name} elects {d} to Council"));
        foreach (var barred in life.Barred)
            steps.Add($"given 2024-02-01 Clerk states Arrears of {barred} = owing");
        steps.Add("start M at Vote, motion");

        var towns = life.Towns.Where(t => !life.Barred.Contains(t.Name)).Select(t => new Town(t.Name, t.Seats, [.. DelegateLife.DelegatesOf(t)])).ToList();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var closed = false;
        foreach (var step in life.Steps)
        {
            if (step.Gives)
            {
                steps.Add($"given 2024-02-03 {step.Who} gives its vote to {step.For} on M");
                var may = Gives(life, towns, given, step);
                steps.Add(may ? "expect accepted" : "expect refused");
                if (may)
                    given[step.Who] = step.For;
                continue;
            }

            var voter = step.For.Length > 0 ? step.For : step.Who;
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"given 2024-02-03 {step.Who} casts {(step.For.Length > 0 ? $"for {step.For} " : "")}on M, {step.Side} {step.Votes}"));
            if (Of(towns, voter) is not { } own || own.Left(voter) < step.Votes || (step.For.Length > 0 && given.GetValueOrDefault(voter) != step.Who))
            {
                steps.Add("expect refused");
                continue;
            }

            own.Votes.AddRange(Enumerable.Range(0, step.Votes).Select(_ => new Vote(voter, step.Side, step.For.Length > 0)));
            closed = towns.TrueForAll(t => t.Votes.Count == t.Places);
            steps.Add(closed ? "expect M is " + End(life, towns) : "expect accepted");
            if (closed)
                break;
        }

        if (!closed)
        {
            steps.Add("given 2024-02-04 Council closes the vote on M");
            steps.Add(towns.Exists(t => t.Votes.Count > 0) ? "expect M is " + End(life, towns) : "expect refused");
        }

        Chair(life, towns, steps);
        return new Trial(Charter(life), steps);
    }

    private static Town? Of(List<Town> towns, string voter) => towns.Find(t => t.Name == voter || t.Delegates.Contains(voter));

    private static bool Gives(DelegateLife life, List<Town> towns, Dictionary<string, string> given, OneStep step)
    {
        if (life.Proxies == 0 || step.Who == step.For || Of(towns, step.Who) is not { } own || Of(towns, step.For) is null)
            return false;
        if (given.ContainsKey(step.For) || given.ContainsValue(step.Who) || given.Count(g => g.Value == step.For && g.Key != step.Who) >= life.Proxies)
            return false;
        return own.Left(step.Who) > 0 && !own.Votes.Exists(v => v.Voter == step.Who);
    }

    private static void Chair(DelegateLife life, List<Town> towns, List<string> steps)
    {
        var end = towns.Exists(t => t.Votes.Count > 0) ? End(life, towns) : "at Vote";
        if (life.Chair.Length == 0 || end is "Done" or "Lost")
            return;
        steps.Add($"given 2024-02-05 Zoe {life.Chair} M");
        if (towns.Exists(t => t.Votes.Count > 0) && IsThere(life, towns) && IsTied(life, towns))
            steps.Add("expect M is " + (life.Chair == "approves" ? "Done" : "Lost"));
        else
            steps.Add("expect refused");
    }

    private static string Charter(DelegateLife life)
    {
        var abstention = life.Abstention switch { Abstaining.NotCounted => "not counted", Abstaining.Against => "counts against", _ => "counts for the quorum only" };
        var quorum = life.Quorum == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"at least {life.Quorum} members");
        return "foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town " + string.Join(", ", life.Towns.Select(t => t.Name))
            + "\nfact Arrears by Clerk, owing or paid\nart 9 office Clerk: chosen by Council; term 4 years\nart 8 office Chair: chosen by Council; term 4 years\n"
            + "art 1 body Council\n  chosen by each town; term 4 years\n  seats 1 per town\n"
            + string.Concat(life.Towns.Where(t => t.Seats > 1).Select(t => string.Create(CultureInfo.InvariantCulture, $"    except {t.Seats} for {t.Name}\n")))
            + "  deciding\n    needs " + (life.TwoThirds ? "at least 2/3 of " : "more than half of ") + life.Base
            + "\n    abstention " + abstention + "\n    quorum " + quorum
            + "\n    proxy " + (life.Proxies == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"at most {life.Proxies} other"))
            + "\n    represented " + (life.RepresentedIsThere ? "there" : "not there")
            + "\n    tie " + (life.ChairDecides ? "decided by Chair" : "lost") + "\n    no vote for any town when Arrears is owing\n"
            + "art 2 \"Motions\"\n  procedure Motion for motion\n    opened by any town\n    stage Vote\n      before Council\n      on approval -> Done\n      on rejection -> Lost\n    end Done\n    end Lost\n";
    }

    private static bool IsThere(DelegateLife life, List<Town> towns) => towns.Sum(t => t.There(life.RepresentedIsThere)) >= life.Quorum;

    private static (int Yes, int Against, int Whole) Count(DelegateLife life, List<Town> towns)
    {
        int Votes(string side) => towns.Sum(t => t.Votes.Count(v => v.Side == side));
        var (yes, no, abstain) = (Votes("for"), Votes("against"), Votes("abstaining"));
        var against = no + (life.Abstention == Abstaining.Against ? abstain : 0);
        return (yes, against, life.Base switch { "votes cast" => yes + against, "members" => towns.Sum(t => t.Places), _ => life.Towns.Sum(t => t.Seats) });
    }

    private static bool IsTied(DelegateLife life, List<Town> towns)
    {
        var (yes, against, whole) = Count(life, towns);
        return life.ChairDecides && !life.TwoThirds && yes > 0 && yes == against && 2 * yes == whole;
    }

    private static string End(DelegateLife life, List<Town> towns)
    {
        if (!IsThere(life, towns))
            return "at Vote";
        var (yes, _, whole) = Count(life, towns);
        if (yes > 0 && (life.TwoThirds ? 3 * yes >= 2 * whole : 2 * yes > whole))
            return "Done";
        return IsTied(life, towns) ? "at Vote" : "Lost";
    }
}
