using System.Globalization;
using System.Text;
using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Standing;
using Foedus.Engine.Tests.Acts;
using Foedus.Engine.Tests.Cases;

namespace Foedus.Engine.Tests.Replaying;

/// <summary>Acts that nobody would do, on every worked example: the engine rules on each and never fails.</summary>
public sealed class HostileJournalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("union-1922")]
    [InlineData("us-congress")]
    [InlineData("swiss-confederation")]
    [InlineData("union-confederation")]
    [InlineData("eu-council")]
    public void No_act_makes_the_engine_fail(string? example)
    {
        var federation = example is null ? League.With() : FederationFolder.Read(Examples.Folder(example));
        var random = new Random(19221230);
        for (var round = 0; round < 4; round++)
        {
            var books = new Rulebooks(federation);
            var tree = SyntaxTree.Parse(SourceText.From("hostile.journal", "foedus 1\njournal \"T\" of \"C\"\n" + Acts(federation, random)));
            var reading = new ActReader(books).Read(tree.ClausesOf("act"));
            Assert.True(reading.Entries.Length > 60, string.Join("\n", tree.Diagnostics.Take(5)));
            var replay = new Replay(State.Opening(books));
            foreach (var act in reading.Acts)
            {
                var judgment = replay.Step(act).Under(AssumptionSet.None);
                Assert.All(judgment.Grounds, g => Assert.NotEmpty(g.ToString()));
                Assert.True(judgment.Verdict != Verdict.Refused || judgment.Grounds.Length > 0, "a refusal without a reason: " + act);
            }

            var day = reading.Entries[^1].Act.Done;
            foreach (var thing in reading.Acts.Select(a => a.Object).Where(o => o >= 0).Distinct().ToList())
            {
                Assert.NotEmpty(InstrumentStanding.Of(replay.State, thing, day, AssumptionSet.None).Possible);
                Assert.NotEmpty(MatterStanding.Of(replay.State, thing, day, AssumptionSet.None).Possible);
                Assert.NotEmpty(MatterStanding.Due(replay.State, thing, day, AssumptionSet.None).Possible);
                Assert.NotEmpty(PublicationStanding.Of(replay.State, thing, day, AssumptionSet.None).Possible);
                Assert.False(MatterStanding.WaitsFor(replay.State, thing, day).IsDefault);
            }
        }
    }

    /// <summary>Lines of every verb with names of the federation, and names that nobody has, put in at random.</summary>
    private static string Acts(Federation federation, Random random)
    {
        var edition = federation.Editions[^1];
        string[] actors =
        [
            .. edition.Bodies.Where(b => b.EachOf is null).Select(b => b.Name), .. edition.Bodies.Where(b => b.EachOf is not null).Select(b => b.Name + " of " + Unit()),
            .. edition.Offices.Select(o => o.ToString().Replace(" of each ", " of ", StringComparison.Ordinal)).Where(o => !o.Contains(' ', StringComparison.Ordinal)),
            Unit(), Unit(), "electors", "member of " + edition.Bodies[0].Name, "Nobody",
        ];
        string[] things = ["D1", "D2", "M1", "M2", Unit(), edition.Bodies[0].Name, "Petrov"];
        string[] sorts = [.. edition.Instruments.Select(i => i.Name), .. edition.Procedures.SelectMany(p => p.Kinds), "decree", "nonsense"];
        var day = Day.Of(2024, 1, 1);
        var text = new StringBuilder();
        for (var number = 1; number <= 160; number++)
        {
            day += random.Next(-5, 30);
            var line = VerbSamples.All[random.Next(VerbSamples.All.Count)].Line;
            var words = line.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                var bare = words[i].TrimEnd(',');
                var other = bare switch
                {
                    "D1" or "M1" or "D2" or "M2" => things[random.Next(things.Length)],
                    "Ukraine" or "Russia" => i == 0 ? actors[random.Next(actors.Length)] : Unit(),
                    "Congress" or "Council" => i == 0 ? actors[random.Next(actors.Length)] : edition.Bodies[random.Next(edition.Bodies.Count)].Name,
                    "decree" or "decision" => sorts[random.Next(sorts.Length)],
                    "Secretary" => edition.Offices.Count > 0 ? edition.Offices[random.Next(edition.Offices.Count)].Name : bare,
                    "inhabitants" => edition.Measures.Count > 0 ? edition.Measures[random.Next(edition.Measures.Count)].Name : bare,
                    "Opinion" => edition.Facts.Count > 0 ? edition.Facts[random.Next(edition.Facts.Count)].Name : bare,
                    "Bill" => edition.Procedures.Count > 0 ? edition.Procedures[random.Next(edition.Procedures.Count)].Name : bare,
                    _ => bare,
                };
                words[i] = words[i].EndsWith(',') ? other + "," : other;
            }

            text.Append(CultureInfo.InvariantCulture, $"act {number} {day} ").AppendJoin(' ', words).Append('\n');
        }

        return text.ToString();

        string Unit()
        {
            var units = edition.Parties.Select(p => p.Name).Concat(federation.Register.Units.Select(u => u.Name)).Distinct(StringComparer.Ordinal).ToList();
            return units.Count == 0 ? "Utopia" : units[random.Next(units.Count)];
        }
    }
}
