using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Acts;

public sealed class ActReaderTests
{
    [Fact]
    public void Every_action_of_the_table_is_a_verb_and_every_verb_is_tried_here()
    {
        var cases = FormTable.Default.Phrase("action")!.Cases.Select(c => c.Name).ToList();
        Assert.All(cases, c => Assert.True(VerbNames.TryFind(c, out _), c));
        var verbs = Enum.GetValues<Verb>().Where(v => v is not (Verb.Starts or Verb.Lapses)).ToList();
        Assert.Equal(cases.Order(StringComparer.Ordinal), verbs.Select(VerbNames.Of).Order(StringComparer.Ordinal));
        Assert.Equal(verbs.Order(), VerbSamples.All.Select(s => s.Verb).Distinct().Order());
    }

    [Fact]
    public void Every_verb_is_read_and_its_canonical_line_reads_as_the_same_act()
    {
        var books = SmallUnion.Books();
        var printer = new ActPrinter(books.Roll);
        foreach (var (verb, line) in VerbSamples.All)
        {
            var act = SmallUnion.Read(books, VerbSamples.Before + "act 4 1923-08-01 " + line + "\n").Entries[^1].Act;
            Assert.Equal(verb, act.Verb);
            Assert.Equal(line, printer.Action(act));
            var canonical = printer.Line(act with { Clause = null });
            var again = SmallUnion.Read(books, VerbSamples.Before + canonical + "\n").Entries[^1].Act;
            Assert.Equal(Fields(act), Fields(again));
        }
    }

    [Fact]
    public void Names_stand_for_what_the_charter_declares()
    {
        var books = SmallUnion.Books();
        var roll = books.Roll;
        Assert.Equal((ThingKind.Body, "Council"), Kind(roll, By(books, "Council records \"x\"")));
        Assert.Equal((ThingKind.Office, "Secretary"), Kind(roll, By(books, "Secretary records \"x\"")));
        Assert.Equal((ThingKind.Unit, "Ukraine"), Kind(roll, By(books, "Ukraine records \"x\"")));
        Assert.Equal((ThingKind.Electors, "electors"), Kind(roll, By(books, "elector records \"x\"")));
        var electors = By(books, "electors of Ukraine records \"x\"");
        Assert.Equal("Ukraine", roll[roll[electors].Of].Name);
        var member = By(books, "member of Council records \"x\"");
        Assert.Equal(ThingKind.Member, roll[member].Kind);
        Assert.Equal("member of Council", roll.NameOf(member));
    }

    [Fact]
    public void A_misspelt_name_gets_a_proposal_and_the_act_is_still_read()
    {
        var reading = SmallUnion.Read(SmallUnion.Books(), "act 1 1923-01-01 Councill issues D1, decre on trade\nact 2 1923-01-02 Ukrane appeals D11 to Congres\n");
        Assert.Equal(2, reading.Entries.Length);
        Assert.Equal(
            ["FD0501", "FD0506", "FD0501", "FD0508", "FD0501"],
            reading.Diagnostics.Select(d => d.Descriptor.Number));
        Assert.Equal(
            ["did you mean `Council`?", "did you mean `decree`?", "did you mean `Ukraine`?", "did you mean `D1`?", "did you mean `Congress`?"],
            reading.Diagnostics.SelectMany(d => d.Help));
    }

    [Fact]
    public void A_matter_used_before_it_is_introduced_is_the_matter_that_is_introduced()
    {
        var reading = SmallUnion.Read(SmallUnion.Books(), "act 1 1923-01-01 Council agrees on M1\nact 2 1923-01-02 Council introduces M1\n");
        Assert.Equal(["FD0509"], reading.Diagnostics.Select(d => d.Descriptor.Number));
        Assert.Equal(reading.Entries[1].Act.Object, reading.Entries[0].Act.Object);
    }

