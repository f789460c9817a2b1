using System.Globalization;
using Foedus.Cli.Texts;
using Foedus.Counting;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>A count of ballots, for programs. Votes are exact and written as text.</summary>
internal static class TallyJson
{
    public static void Write(Stream results, CountedBallots counted)
    {
        using var output = new Json(results, "tally");
        output.Field("path", counted.Path).Field("title", counted.Contest?.Title);
        output.List("faults", counted.Reading.Faults, fault => output.Field("line", Text(fault.Line)).Field("reason", fault.Reason));
        output.Field("moreFaults", Text(counted.Reading.MoreFaults));
        output.Field("seats", counted.Contest?.Seats);
        output.List("candidates", Enumerable.Range(0, counted.Contest?.Candidates.Length ?? 0), c =>
        {
            var candidate = counted.Contest!.Candidates[c];
            output.Field("number", c + 1).Field("name", candidate.Name).Field("group", candidate.Group).Field("withdrawn", candidate.Withdrawn);
        });
        output.Field("papers", counted.Contest is null ? null : counted.Papers.All.ToString(CultureInfo.InvariantCulture));
        output.Field("blank", counted.Contest is { } c ? Text(c.Invalid.Blank) : null);
        output.List("invalid", counted.Contest?.Invalid.Reasons ?? [], reason => output.Field("reason", reason.Reason).Field("papers", Text(reason.Count)));
        output.Field("rule", counted.Rule?.Name).Field("source", counted.Rule?.Source);
        output.Field("outcome", counted.Result switch
        {
            Tallied => "elected",
            TallyUndetermined => "open",
            NotTallied => "refused",
            _ => "not counted",
        });
        output.Field("refusal", (counted.Result as NotTallied)?.Explanation);
        var open = counted.Result as TallyUndetermined;
        output.Field("allWaysTried", open?.Complete ?? true);
        Numbers(output, "certain", open?.Certain ?? (counted.Result as Tallied)?.Winners.Order() ?? Enumerable.Empty<int>());
        Numbers(output, "possible", open?.Possible ?? []);
        IEnumerable<Tallied> ways = counted.Result is Tallied tallied ? [tallied] : open?.Ways ?? [];
        output.List("ways", ways, way => Way(output, way));
    }

    private static void Way(Json output, Tallied way)
    {
        Numbers(output, "elected", way.Winners);
        output.Field("unfilled", way.Unfilled);
        output.List("ties", way.Ties, tie =>
        {
            output.Field("round", tie.Round).Field("purpose", Word(tie.Purpose)).Field("by", Word(tie.By)).Field("earlierRound", tie.EarlierRound).Field("chosen", tie.Chosen + 1);
            Numbers(output, "tied", tie.Tied);
        });
        output.List("rounds", way.Rounds, round =>
        {
            output.Field("title", round.Title).Field("columns", round.Columns);
            output.List("rows", round.Rows, row => output
                .Field("candidate", row.Candidate + 1).Field("label", row.Label).Field("standing", row.Standing is { } standing ? Word(standing) : null)
                .Field("cells", row.Cells.Select(cell => TallyPage.Figure(cell, way.Decimals))));
            output.List("events", round.Events, happened =>
            {
                output.Field("kind", Word(happened.Kind)).Field("value", happened.Value?.ToString());
                Numbers(output, "candidates", happened.Candidates);
            });
        });
    }

    private static void Numbers(Json output, string name, IEnumerable<int> candidates) =>
        output.Field(name, candidates.Select(c => Text(c + 1L)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // ElectedAsRemaining as "elected as remaining".
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));
    }
}
