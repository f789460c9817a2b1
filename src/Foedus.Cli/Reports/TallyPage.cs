using System.Globalization;
using System.Numerics;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Reports;

/// <summary>A count of ballots, for people.</summary>
internal static class TallyPage
{
    private const int MostWays = 8;
    private const int MostNames = 40;

    /// <summary>Writes the rules there are.</summary>
    public static void Rules(Page page)
    {
        page.Line(Text.Of("TallyRules"), Tone.Strong);
        var table = new Table("", "", "") { Indent = 2 };
        foreach (var rule in TallyRules.All) table.Row(rule.Name, rule.Title, rule.Source);
        page.Table(table);
        page.Line().Line(Text.Of("TallyMarkRules"), Tone.Strong);
        var marks = new Table("", "", "") { Indent = 2 };
        foreach (var rule in ScoreRules.All) marks.Row(rule.Name, rule.Title, rule.Source);
        page.Table(marks);
    }

    /// <summary>Writes what is in the file and what its count came to; with the rounds, every table of it.</summary>
    public static void Write(Page page, CountedBallots counted, bool rounds)
    {
        if (counted.Contest is not { } contest)
        {
            Faults(page, counted);
            return;
        }

        Head(page, counted, contest);
        switch (counted.Result)
        {
            case Tallied tallied:
                Elected(page, contest, tallied, Text.Of("TallyElected"));
                Ties(page, contest, tallied);
                if (rounds) Rounds(page, contest, tallied);
                else page.Line().Line(Text.Of("TallySeeRounds"), Tone.Faint);
                break;
            case TallyUndetermined open:
                Open(page, contest, open, rounds);
                break;
            case NotTallied refused:
                page.Line().Put(Text.Of("TallyNotCounted"), Tone.Bad).Put(" ").Put(refused.Explanation);
                if (refused.Ballot is { } ballot) page.Put(" ").Put(Text.Of("TallyBallotIs", ballot + 1, Ranking(contest, contest.Ballots[ballot])));
                if (refused.Detail is { } detail) page.Put(" ").Put(detail);
                page.End();
                break;
            default:
                page.Line();
                Rules(page);
                break;
        }
    }

