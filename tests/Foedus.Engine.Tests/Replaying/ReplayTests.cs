using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;
using Foedus.Engine.Tests.Cases;

namespace Foedus.Engine.Tests.Replaying;

public sealed class ReplayTests
{
    [Fact]
    public void A_journal_is_ruled_as_it_says()
    {
        var federation = League.With();
        var books = new Rulebooks(federation);
        var reading = new ActReader(books).Read(federation.Journals[0]);
        Assert.Empty(reading.Diagnostics);
        var replayed = Replay.Of(books, reading.Acts);
        Assert.Equal(3, replayed.State.Known);
        Assert.Empty(RulingComparison.Compare(reading.Entries, replayed.Rulings));
    }

    [Fact]
    public void An_act_ruled_otherwise_than_the_journal_says_is_reported_with_both_rulings()
    {
        var federation = League.With(journal: League.Journal.Replace("ruling accepted, by art 4", "ruling refused", StringComparison.Ordinal)
            .Replace("ruling accepted, by art 9", "ruling accepted, by art 3", StringComparison.Ordinal));
        var books = new Rulebooks(federation);
        var reading = new ActReader(books).Read(federation.Journals[0]);
        var problems = RulingComparison.Compare(reading.Entries, Replay.Of(books, reading.Acts).Rulings);
        Assert.Equal(["act 1 was ruled refused; it is ruled accepted", "act 2 is ruled accepted as before, but art 3 is not among the reasons"], problems.Select(p => p.Message));
        Assert.Contains(problems[0].Help, h => h.StartsWith("art 4: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_act_recorded_late_keeps_its_place_in_the_ledger_and_is_ruled_as_of_its_day()
    {
        var federation = League.With();
        var books = new Rulebooks(federation);
        var replayed = Replay.Of(books, new ActReader(books).Read(federation.Journals[0]).Acts);
        Assert.Equal(3, replayed.Rulings[2].Act.Number);
        Assert.Equal(2, replayed.Rulings[2].KnownBefore);
        Assert.Equal(Day.Of(2001, 1, 15), replayed.Rulings[2].Act.Done);
        Assert.Equal(3, replayed.State.SequenceOf(3));
    }

    [Fact]
    public void A_replay_equals_its_steps_and_every_state_on_the_way_equals_a_replay_that_stops_there()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var federation = League.With(journal: Random(seed));
            var books = new Rulebooks(federation);
            var acts = new ActReader(books).Read(federation.Journals[0]).Acts.ToList();
            var whole = Replay.Of(books, acts);
            var steps = new Replay(State.Opening(books));
            for (var i = 0; i < acts.Count; i++)
            {
                Assert.Equal(Shown(whole.Rulings[i]), Shown(steps.Step(acts[i])));
                Assert.Equal(Facts(whole.State.AsKnownAt(i + 1)), Facts(steps.State));
            }

            var half = Replay.Of(books, acts.Take(acts.Count / 2));
            Assert.Equal(Facts(whole.State.AsKnownAt(acts.Count / 2)), Facts(half.State));
        }
    }

    [Fact]
    public void A_journal_printed_and_read_again_gives_the_same_state()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var federation = League.With(journal: Random(seed));
            var books = new Rulebooks(federation);
            var reading = new ActReader(books).Read(federation.Journals[0]);
            var before = Replay.Of(books, reading.Acts.Select(a => a with { Clause = null }));
            var made = reading with { Entries = [.. reading.Entries.Select(e => e with { Act = e.Act with { Clause = null } })] };
            var text = new JournalPrinter(books.Roll).Print(made, "League");

            var again = League.With(journal: text);
            var newBooks = new Rulebooks(again);
            var after = Replay.Of(newBooks, new ActReader(newBooks).Read(again.Journals[0]).Acts);
            Assert.Equal(before.Rulings.Select(Shown), after.Rulings.Select(Shown));
            Assert.Equal(Facts(before.State), Facts(after.State));
        }
    }

    [Fact]
    public void An_open_place_is_settled_by_an_act_that_names_it()
    {
        var charter = League.Charter.Replace("number unspecified (1 | as many as states)", "number left to Council", StringComparison.Ordinal);
        const string journal = "foedus 1\njournal \"T\" of \"League\"\nact 1 2001-01-01 Council settles art 3 President number = 2\nact 2 2001-01-02 Council settles art 3 colour = blue\n";
        var federation = FederationReader.Read([SourceText.From("league.charter", charter), SourceText.From("t.journal", journal)]);
        var books = new Rulebooks(federation);
        var reading = new ActReader(books).Read(federation.Journals[0]);
        Assert.Equal("art 3 number", reading.Entries[0].Act.Place?.Address);
        Assert.Null(reading.Entries[1].Act.Place);
        Assert.Single(reading.Diagnostics);
        var rulings = Replay.Of(books, reading.Acts).Rulings;
        Assert.Equal([Verdict.Accepted, Verdict.Refused], rulings.Select(r => r.Verdict));
    }

    /// <summary>Acts that make sense, and some that do not.</summary>
    private static string Random(int seed)
    {
        var random = new Random(seed);
        string[] who = ["Council", "Court", "Ashland", "Birchland", "Cedarland"];
        string[] things = ["D1", "D2", "D3", "B1", "B2"];
        var lines = new System.Text.StringBuilder("foedus 1\njournal \"T\" of \"League\"\n");
        var day = Day.Of(2001, 1, 1);
        for (var i = 1; i <= 30; i++)
        {
            day += random.Next(-3, 20);
            var (by, of) = (who[random.Next(who.Length)], things[random.Next(things.Length)]);
            var action = random.Next(12) switch
            {
                0 or 1 => $"Council issues {of}, decree",
                2 => $"{by} introduces {of}, law",
                3 => $"{by} appeals {of} to Court",
                4 => $"{by} suspends {of}",
                5 => $"Court annuls {of}",
                6 => $"Council votes on {of}, for {random.Next(7)}, against {random.Next(4)}",
                7 => $"Council publishes {of} in de",
                8 => $"Council publishes {of} in fr",
                9 => $"{by} notifies Council of {of}",
                10 => $"{by} returns inhabitants {random.Next(1000)}",
                _ => $"Council repeals {of}",
            };
            lines.Append("act ").Append(i).Append(' ').Append(day).Append(' ').Append(action).Append('\n');
        }

        return lines.ToString();
    }

    private static string Shown(Ruling ruling)
    {
        var judgment = ruling.Under(AssumptionSet.None);
        return $"{ruling.Act.Number} {judgment.Verdict} {judgment.Outcome} {ruling.KnownBefore} {string.Join("; ", judgment.Grounds.Select(g => g.By?.Citation + ": " + g))} {string.Join("; ", judgment.Needs)}";
    }

    /// <summary>Every fact that shows in some month of the years in question, by name.</summary>
    private static string Facts(State state)
    {
        var facts = new List<string>();
        for (var day = Day.Of(2001, 1, 1); day < Day.Of(2003, 1, 1); day = day.PlusMonths(1))
        {
            var view = state.At(day);
            for (var line = 0; line < state.Store.Lines; line++)
            {
                var sight = view.Look(state.Store.KeyOf(line));
                if (sight.Holds || sight.IsOpen)
                    facts.Add($"{day} {state.Store.KeyOf(line)} {(sight.IsOpen ? "open" : sight.Value)}");
            }
        }

        facts.Sort(StringComparer.Ordinal);
        return string.Join("\n", facts);
    }
}
