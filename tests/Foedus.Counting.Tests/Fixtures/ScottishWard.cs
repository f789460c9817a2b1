using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting.Tests.Fixtures;

/// <summary>
/// Ballots of 55 wards of Scottish council elections from 2007 to 2022, as published by the councils and gathered as weighted
/// rankings by the Metric Geometry and Gerrymandering Group (scot-elex). Candidates are letters in the order of the paper.
/// A ranking's capital letter says how many letters it shares with the one before it (A is none); a number says how many voters
/// gave it, one where there is none. The winners by the Scottish rules and by the reference rule of Meek stand in the ward's line.
/// </summary>
public sealed record ScottishWard(string Name, Contest Contest, int[] Scottish, int[] Meek)
{
    public static IReadOnlyList<ScottishWard> All { get; } = Read();

    public static ScottishWard Of(string name) => All.Single(ward => ward.Name == name);

    public override string ToString() => Name;

    private static List<ScottishWard> Read()
    {
        using var stream = typeof(ScottishWard).Assembly.GetManifestResourceStream("scottish-wards.txt")!;
        using var reader = new StreamReader(stream);
        var wards = new List<ScottishWard>();
        string[]? head = null;
        var ballots = ImmutableArray.CreateBuilder<RankedBallot>();
        var before = "";
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != ' ')
            {
                Finish();
                head = line.Split(' ');
                ballots.Clear();
                before = "";
                continue;
            }

            foreach (var token in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var shared = char.IsAsciiLetterUpper(token[0]) ? token[0] - 'A' : 0;
                var rest = token.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
                var own = rest.TrimEnd("0123456789".ToCharArray());
                before = before[..shared] + own;
                var count = rest.Length > own.Length ? long.Parse(rest[own.Length..], CultureInfo.InvariantCulture) : 1;
                ballots.Add(RankedBallot.Strict(count, [.. before.Select(letter => letter - 'a')]));
            }
        }

        Finish();
        return wards;

        void Finish()
        {
            if (head is null) return;
            var names = Enumerable.Range(0, int.Parse(head[1], CultureInfo.InvariantCulture)).Select(i => new Candidate(((char)('A' + i)).ToString()));
            var contest = Contest.Create([.. names], int.Parse(head[2], CultureInfo.InvariantCulture), ballots.ToImmutable(), head[0]);
            wards.Add(new ScottishWard(head[0], contest, Winners(head[3]), Winners(head[4])));
        }

        static int[] Winners(string letters) => [.. letters.Select(letter => letter - 'a')];
    }
}
