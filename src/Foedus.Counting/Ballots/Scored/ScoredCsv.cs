using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Foedus.Counting;

/// <summary>
/// Marks in comma-separated values. The first line names the candidates after the head <c>papers</c>; each further line is a number of
/// papers and the mark of each candidate, empty for none: <c>12,5,0,,3</c>. A mark is what <see cref="Ratio.TryParse"/> reads. A line
/// without any mark is so many blank papers. Before it <c># seats: 2</c>, <c># title: ...</c>, <c># least: 0</c> and <c># most: 5</c> may
/// stand; other lines that begin with <c>#</c> are remarks.
/// </summary>
public static class ScoredCsv
{
    private const int MostFaults = 100;

    /// <summary>Reads a contest. Every fault is found in one reading; a bad line costs only itself. Cost: linear in the text.</summary>
    public static ScoredFileReading Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var state = new State();
        while (reader.ReadLine() is { } line)
        {
            state.Line++;
            if (state.Line == 1) line = line.TrimStart('\uFEFF');
            if (line.AsSpan().Trim().IsEmpty) continue;
            if (line[0] == '#') state.Setting(line);
            else if (!TryFields(line, out var fields)) state.Fault("The quotes do not close.");
            else if (state.Names is null) state.Head(fields);
            else state.Ballot(fields);
        }

        return state.Finish();
    }

    private static bool TryFields(string line, out List<string> fields)
    {
        fields = [];
        var text = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                if (quoted && at + 1 < line.Length && line[at + 1] == '"') text.Append(line[at++]);
                else quoted = !quoted;
            }
            else if (line[at] == ',' && !quoted)
            {
                fields.Add(text.ToString().Trim());
                text.Clear();
            }
            else
            {
                text.Append(line[at]);
            }
        }

        fields.Add(text.ToString().Trim());
        return !quoted;
    }

    private sealed class State
    {
        private readonly List<BallotFileFault> faults = [];
        private readonly ImmutableArray<ScoredBallot>.Builder ballots = ImmutableArray.CreateBuilder<ScoredBallot>();
        private readonly List<long> lines = [];
        private long more;
        private long blank;
        private int seats = 1;
        private string? title;
        private Ratio? least;
        private Ratio? most;

        public long Line { get; set; }

        public List<string>? Names { get; private set; }

        public void Fault(string reason) => Fault(Line, reason);

        public void Setting(string line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) return;
            var value = line[(colon + 1)..].Trim();
            switch (line[1..colon].Trim().ToUpperInvariant())
            {
                case "SEATS":
                    if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seats)) Fault("The number of seats is a whole number from 1.");
                    break;
                case "TITLE":
                    title = value;
                    break;
                case "LEAST":
                    least = Bound(value);
                    break;
                case "MOST":
                    most = Bound(value);
                    break;
            }
        }

        public void Head(List<string> fields)
        {
            Names = [.. fields.Skip(1)];
            if (!string.Equals(fields[0], "papers", StringComparison.OrdinalIgnoreCase))
                Fault("The first line is 'papers' and then the names of the candidates.");
        }

        public void Ballot(List<string> fields)
        {
            if (!long.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
            {
                Fault("The line does not begin with a number of papers from 1.");
                return;
            }

            if (fields.Count - 1 > Names!.Count)
            {
                Fault(string.Create(CultureInfo.InvariantCulture, $"The line has {fields.Count - 1} marks for {Names.Count} candidates."));
                return;
            }

            var marks = ImmutableArray.CreateBuilder<Mark>();
            for (var i = 1; i < fields.Count; i++)
            {
                if (fields[i].Length == 0) continue;
                if (Ratio.TryParse(fields[i], out var value)) marks.Add(new Mark(i - 1, value));
                else Fault($"'{(fields[i].Length > 40 ? fields[i][..40] : fields[i])}' is no mark.");
            }

            if (marks.Count > 0)
            {
                ballots.Add(new ScoredBallot(count, marks.ToImmutable()));
                lines.Add(Line);
            }
            else if (blank > long.MaxValue - count)
            {
                Fault("There are more blank papers than 64 bits hold.");
            }
            else
            {
                blank += count;
            }
        }

        public ScoredFileReading Finish()
        {
            if (Names is null) Fault(0, "The file names no candidates.");
            if (faults.Count > 0) return new ScoredFileReading(null, [.. faults], more);
            var sound = ScoredContest.TryCreate(
                title,
                [.. Names!.Select(name => new Candidate(name))],
                seats,
                ballots.ToImmutable(),
                blank == 0 ? null : new InvalidBallots(blank, []),
                out var contest,
                out var wrong,
                least,
                most);
            return sound
                ? new ScoredFileReading(contest, [], 0)
                : new ScoredFileReading(
                    null, [.. wrong.Select(fault => new BallotFileFault(fault.Ballot is { } at ? lines[at] : 0, (fault with { Ballot = null }).Explanation))], 0);
        }

        private Ratio? Bound(string value)
        {
            if (Ratio.TryParse(value, out var bound)) return bound;
            Fault("The bound of the marks is no number.");
            return null;
        }

        private void Fault(long line, string reason)
        {
            if (faults.Count < MostFaults) faults.Add(new BallotFileFault(line, reason));
            else more++;
        }
    }
}
