using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Bench.Engine;

/// <summary>
/// Times a large body: a vote reported by name, and votes cast one by one until the last closes the poll. Exit code 1 if one takes longer
/// than it may. The times are the processor's, so that what else the machine does counts little.
/// </summary>
public static class RollCallTimes
{
    /// <summary>Milliseconds for a report of 10,000 names.</summary>
    public const double MostForReport = 5;

    /// <summary>Microseconds for each of 10,000 casts, to rule and to record.</summary>
    public const double MostForCast = 20;

    private const int Rounds = 41;

    private static readonly Day Begun = Day.Of(2024, 1, 2);

    private static readonly (string Name, string Seats, string Rule, bool Named, int Barred)[] Bodies =
    [
        ("one seat for each club", "seats 1 per club\n    chosen by each club", "", false, 0),
        ("the same with a line `no vote`, nobody barred", "seats 1 per club\n    chosen by each club", "no vote for any club when Arrears is owing", false, 0),
        ("the same, three clubs barred", "seats 1 per club\n    chosen by each club", "no vote for any club when Arrears is owing", false, 3),
        ("the same in each region", "seats 1 per club\n    chosen by each club", "needs more than half of members, in each region", false, 0),
        ("persons, elected", "seats {0}\n    chosen by each club", "", true, 0),
    ];

    public static int Run(int voters, TextWriter output)
    {
        var code = 0;
        foreach (var body in Bodies)
        {
            // Warm: what is measured is the code as it runs in the end.
            Report(body, Math.Max(1, voters / 10), 400, out _);
            Cast(body, voters, out _);
        }

        Thread.Sleep(500);
        foreach (var body in Bodies)
        {
            var report = Report(body, voters, Rounds, out var carried);
            var cast = double.MaxValue;
            var ended = Outcome.None;
            for (var round = 0; round < 3; round++)
                cast = Math.Min(cast, Cast(body, voters, out ended));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{voters:N0} voters, {body.Name}: reported by name in {report:N2} ms of the processor, the median of {Rounds} ({carried}); {cast:N1} us a cast, the least of 3 rounds ({ended})"));
            if (carried != Outcome.Carried || ended != Outcome.Carried || report > MostForReport * Math.Max(1, voters / 10_000.0) || cast > MostForCast)
                code = 1;
        }

        return code;
    }

    private static double Report((string Name, string Seats, string Rule, bool Named, int Barred) body, int voters, int rounds, out Outcome result)
    {
        var (state, roll, next) = Begin(body, voters);
        var half = (voters * 2) / 3;
        var act = new Act(next, Begun + 1, Verb.Votes, [state.Roll.Add(ThingKind.Body, "Congress")])
        {
            Object = state.Roll.Find(ThingKind.Matter, "Plan"),
            Tallies = [new Tally(Side.For, null, [.. roll.Take(half)], false), new Tally(Side.Against, null, [.. roll.Skip(half)], false)],
        };
        var times = new List<double>();
        result = Outcome.None;
        for (var round = 0; round < rounds; round++)
        {
            var busy = Environment.CpuUsage.TotalTime;
            result = Judge.Rule(state, act).Branches[0].Outcome;
            times.Add((Environment.CpuUsage.TotalTime - busy).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static double Cast((string Name, string Seats, string Rule, bool Named, int Barred) body, int voters, out Outcome last)
    {
        var (state, roll, next) = Begin(body, voters);
        var plan = state.Roll.Find(ThingKind.Matter, "Plan");
        last = Outcome.None;
        var busy = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < roll.Length; i++)
        {
            var ruling = Judge.Rule(state, new Act(next++, Begun + 1, Verb.Casts, [roll[i]])
            {
                Object = plan,
                Tallies = [new Tally(i % 3 == 2 ? Side.Against : Side.For, Ratio.One, [], false)],
            });
            last = ruling.Branches[0].Outcome;
            if (ruling.Verdict != Verdict.Accepted)
                return double.MaxValue;
            state = state.Record(ruling);
        }

        busy = Environment.CpuUsage.TotalTime - busy;
        return busy.TotalMicroseconds / roll.Length;
    }

    /// <summary>The federation on the day of the vote: the matter is before the body, the members are there, some are barred.</summary>
    private static (State State, ImmutableArray<int> Voters, int Next) Begin((string Name, string Seats, string Rule, bool Named, int Barred) body, int voters)
    {
        var register = new StringBuilder("unit,kind,within,link,from,until,name,source\nNorth,region,,,,,,bench\nSouth,region,,,,,,bench\n");
        for (var i = 0; i < voters; i++)
            register.Append(CultureInfo.InvariantCulture, $"Club-{i},club,{(i % 2 == 0 ? "North" : "South")},,,,,bench\n");
        var text = $"""
            foedus 1
            charter "Congress"
            edition 1, in force 2024-01-01
            kind region
            kind club in region
            fact Arrears by Clerk, owing or paid
            art 1 "Congress"
              body Congress
                {string.Format(CultureInfo.InvariantCulture, body.Seats, voters)}
                term 9 years
                deciding
                  {(body.Rule.StartsWith("needs", StringComparison.Ordinal) ? "" : "needs more than half of votes cast")}
                  {body.Rule}
                  abstention not counted
                  quorum at least half of members
                  tie lost
              office Clerk
                chosen by Congress
                term 9 years
            art 2 "Plans"
              procedure Planning for plan
                opened by any club
                stage Vote
                  before Congress
                  on approval -> Done
                  on rejection -> Dropped
                end Done
                end Dropped
            """;
        var federation = FederationReader.Read([SourceText.From("bench.charter", text), SourceText.From("units.csv", register.ToString())]);
        if (federation.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(DiagnosticRenderer.Text(error));
        var books = new Rulebooks(federation);
        var state = State.Opening(books);
        var roll = books.Roll;
        var number = 0;
        ImmutableArray<int> clubs = [.. Enumerable.Range(0, voters).Select(i => roll.Find(ThingKind.Unit, string.Create(CultureInfo.InvariantCulture, $"Club-{i}")))];
        void Do(Day day, Verb verb, int by, Func<Act, Act> with)
        {
            var ruling = Judge.Rule(state, with(new Act(++number, day, verb, [by])));
            if (ruling.Verdict != Verdict.Accepted)
                throw new InvalidOperationException(verb + " is not accepted");
            state = state.Record(ruling);
        }

        var congress = roll.Add(ThingKind.Body, "Congress");
        var sitting = clubs;
        if (body.Named)
        {
            sitting = [.. Enumerable.Range(0, voters).Select(i => roll.Add(ThingKind.Person, string.Create(CultureInfo.InvariantCulture, $"P-{i}")))];
            for (var i = 0; i < voters; i++)
                Do(Begun, Verb.Elects, clubs[i], a => a with { Object = sitting[i], Other = congress });
        }

        for (var i = 0; i < body.Barred; i++)
            Do(Begun, Verb.States, roll.Add(ThingKind.Office, "Clerk"), a => a with { Object = clubs[i], Sort = "Arrears", Text = "owing" });
        Do(Begun, Verb.Introduces, clubs[^1], a => a with { Object = roll.Add(ThingKind.Matter, "Plan"), Sort = "plan" });
        return (state, [.. sitting.Skip(body.Named ? 0 : body.Barred)], number + 1);
    }
}
