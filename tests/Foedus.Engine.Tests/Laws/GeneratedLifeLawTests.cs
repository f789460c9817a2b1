using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Tests.SecondJudge;

namespace Foedus.Engine.Tests.Laws;

/// <summary>What holds of every life of every generated federation.</summary>
public sealed class GeneratedLifeLawTests
{
    private const string First = "edition 1, in force 2024-01-01";

    /// <summary>
    /// One more of those who are meant joins those who act. Where so many at least are asked for, nothing that was accepted is refused for it;
    /// where so many at most, nothing that was refused is accepted for it.
    /// </summary>
    [Fact]
    public void One_more_supporter_never_breaks_a_lower_bound_and_never_meets_an_upper_one()
    {
        var (lower, upper) = (0, 0);
        for (var seed = 1; seed <= Trials.Number(800); seed++)
        {
            var life = WhoLife.From(new Chance(seed));
            if (life.Parties is not [{ Name: null, Set: { Organ: null, Kind: not "member" } set } party] || life.Seconders.Number > 0)
                continue;
            var isUpper = party.How is "at most" or "fewer than";
            foreach (var one in Meant(life, set).Where(t => !life.Doers.Any(d => d.EndsWith(t, StringComparison.Ordinal))))
            {
                var (before, after) = (Verdicts(WhoJudge.Judge(life))[^1], Verdicts(WhoJudge.Judge(life with { Doers = life.Doers.Add(one) }))[^1]);
                if (isUpper ? after.Verdict != Verdict.Accepted : before.Verdict != Verdict.Accepted)
                    continue;
                (lower, upper) = isUpper ? (lower, upper + 1) : (lower + 1, upper);
                Assert.True(before.Verdict == after.Verdict, $"seed {seed}: {before.Verdict} becomes {after.Verdict} with {one}\n{WhoJudge.Judge(life)}");
            }
        }

        Assert.True(lower > 50 && upper > 10, $"{lower} and {upper} were tried");
    }

    /// <summary>A report of more votes than there are voters is not accepted, and of what is cast no voter has more than it has.</summary>
    [Fact]
    public void A_poll_never_counts_more_than_its_electorate()
    {
        var more = 0;
        for (var seed = 1; seed <= Trials.Number(800); seed++)
        {
            var poll = PollLife.From(new Chance(seed));
            if (poll.Numbers.Where(n => !n.Rest).Sum(n => n.Votes) > poll.Seats.Sum())
            {
                var trial = PollJudge.Judge(poll);
                Assert.True(Verdicts(trial)[^1].Verdict == Verdict.Refused, $"seed {seed}\n{trial}");
                more++;
            }

            var cast = CastLife.From(new Chance(seed));
            var rulings = Verdicts(CastJudge.Judge(cast)).Where(r => r.Act.Verb == Verb.Casts && r.Verdict == Verdict.Accepted).ToList();
            foreach (var voter in cast.Towns)
            {
                var all = cast.Weighed == Weighed.OneEach ? 1 : voter.Shares;
                var own = rulings.Where(r => r.Act.By.Length == 1 && r.Books.Roll.NameOf(r.Act.By[0]) == voter.Name).SelectMany(r => r.Act.Tallies);
                Assert.True(own.Aggregate(Counting.Ratio.Zero, (sum, t) => sum + (t.Count ?? Counting.Ratio.One)) <= all, $"seed {seed}: {voter.Name}\n{CastJudge.Judge(cast)}");
            }
        }

        Assert.True(more > 10, $"{more} reports were too large");
    }

    /// <summary>Nothing is accepted in a generated federation without a reason that gives the power for it.</summary>
    [Fact]
    public void Every_accepted_act_has_a_reason_that_gives_the_power()
    {
        var accepted = 0;
        for (var seed = 1; seed <= Trials.Number(120); seed++)
        {
            foreach (var trial in Lives(seed))
            {
                foreach (var ruling in Verdicts(trial).Where(r => !PowerLawTests.Anybody.Contains(r.Act.Verb)))
                {
                    foreach (var branch in ruling.Branches.Where(b => b.Verdict == Verdict.Accepted))
                    {
                        Assert.True(branch.Grounds.Any(g => PowerLawTests.Powers.Contains(g.Message)), $"seed {seed}, {ruling.Act.Verb}: {string.Join("; ", branch.Grounds)}\n{trial}");
                        accepted++;
                    }
                }
            }
        }

        Assert.True(accepted > 500, $"{accepted} acts were accepted");
    }

    /// <summary>The charter of a life follows that of another life, in force for a month before. Nothing of the other shows.</summary>
    [Fact]
    public void No_fact_of_one_edition_shows_in_the_next()
    {
        for (var seed = 1; seed <= Trials.Number(80); seed++)
        {
            foreach (var (own, other) in Lives(seed).Zip(Lives(seed + 1_000_000)))
            {
                var later = own with { Charter = own.Charter.Replace(First, "edition 2, in force 2024-01-01", StringComparison.Ordinal) };
                var earlier = other.Charter.Replace(First, "edition 1, in force 2023-12-01", StringComparison.Ordinal);
                var (alone, after) = (Verdicts(own), Verdicts(later, earlier));
                Assert.True(alone.Select(r => r.Verdict).SequenceEqual(after.Select(r => r.Verdict)),
                    $"seed {seed}: {string.Join(' ', alone.Select(r => r.Verdict))} became {string.Join(' ', after.Select(r => r.Verdict))}\n--- earlier.charter\n{earlier}{later}");
            }
        }
    }

    private static IEnumerable<string> Meant(WhoLife life, WhoSet set) => set.Kind == "guild" ? life.Guilds
        : life.Towns.Where(t => (set.Of is null || t.Region == set.Of) && t.Name != set.Except).Select(t => t.Name);

    private static Trial[] Lives(int seed) =>
    [
        WhoJudge.Judge(WhoLife.From(new Chance(seed))), PollJudge.Judge(PollLife.From(new Chance(seed))), CastJudge.Judge(CastLife.From(new Chance(seed))),
        AnswerJudge.Judge(AnswerLife.From(new Chance(seed))), MandateJudge.Judge(MandateLife.From(new Chance(seed))), ClockJudge.Judge(ClockLife.From(new Chance(seed))),
        DelegateJudge.Judge(DelegateLife.From(new Chance(seed))), ElectionJudge.Judge(ElectionLife.From(new Chance(seed))),
    ];

    /// <summary>The rulings on the acts of a life.</summary>
    private static List<Ruling> Verdicts(Trial trial, string? earlier = null)
    {
        var files = new List<SourceText> { SourceText.From("x.charter", trial.Charter), SourceText.From("x.cases", trial.Cases) };
        if (trial.Units.Length > 0)
            files.Add(SourceText.From("units.csv", trial.Units));
        if (earlier is not null)
            files.Add(SourceText.From("earlier.charter", earlier));
        var federation = FederationReader.Read(files);
        ImmutableArray<ClauseSyntax> clauses = [.. federation.Cases.SelectMany(c => c.Clause.Children).Where(c => c.Is("given") || c.Is("start"))];
        var books = new Rulebooks(federation);
        var acts = new ActReader(books).ReadGivens(clauses, 1, Day.From(new NodaTime.LocalDate(2024, 1, 1)), 0);
        var replay = new Replay(State.Opening(books));
        return [.. acts.Select(replay.Step)];
    }
}