    private static void Faults(Page page, CountedBallots counted)
    {
        foreach (var fault in counted.Reading.Faults)
            page.Put(fault.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{counted.Path}:{fault.Line}") : counted.Path, Tone.Place).Put(": ").Line(fault.Reason);
        if (counted.Reading.MoreFaults > 0) page.Line(Text.Of("TallyMoreFaults", counted.Reading.MoreFaults), Tone.Faint);
        page.Line().Line(Text.Of("TallyNothingCounted"), Tone.Bad);
    }

    private static void Head(Page page, CountedBallots counted, Contest contest)
    {
        page.Line(contest.Title ?? counted.Path, Tone.Strong).Line();
        var withdrawn = contest.Candidates.Count(c => c.Withdrawn);
        var table = new Table("", "") { Indent = 2 };
        if (counted.Rule is { } rule) table.Row(Text.Of("TallyRule"), $"{rule.Title} ({rule.Name})").Row(Text.Of("TallySource"), rule.Source);
        table.Row(Text.Of("TallySeats"), Number(contest.Seats));
        table.Row(Text.Of("TallyStanding"), Number(contest.Candidates.Length - withdrawn) + (withdrawn > 0 ? Text.Of("TallyWithdrawn", withdrawn) : ""));
        table.Row(Text.Of("TallyPapers"), Text.Of("TallyPapersValid", counted.Papers.All, counted.Papers.Different));
        if (contest.Invalid.Blank > 0) table.Row(Text.Of("TallyBlank"), Number(contest.Invalid.Blank));
        foreach (var reason in contest.Invalid.Reasons) table.Row(Text.Of("TallyInvalid", reason.Reason), Number(reason.Count));
        page.Table(table);
    }

    private static void Elected(Page page, Contest contest, Tallied tallied, string head)
    {
        foreach (var happened in tallied.Rounds.SelectMany(r => r.Events).Where(e => e.Kind is TallyEventKind.PapersVoid or TallyEventKind.PapersCutShort))
            page.Put("  ").Line(Happened(contest, tallied, happened));
        page.Line().Line(head, Tone.Strong);
        var table = new Table("", "", "") { Indent = 2 };
        foreach (var winner in tallied.Winners)
        {
            var round = tallied.Rounds.ToList().FindIndex(r => r.Events.Any(e => e.Kind is TallyEventKind.Elected or TallyEventKind.ElectedAsRemaining && e.Candidates.Contains(winner)));
            table.Row(Name(contest, winner), contest.Candidates[winner].Group ?? "", round < 0 ? "" : Text.Of("TallyInRound", round + 1));
        }

        page.Table(table);
        if (tallied.Winners.Length == 0) page.Put("  ").Line(Text.Of("TallyNobody"));
        if (tallied.Unfilled > 0) page.Put("  ").Line(Text.Count("TallyUnfilled", tallied.Unfilled));
    }

    private static void Ties(Page page, Contest contest, Tallied tallied)
    {
        var ties = tallied.Ties.Where(tie => tie.By != TieSettlement.Indifferent).ToList();
        if (ties.Count == 0) return;
        page.Line().Line(Text.Of("TallyTies"), Tone.Strong);
        foreach (var tie in ties)
        {
            page.Put("  ").Line(Text.Of(
                "TallyTie." + tie.By, tie.Round, Names(contest, tie.Tied), Text.Of("TallyFor." + tie.Purpose), Name(contest, tie.Chosen), tie.EarlierRound));
        }
    }

    private static void Open(Page page, Contest contest, TallyUndetermined open, bool rounds)
    {
        page.Line().Line(Text.Of("TallyOpen"), Tone.Open);
        if (open.Certain.Length > 0) page.Put("  ").Line(Text.Of("TallyCertain", Names(contest, open.Certain)));
        page.Put("  ").Line(Text.Of("TallyPossible", Names(contest, open.Possible)));
        if (!open.Complete) page.Put("  ").Line(Text.Of("TallyMoreWays"));
        for (var way = 0; way < Math.Min(open.Ways.Length, MostWays); way++)
        {
            Elected(page, contest, open.Ways[way], Text.Of("TallyWay", way + 1));
            Ties(page, contest, open.Ways[way]);
            if (rounds) Rounds(page, contest, open.Ways[way]);
        }

        if (open.Ways.Length > MostWays) page.Line().Line(Text.Of("TallyWaysLeftOut", open.Ways.Length - MostWays), Tone.Faint);
        page.Line().Line(Text.Of("TallySettle"));
    }

    private static void Rounds(Page page, Contest contest, Tallied tallied)
    {
        for (var r = 0; r < tallied.Rounds.Length; r++)
        {
            var round = tallied.Rounds[r];
            page.Line().Line(Text.Of("TallyRound", r + 1, round.Title), Tone.Strong);
            var standing = round.Rows.Any(row => row.Standing is not null);
            List<string> heads = ["", .. round.Columns.Select(column => ">" + column)];
            if (standing) heads.Add("");
            var table = new Table([.. heads]) { Indent = 2 };
            foreach (var row in round.Rows)
            {
                List<string> cells = [row.Candidate is { } candidate ? Name(contest, candidate) : row.Label ?? "", .. row.Cells.Select(cell => Figure(cell, tallied.Decimals))];
                if (standing) cells.Add(row.Standing is { } s and not CandidateStanding.Continuing ? Text.Of("TallyStanding." + s) : "");
                table.Row(cells);
            }

            page.Table(table);
            foreach (var happened in round.Events)
                page.Put("  ").Line(Happened(contest, tallied, happened));
        }
    }

    private static string Happened(Contest contest, Tallied tallied, TallyEvent happened) =>
        Text.Of("TallyEvent." + happened.Kind, Names(contest, happened.Candidates), Value(happened, tallied.Decimals), Chosen(contest, happened));

    private static string Chosen(Contest contest, TallyEvent happened) => happened.Candidates.IsDefaultOrEmpty ? "" : Name(contest, happened.Candidates[0]);

    private static string Value(TallyEvent happened, int? decimals) =>
        happened.Kind is TallyEventKind.PapersVoid or TallyEventKind.PapersCutShort ? happened.Value?.ToString() ?? ""
        : happened.Kind == TallyEventKind.PapersTransferred && happened.Value is { IsInteger: false } value ? value.ToDecimalString(Math.Max(6, decimals ?? 6)) : Figure(happened.Value, decimals);

    /// <summary>A figure in the decimals of the rule, or as an exact fraction.</summary>
    public static string Figure(Ratio? cell, int? decimals)
    {
        if (cell is not { } figure) return "";
        if (figure.IsInteger) return decimals is > 0 ? figure.ToDecimalString(decimals.Value) : figure.ToString();
        return decimals is { } places && (figure * BigInteger.Pow(10, places)).IsInteger ? figure.ToDecimalString(places) : figure.ToMixedString();
    }

    private static string Ranking(Contest contest, RankedBallot ballot) =>
        string.Join(" > ", ballot.Ranks.Select(group => group.IsEmpty ? "-" : string.Join(" = ", group.Select(c => Name(contest, c)))));

    private static string Names(Contest contest, IEnumerable<int> candidates)
    {
        var names = candidates.Select(c => Name(contest, c)).ToList();
        var shown = string.Join(", ", names.Take(MostNames));
        return names.Count <= MostNames ? shown : Text.Of("TallyAndMore", shown, names.Count - MostNames);
    }

    private static string Name(Contest contest, int candidate) => contest.Candidates[candidate].Name;

    private static string Number(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