    [Fact]
    public void A_unit_is_one_thing_before_and_after_its_admission()
    {
        var reading = SmallUnion.Read(SmallUnion.Books(), "act 1 1923-01-01 Congress finds \"eligible\" of Khorezm\nact 2 1923-01-02 Congress admits Khorezm as republic\nact 3 1923-01-03 Khorezm returns inhabitants 5\n");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(reading.Entries[1].Act.Object, reading.Entries[0].Act.Object);
        Assert.Equal(reading.Entries[1].Act.Object, reading.Entries[2].Act.By[0]);
    }

    [Fact]
    public void The_order_of_numbers_and_days_is_watched()
    {
        var reading = SmallUnion.Read(SmallUnion.Books(), """
            act 2 1923-02-01 Council records "a"
            act 1 1923-02-02 Council records "b"
            act 2 1923-02-03 Council records "c"
            act 3 1923-01-01 Council records "late, and nobody says so"
            act 4 1922-12-31 Council records "late, and said so"
              entered 1923-03-01
            act 5 1923-03-02 Council records "early"
              entered 1923-03-01
            act 6 1923-04-01 Council corrects act 9
            act 7 1923-06 Council records "in June"

            """);
        Assert.Equal(
            ["FD0521", "FD0522", "FD0523", "FD0524", "FD0527", "FD0520"],
            reading.Diagnostics.Select(d => d.Descriptor.Number));
        Assert.Equal(Day.Of(1923, 3, 1), reading.Entries[4].Entered);
        Assert.Equal(Day.Of(1923, 6, 1), reading.Entries[^1].Act.Done);
    }

    [Fact]
    public void Figures_of_any_size_are_read_and_a_line_whose_number_is_too_large_is_left_out()
    {
        const string huge = "99_999_999_999_999_999_999_999";
        var reading = SmallUnion.Read(SmallUnion.Books(), $"act {huge} 1923-02-01 Ukraine returns inhabitants 5\nact 2 1923-02-01 Ukraine returns inhabitants {huge}\nact 3 1923-02-01 Council elects {huge} Council\n");
        Assert.Equal("99999999999999999999999", Assert.Single(reading.Entries).Act.Low.ToString());
        Assert.Equal(["FD0525", "FD0525"], reading.Diagnostics.Select(d => d.Descriptor.Number));
    }

    [Fact]
    public void Of_two_acts_with_one_number_the_second_is_left_out()
    {
        var reading = SmallUnion.Read(SmallUnion.Books(), "act 2 1923-02-01 Ukraine returns inhabitants 5\nact 2 1923-02-01 Ukraine returns inhabitants 6\n");
        Assert.Equal("5", Assert.Single(reading.Entries).Act.Low.ToString());
        Assert.Equal(["FD0522"], reading.Diagnostics.Select(d => d.Descriptor.Number));
    }

    [Fact]
    public void A_journal_printed_and_read_again_is_the_same_journal()
    {
        var books = SmallUnion.Books();
        var reading = SmallUnion.Read(books, """
            act 1 1923-02-01 Council issues D1, decree on trade
              source "file 1"
              source "file 2"
              quality "count not given"
              note "a remark"
              because "it was needed"
              ruling accepted, by art 1 and unsaid, needing "a finding", assuming A1 and A2
            act 2 1923-01-01 Ukraine appeals D1
              entered 1923-02-02
              claimed by "the author" on 1923-02-03
              ruling refused

            """);
        var printer = new JournalPrinter(books.Roll);
        var text = printer.Print(reading, "C");
        var tree = SyntaxTree.Parse(SourceText.From("again.journal", text));
        Assert.Empty(tree.Diagnostics);
        var again = new ActReader(books).Read([.. tree.ClausesOf("act")], reading.Title);
        Assert.Equal(text, printer.Print(again, "C"));
        Assert.Equal(reading.Entries.Select(e => Fields(e.Act)), again.Entries.Select(e => Fields(e.Act)));
        Assert.Equal(["art 1", "unsaid"], again.Entries[0].Expected!.Why.By);
        Assert.Equal(Day.Of(1923, 2, 3), again.Entries[1].ClaimedOn);
    }

