using System.Text;
using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Ballots;

public class BallotFileTests
{
    private const string Small = """
        # a comment
        4 2          # four candidates, two seats
        -3
        3 1 3 4 0
        2 2=1 - 4 0
        (A 7) 4 0
        3 1 3 4 0
        5 0
        0
        "Ann" "Bert"
        "Cle\"o"
        "Dora"  # names may share a line
        "Board, 2020"
        "a remark that nobody counts"
        and more of it
        """;

    [Fact]
    public void A_BLT_file_is_read_with_weights_equal_and_left_out_ranks_withdrawn_and_blank()
    {
        var contest = Read(BallotFormat.Blt, Small).Contest!;
        Assert.Equal("Board, 2020", contest.Title);
        Assert.Equal(2, contest.Seats);
        Assert.Equal(["Ann", "Bert", "Cle\"o", "Dora"], contest.Candidates.Select(c => c.Name));
        Assert.Equal([false, false, true, false], contest.Candidates.Select(c => c.Withdrawn));
        Assert.Equal(
            [RankedBallot.Strict(6, 0, 2, 3), new RankedBallot(2, [[1, 0], [], [3]]), RankedBallot.Strict(1, 3)],
            contest.Ballots);
        Assert.Equal(5, contest.Invalid.Blank);
        Assert.Equal(9, contest.Total);
    }

    [Theory]
    [InlineData("", 0, "The file is empty.")]
    [InlineData("3\n", 1, "The first line says how many candidates and how many seats there are, for instance: 5 2")]
    [InlineData("3 0\n1 1 0\n0\n\"A\"\n\"B\"\n\"C\"\n", 1, "There are 0 seats; a contest fills at least one.")]
    [InlineData("0 1\n0\n", 1, "There are 0 candidates; expected 1 to 1000000.")]
    [InlineData("3 1\n1.5 1 0\n0\n\"A\"\n\"B\"\n\"C\"\n", 2, "'1.5' is no count of papers.")]
    [InlineData("3 1\n2 1 0\n\"A\"\n\"B\"\n\"C\"\n", 3, "A name stands before the 0 that ends the ballots.")]
    [InlineData("3 1\n2 1 0\n0\n\"A\"\n\"B\"\n", 0, "There are 3 candidates and 2 names.")]
    [InlineData("3 1\n2 1 0\n-2\n0\n\"A\"\n\"B\"\n\"C\"\n", 3, "Withdrawn candidates stand before the ballots.")]
    [InlineData("3 1\n[tie 1 2 3]\n0\n\"A\"\n\"B\"\n\"C\"\n", 2, "Options in brackets are not part of the format; write a withdrawn candidate as a negative number.")]
    public void A_bad_BLT_file_is_refused_with_line_and_reason(string text, long line, string reason)
    {
        var reading = Read(BallotFormat.Blt, text);
        Assert.False(reading.IsSound);
        Assert.Equal(new BallotFileFault(line, reason), reading.Faults[0]);
    }

    [Theory]
    [InlineData("2 1 5 0", "There is no candidate 5; they are 1 to 3.")]
    [InlineData("2 1 2 1 0", "The ballot ranks candidate 1 twice.")]
    [InlineData("2 1 2", "The ballot does not end with 0.")]
    [InlineData("2 1 x 0", "'x' is no candidate's number.")]
    [InlineData("2 1= 0", "'1=' is no candidate's number.")]
    public void A_paper_that_cannot_be_read_is_set_aside_with_its_line(string paper, string reason)
    {
        var contest = Read(BallotFormat.Blt, $"3 1\n{paper}\n4 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n").Contest!;
        Assert.Equal([new InvalidBallotCount("line 2: " + reason, 2)], contest.Invalid.Reasons);
        Assert.Equal([RankedBallot.Strict(4, 2)], contest.Ballots);
    }

