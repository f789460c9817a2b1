using System.Globalization;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Writes PrefLib orders with their header; the data type follows from the orders.</summary>
internal static class PrefLibWriter
{
    /// <summary>The data type of a contest's orders: soc, soi, toc or toi.</summary>
    public static string TypeOf(Contest contest)
    {
        var strict = contest.Ballots.All(ballot => ballot.Ranks.All(group => group.Length < 2));
        var complete = contest.Ballots.All(ballot => ballot.Ranks.Sum(group => group.Length) == contest.Candidates.Length);
        return (strict, complete) switch
        {
            (true, true) => "soc",
            (true, false) => "soi",
            (false, true) => "toc",
            _ => "toi",
        };
    }

    public static void Write(Contest contest, TextWriter writer)
    {
        Line("FILE NAME", "");
        Line("TITLE", BallotFiles.OneLine(contest.Title ?? ""));
        Line("DESCRIPTION", "");
        Line("DATA TYPE", TypeOf(contest));
        Line("MODIFICATION TYPE", "original");
        Line("RELATES TO", "");
        Line("RELATED FILES", "");
        Line("PUBLICATION DATE", "");
        Line("MODIFICATION DATE", "");
        Number("NUMBER ALTERNATIVES", contest.Candidates.Length);
        Number("NUMBER VOTERS", contest.Total);
        Number("NUMBER UNIQUE ORDERS", contest.Ballots.Length);
        for (var c = 0; c < contest.Candidates.Length; c++)
            Line(string.Create(CultureInfo.InvariantCulture, $"ALTERNATIVE NAME {c + 1}"), BallotFiles.OneLine(contest.Candidates[c].Name));
        foreach (var ballot in contest.Ballots)
        {
            var groups = ballot.Ranks.Where(group => !group.IsEmpty).Select(group => group.Length == 1 ? Alternative(group[0]) : "{" + string.Join(',', group.Select(Alternative)) + "}");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{ballot.Count}: {string.Join(',', groups)}\n"));
        }

        void Line(string key, string value) => writer.Write(value.Length == 0 ? $"# {key}:\n" : $"# {key}: {value}\n");
        void Number(string key, BigInteger value) => Line(key, value.ToString(CultureInfo.InvariantCulture));
        static string Alternative(int candidate) => (candidate + 1).ToString(CultureInfo.InvariantCulture);
    }
}