    [Fact]
    public void No_journal_makes_the_reader_fail()
    {
        string[] words =
        [
            "act", "1", "2", "99999999999999999999", "1923-01-01", "1923-02-30", "1923-06", "Council", "Congress", "Ukraine", "of", "and", "issues", "votes", "on", "for",
            "against", "the", "rest", "M1", "D1", ",", "decree", "finds", "\"text\"", "\"open", "settles", "art", "6", "method", "=", "returns", "inhabitants", "between", "1/0", "½",
            "demands", "session", "seconded", "by", "member", "electors", "to", "as", "admits", "corrects", "entered", "ruling", "accepted", "\n", "\n  ", "\n\t", "(", ")", ":", ";", "\u0000", "Ω", "-5",
        ];
        var books = SmallUnion.Books();
        var random = new Random(19221230);
        var acts = 0;
        for (var round = 0; round < 150; round++)
        {
            var text = new System.Text.StringBuilder();
            for (var i = 0; i < 60; i++)
            {
                // A lawful line now and then, with some of its words replaced.
                if (random.Next(6) == 0)
                {
                    var line = VerbSamples.All[random.Next(VerbSamples.All.Count)].Line.Split(' ');
                    if (random.Next(2) == 0)
                        line[random.Next(line.Length)] = words[random.Next(words.Length)];
                    text.Append("\nact ").Append(random.Next(5)).Append(" 1923-0").Append(random.Next(1, 9)).Append("-01 ").AppendJoin(' ', line).Append('\n');
                }
                else
                {
                    text.Append(words[random.Next(words.Length)]).Append(' ');
                }
            }

            var tree = SyntaxTree.Parse(SourceText.From("hostile.journal", text.ToString()));
            var reading = new ActReader(books).Read(tree.ClausesOf("act"));
            var printer = new ActPrinter(books.Roll);
            foreach (var act in reading.Acts)
            {
                acts++;
                Assert.NotEmpty(printer.Canonical(act));
            }

            Assert.All(reading.Diagnostics, d => Assert.NotEmpty(d.Message));
        }

        Assert.True(acts > 300);
    }

    [Fact]
    public void Every_message_has_a_number_of_the_journal()
    {
        var mine = DiagnosticCatalogue.In(typeof(JournalDiagnostics).Assembly);
        Assert.NotEmpty(mine);
        Assert.All(mine, d => Assert.StartsWith("FD05", d.Number, StringComparison.Ordinal));
        Assert.Equal(mine.Length, mine.Select(d => d.Number).Distinct(StringComparer.Ordinal).Count());
    }

    private static int By(Rules.Rulebooks books, string action) => SmallUnion.Read(books, "act 1 1923-01-01 " + action + "\n").Entries[0].Act.By[0];

    private static (ThingKind, string) Kind(Roll roll, int thing) => (roll[thing].Kind, roll[thing].Name);

    /// <summary>All that an act holds but for its clause, for comparison.</summary>
    internal static string Fields(Act act) => string.Join(
        " | ",
        act.Number, act.Done, act.Verb, string.Join(",", act.By), act.Object, act.Other, act.Unit, act.Sort, act.Topic, act.Text, act.Low, act.High, act.Restates, act.Count,
        act.Seconders, act.Day, act.Span, string.Join(",", act.Tallies.Select(t => $"{t.Side} {t.Count} {t.Measure} {t.Rest} {string.Join("+", t.Units)}")),
        string.Join(",", act.Shares), string.Join(",", act.Words), string.Join(",", act.Things), string.Join(",", act.Into), act.Standing, string.Join(",", act.Articles), act.Place, act.Reading, act.Entered, act.UnderEdition);
}