    [Theory]
    [InlineData("Ann LEE (Grn)\nBo RAY\nWard 1\n", "Ann LEE (Grn)", "Bo RAY", "Ward 1")]
    [InlineData("Ann LEE,\nBo,RAY\nWard 1 - Hill,\n", "Ann LEE", "Bo,RAY", "Ward 1 - Hill")]
    [InlineData("\"Ann LEE\" \"Green Party\"\n\"Bo RAY\" \"Red\"\n\"Ward 1\"\n", "Ann LEE (Green Party)", "Bo RAY (Red)", "Ward 1")]
    [InlineData("\"Ann LEE \"\"Green Party\"\"\"\n\"Bo RAY \"\"Red\"\"\"\nWard 1\n", "Ann LEE (Green Party)", "Bo RAY (Red)", "Ward 1")]
    [InlineData("\"\"\"Ann LEE\"\" \"\"Green Party\"\"\"\n\"\"\"Bo RAY\"\"\"\n\"\"\"Ward 1\"\"\"\n", "Ann LEE (Green Party)", "Bo RAY", "Ward 1")]
    [InlineData("# ALTERNATIVE NAME 2: Bo RAY\n# ALTERNATIVE NAME 1: Ann LEE\nWard 1", "Ann LEE", "Bo RAY", "Ward 1")]
    [InlineData("\"Ann \"Nan\" LEE\"\n\"Bo RAY\n\"Ward 1\"\n", "Ann \"Nan\" LEE", "Bo RAY", "Ward 1")]
    [InlineData("\"Ann LEE\" \"Bo RAY\" \"Ward 1\"\n", "Ann LEE", "Bo RAY", "Ward 1")]
    [InlineData("Ann LEE\nBo RAY\n", "Ann LEE", "Bo RAY", null)]
    public void Names_are_read_as_they_are_published(string names, string first, string second, string? title)
    {
        var contest = Read(BallotFormat.Blt, "2 1,\n3 1 2 0,\n0\n" + names).Contest!;
        Assert.Equal((first, second, title), (contest.Candidates[0].Name, contest.Candidates[1].Name, contest.Title));
    }

    [Fact]
    public void PrefLib_orders_that_are_numbered_from_0_are_read()
    {
        const string text = "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 0: Ann\n# ALTERNATIVE NAME 1: Bo\n3: 1,0\n";
        var contest = Read(BallotFormat.PrefLib, text).Contest!;
        Assert.Equal([RankedBallot.Strict(3, 1, 0)], contest.Ballots);
        Assert.Equal(["Ann", "Bo"], contest.Candidates.Select(candidate => candidate.Name));
        Assert.Equal("There is no alternative 2; they are 0 to 1.", Read(BallotFormat.PrefLib, text.Replace("NAME 1", "NAME 2", StringComparison.Ordinal)).Faults[0].Reason);
    }

