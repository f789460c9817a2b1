using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Laws;

/// <summary>What holds of mandates and of names whatever is done, in whatever order it is entered.</summary>
public sealed partial class MandateLawTests
{
    private static readonly (string Old, string New)[] OtherNames = [("Ash", "Yew"), ("Beech", "Oak"), ("Cedar", "Elder"), ("Dale", "Bay"), ("Elm", "Alder")];

    /// <summary>
    /// Elections, resignations and recalls, for now or for later, of persons and of towns, are entered in any order of their days. On no day are
    /// there more holders than places, and nobody has one place twice or two that are kept apart.
    /// </summary>
    [Fact]
    public void A_place_is_never_held_by_two()
    {
        var held = 0;
        for (var seed = 1; seed <= Trials.Number(400); seed++)
        {
            var chance = new Chance(seed);
            var life = MandateLife.From(chance);
            life = life with { Acts = [.. life.Acts.OrderBy(_ => chance.Below(1_000))] };
            var trial = MandateJudge.Judge(life);
            var federation = FederationReader.Read([SourceText.From("x.charter", trial.Charter), SourceText.From("x.cases", trial.Cases)]);
            ImmutableArray<ClauseSyntax> clauses = [.. federation.Cases.SelectMany(c => c.Clause.Children).Where(c => c.Is("given"))];
            var books = new Rulebooks(federation);
            var acts = new ActReader(books).ReadGivens(clauses, 1, Day.From(federation.Editions[0].From), 0);
            var replay = new Replay(State.Opening(books));
            foreach (var act in acts)
                replay.Step(act);
            var days = acts.SelectMany(a => new[] { a.Done, a.Day ?? a.Done }).SelectMany(d => new[] { d, d + 1, d + 365, d + 731 }).Distinct();
            foreach (var day in days)
                held += Check(replay.State, day, life, trial);
        }

        Assert.True(held > 1_000, "Hardly any place was held.");
    }

    /// <summary>The same federation with towns that are called otherwise, and in another order of the alphabet, comes to the same rulings.</summary>
    [Fact]
    public void Renaming_units_changes_nothing()
    {
        for (var seed = 1; seed <= Trials.Number(150); seed++)
        {
            foreach (var trial in new[]
            {
                MandateJudge.Judge(MandateLife.From(new Chance(seed))), WhoJudge.Judge(WhoLife.From(new Chance(seed))), PollJudge.Judge(PollLife.From(new Chance(seed))),
                CastJudge.Judge(CastLife.From(new Chance(seed))), DelegateJudge.Judge(DelegateLife.From(new Chance(seed))), AnswerJudge.Judge(AnswerLife.From(new Chance(seed))),
                ElectionJudge.Judge(ElectionLife.From(new Chance(seed))),
            })
            {
                var renamed = new Trial(Renamed(trial.Charter), [.. trial.Steps.Select(Renamed)]) { Units = Renamed(trial.Units) };
                Assert.True(renamed.Disagreement() is null, $"seed {seed}\n{renamed.Disagreement()}{renamed}");
            }
        }
    }

    private static int Check(State state, Day day, MandateLife life, Trial trial)
    {
        var book = state.Books.InForceAt(state.At(day));
        var inquiry = new Inquiry(state, book, day, new Readings());
        var all = 0;
        var of = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (kind, name, places) in new[] { (ThingKind.Body, "Board", life.Seats), (ThingKind.Body, "Panel", life.Seats), (ThingKind.Office, "Chair", life.Holders) })
        {
            var holders = inquiry.Mandates.Of(state.Roll.Find(kind, name)).Select(m => m.Holder).ToList();
            Assert.True(holders.Count <= places, $"{holders.Count} hold {name} on {day}, which has {places}\n{trial}");
            Assert.Equal(holders.Count, holders.Distinct().Count());
            of[name] = holders;
            all += holders.Count;
        }

        Assert.True(!life.Apart || !of["Board"].Intersect(of["Panel"]).Any(), $"somebody is in both boards on {day}\n{trial}");
        return all;
    }

    private static string Renamed(string text) => Town().Replace(text, m => Array.Find(OtherNames, n => n.Old == m.Value).New);

    [GeneratedRegex(@"\b(Ash|Beech|Cedar|Dale|Elm)\b", RegexOptions.None, 1000)]
    private static partial Regex Town();
}