    [Fact]
    public void Every_fault_is_found_in_one_reading_and_the_many_are_counted()
    {
        var text = "2 1\n" + string.Concat(Enumerable.Repeat("x 1 0\n", 250)) + "0\n\"A\"\n\"B\"\n";
        var reading = Read(BallotFormat.Blt, text);
        Assert.Equal(100, reading.Faults.Length);
        Assert.Equal(150, reading.MoreFaults);
        Assert.Equal(Enumerable.Range(2, 100).Select(line => (long)line), reading.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public void Candidates_without_end_and_lines_without_end_are_refused()
    {
        Assert.Equal("There are 999999999999 candidates; expected 1 to 1000000.", Read(BallotFormat.Blt, "999999999999 1\n").Faults[0].Reason);
        Assert.Contains("The line is longer than", Read(BallotFormat.Blt, "2 1\n" + new string('1', 5_000_000)).Faults[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(ContestFaultKind.NoSuchCandidate, Fault([new Candidate("A")], RankedBallot.Strict(1, 1)).Kind);
        Assert.Equal(ContestFaultKind.CandidateTwice, Fault([new Candidate("A")], RankedBallot.Strict(1, 0, 0)).Kind);
        Assert.Equal(ContestFaultKind.CountBelowOne, Fault([new Candidate("A")], RankedBallot.Strict(0, 0)).Kind);
        Assert.Equal(ContestFaultKind.NobodyRanked, Fault([new Candidate("A")], RankedBallot.Strict(1)).Kind);

        static ContestFault Fault(Candidate[] people, RankedBallot ballot)
        {
            Assert.False(Contest.TryCreate(null, [.. people], 1, [ballot], null, out _, out var faults));
            return faults[0];
        }
    }

    [Fact]
    public void PrefLib_orders_are_read_and_held_against_their_header()
    {
        const string text = """
            # FILE NAME: 00001-00000001.toi
            # TITLE: Choir
            # DATA TYPE: toi
            # NUMBER ALTERNATIVES: 4
            # NUMBER VOTERS: 10
            # NUMBER UNIQUE ORDERS: 2
            # ALTERNATIVE NAME 1: Ann
            # ALTERNATIVE NAME 2: Bert
            # ALTERNATIVE NAME 3: Cleo
            # ALTERNATIVE NAME 4: Dora
            7: 1,{2,3},4
            3: 4
            """;
        var contest = Read(BallotFormat.PrefLib, text).Contest!;
        Assert.Equal([new RankedBallot(7, [[0], [1, 2], [3]]), RankedBallot.Strict(3, 3)], contest.Ballots);
        Assert.Equal("Choir", contest.Title);
        Assert.Equal("The header says 10 voters; the orders have 12.", Read(BallotFormat.PrefLib, text.Replace("3: 4", "5: 4", StringComparison.Ordinal)).Faults[0].Reason);
        var strict = Read(BallotFormat.PrefLib, text.Replace("toi\n# NUMBER", "soc\n# NUMBER", StringComparison.Ordinal));
        Assert.Equal(
            [
                new BallotFileFault(11, "The order has equal alternatives; the data type soc has none."),
                new BallotFileFault(12, "The order leaves alternatives out; the data type soc leaves none."),
            ],
            strict.Faults);
    }

    [Fact]
    public void PrefLib_orders_with_the_header_of_before_are_read_and_held_against_it()
    {
        const string text = "4\n1,Ann\n2, Bert, of the hill\n3,Cleo\n4,Dora\n10,10,2\n7,1,{2,3},4\n3,4\n";
        var contest = Read(BallotFormat.PrefLib, text).Contest!;
        Assert.Equal([new RankedBallot(7, [[0], [1, 2], [3]]), RankedBallot.Strict(3, 3)], contest.Ballots);
        Assert.Equal(["Ann", "Bert, of the hill", "Cleo", "Dora"], contest.Candidates.Select(candidate => candidate.Name));

        Refuses("3,Cleo", "7,Cleo", 4, "There is no alternative 7; they are 1 to 4.");
        Refuses("3,4\n", "# TITLE: Choir\n3,4\n", 8, "A line '# KEY: value' stands in a file that begins with the number of alternatives.");
        Refuses("3,Cleo", "2,Cleo", 4, "Alternative 2 is named twice.");
        Refuses("3,Cleo", "Cleo", 4, "A number, a comma and the name of an alternative are expected, for instance: 1,Ann");
        Refuses("10,10,2", "10,2", 6, "The voters, the sum of their counts and the number of orders are expected, for instance: 10,10,2");
        Refuses("10,10,2", "9,10,2", 6, "There are 9 voters and a sum of counts of 10; where every voter has one paper both are the same.");
        Refuses("10,10,2", "10,ten,2", 6, "'ten' is no number, as the sum of counts is to be.");
        Refuses("3,4\n", "4,4\n", 0, "The header says 10 voters; the orders have 11.");
        Refuses("10,10,2", "10,10,3", 0, "The header says 3 orders; there are 2.");
        Refuses("3,4\n", "3: 4\n", 8, "An order is a count, a comma and alternatives, for instance: 3,2,1,{4,5}");
        Refuses(text[text.IndexOf("10,", StringComparison.Ordinal)..], "", 0, "The file ends before its line of totals.");
        Refuses(text[text.IndexOf("3,Cleo", StringComparison.Ordinal)..], "", 0, "The file ends before every alternative has its name.");

        static void Refuses(string old, string other, long line, string reason) =>
            Assert.Equal(new BallotFileFault(line, reason), Read(BallotFormat.PrefLib, text.Replace(old, other, StringComparison.Ordinal)).Faults[0]);
    }

    [Fact]
    public void Weighted_rankings_in_CSV_are_read_with_names_parties_and_title()
    {
        const string text = "3,2,\n29,1,\n17,1,2,\n2,\n1,3,2,1\n\"Candidate 1\",\"Ann \"\"A\"\"\",\"Red\",\n\"Candidate 2\",\"Bert\",\"\",\n\"Candidate 3\",\"Cleo\",\"Red\",\n\"Ward\",\n";
        var contest = Read(BallotFormat.Csv, text).Contest!;
        Assert.Equal([RankedBallot.Strict(29, 0), RankedBallot.Strict(17, 0, 1), RankedBallot.Strict(1, 2, 1, 0)], contest.Ballots);
        Assert.Equal([new Candidate("Ann \"A\"", Group: "Red"), new Candidate("Bert"), new Candidate("Cleo", Group: "Red")], contest.Candidates);
        Assert.Equal(("Ward", 2L, 2), (contest.Title, contest.Invalid.Blank, contest.Seats));
        foreach (var quoted in (string[])["\"\"Tranent, Wallyford\"\"", "\"\"\"\"Tranent, Wallyford\"\"\"\"", "\"\"\"\"Tranent, Wallyford\"\" \""])
            Assert.Equal("Tranent, Wallyford", Read(BallotFormat.Csv, text.Replace("\"Ward\"", quoted, StringComparison.Ordinal)).Contest!.Title);
        Assert.Equal([new InvalidBallotCount("line 3: 'b' is no candidate's number.", 1)], Read(BallotFormat.Csv, "3,2\n1,2\n1,b\n").Contest!.Invalid.Reasons);
    }

    [Theory]
    [InlineData(BallotFormat.Blt)]
    [InlineData(BallotFormat.PrefLib)]
    [InlineData(BallotFormat.Csv)]
    public void What_is_written_reads_back_but_for_the_losses_that_are_named(BallotFormat format)
    {
        var losses = 0;
        AnyContest.Holds(AnyContest.Loose, contest =>
        {
            var lost = BallotFiles.Losses(format, contest);
            losses += lost.Length;
            var reading = Read(format, Text(format, contest));
            if (!reading.IsSound) return false;
            var back = reading.Contest;
            var ranks = lost.Contains(BallotLoss.EqualRanks) || lost.Contains(BallotLoss.RanksLeftOut);
            return back.Title == contest.Title
                && (lost.Contains(BallotLoss.Seats) || back.Seats == contest.Seats)
                && (lost.Contains(BallotLoss.Withdrawn) ? back.Candidates.Select(c => c.Name).SequenceEqual(contest.Candidates.Select(c => c.Name)) : back.Candidates.SequenceEqual(contest.Candidates))
                && (ranks || back.Ballots.SequenceEqual(contest.Ballots))
                && back.Total == contest.Total
                && (lost.Contains(BallotLoss.BlankPapers) || back.Invalid.Blank == contest.Invalid.Blank);
        });
        Assert.Equal(format == BallotFormat.Blt, losses == 0);
    }

    [Fact]
    public void All_wards_read_back_from_every_format()
    {
        foreach (var ward in ScottishWard.All)
        {
            foreach (var format in (BallotFormat[])[BallotFormat.Blt, BallotFormat.Csv, BallotFormat.PrefLib])
            {
                var back = Read(format, Text(format, ward.Contest)).Contest!;
                Assert.Equal(ward.Contest.Ballots, back.Ballots);
            }
        }
    }

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        var random = new Random(7);
        var tokens = new[] { "1", "2", "0", "-", "-1", "=", "\"A\"", "\"", "\n", "\n", " ", ",", ":", "{", "}", "#", "(", ")", "3 1\n", "# NUMBER ALTERNATIVES: 3\n", "2\n1,A\n2,B\n", "\u00e9", "9999999999999999999", "\\" };
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => tokens[random.Next(tokens.Length)]));
            foreach (var format in (BallotFormat[])[BallotFormat.Blt, BallotFormat.Csv, BallotFormat.PrefLib])
            {
                var reading = Read(format, text);
                Assert.Equal(reading.IsSound, reading.Faults.IsEmpty);
                if (!reading.IsSound) refused++;
            }
        }

        Assert.InRange(refused, 1000, 9000);
    }

    [Fact]
    public void Many_ballots_of_the_same_ranking_are_one_and_counts_beyond_64_bits_stay_apart()
    {
        var same = new StringBuilder("3 1\n");
        for (var i = 0; i < 200_000; i++) same.Append("1 2 1 0\n");
        same.Append("0\n\"A\"\n\"B\"\n\"C\"\n");
        Assert.Equal([RankedBallot.Strict(200_000, 1, 0)], Read(BallotFormat.Blt, same.ToString()).Contest!.Ballots);

        const long large = 9_000_000_000_000_000_000;
        var contest = Read(BallotFormat.Blt, $"2 1\n{large} 1 0\n{large} 1 0\n0\n\"A\"\n\"B\"\n").Contest!;
        Assert.Equal(2 * (System.Numerics.BigInteger)large, contest.Total);
        foreach (var rule in TallyRules.All.Where(rule => rule.Name is "scottish" or "meek" or "irv"))
            Assert.Equal(TallyRefusal.TooManyPapers, Assert.IsType<NotTallied>(rule.Run(contest)).Reason);
    }

    internal static BallotFileReading Read(BallotFormat format, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        return BallotFiles.Read(format, stream);
    }

    private static string Text(BallotFormat format, Contest contest)
    {
        using var writer = new StringWriter();
        BallotFiles.Write(format, contest, writer);
        return writer.ToString();
    }
}
