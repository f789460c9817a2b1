using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Foedus.Counting;

/// <summary>What a reader of ballots gathers: candidates, merged rankings and faults.</summary>
internal sealed class BallotFileBuilder(LineSource source)
{
    public const int MostFaults = 100;
    public const int MostCandidates = 1_000_000;

    // In a sequence, a candidate that shares the rank before it carries this bit, and a rank left out is -1.
    private const int Shared = 1 << 30;
    private const int LeftOut = -1;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly RankingTable table = new(1024);
    private readonly ImmutableArray<BallotFileFault>.Builder faults = ImmutableArray.CreateBuilder<BallotFileFault>();
    private readonly List<InvalidBallotCount> setAside = [];
    private long moreSetAside;
    private string? aside;
    private long moreFaults;
    private int[] lastIn = [];
    private int ballot;
    private int[] ranks = new int[64];
    private int length;
    private int candidates;

    public string? Title { get; set; }

    public int Seats { get; set; } = 1;

    public long Blank { get; private set; }

    public string?[] Names { get; private set; } = [];

    public string?[] Groups { get; private set; } = [];

    public bool[] Withdrawn { get; private set; } = [];

    /// <summary>The number of candidates; 0 until it is known.</summary>
    public int Candidates
    {
        get => candidates;
        set
        {
            candidates = value;
            lastIn = new int[value];
            Names = new string?[value];
            Groups = new string?[value];
            Withdrawn = new bool[value];
        }
    }

    public int Distinct => table.Count;

    public bool HasFaults => faults.Count > 0;

    public ReadOnlySpan<long> Papers => table.Papers;

    public void Fault(string reason) => Fault(source.Line, reason);

    public void Fault(long line, string reason)
    {
        if (faults.Count < MostFaults)
            faults.Add(new BallotFileFault(line, reason));
        else
            moreFaults++;
    }

    /// <summary>Reads the count of candidates and of seats; false when they are no use.</summary>
    public bool TrySizes(long candidateCount, long seatCount)
    {
        if (candidateCount is < 1 or > MostCandidates)
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"There are {candidateCount} candidates; expected 1 to {MostCandidates}."));
            return false;
        }

        Candidates = (int)candidateCount;
        if (seatCount is < 1 or > int.MaxValue)
            Fault(string.Create(CultureInfo.InvariantCulture, $"There are {seatCount} seats; a contest fills at least one."));
        else
            Seats = (int)seatCount;
        return true;
    }

    public void BeginBallot()
    {
        ballot++;
        length = 0;
        aside = null;
        Ranked = 0;
    }

    /// <summary>The paper that was begun cannot be read: it is set aside with its line, and the file is not refused for it.</summary>
    public void SetAside(string reason) => aside ??= reason;

    /// <summary>Whether the paper that was begun is set aside.</summary>
    public bool IsSetAside => aside is not null;

    /// <summary>The next candidate of the ballot, from 1 as in the file; the paper is set aside if it is not in the list or stands twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rank(long candidate, bool shared)
    {
        if (candidate < 1 || candidate > candidates)
        {
            SetAside(string.Create(CultureInfo.InvariantCulture, $"There is no candidate {candidate}; they are 1 to {candidates}."));
            return;
        }

        var index = (int)candidate - 1;
        if (lastIn[index] == ballot)
        {
            SetAside(string.Create(CultureInfo.InvariantCulture, $"The ballot ranks candidate {candidate} twice."));
            return;
        }

        lastIn[index] = ballot;
        Ranked++;
        Push(shared ? index | Shared : index);
    }

    public void LeaveOut() => Push(LeftOut);

    /// <summary>Adds the ballot that was begun, or so many blank papers where it ranks nobody.</summary>
    public void EndBallot(long count)
    {
        if (count < 1)
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"The ballot stands for {count} papers; expected at least 1."));
            return;
        }

        if (aside is not null)
        {
            if (setAside.Count < MostFaults) setAside.Add(new InvalidBallotCount(string.Create(CultureInfo.InvariantCulture, $"line {source.Line}: {aside}"), count));
            else if (moreSetAside > long.MaxValue - count) Fault("There are more papers than 64 bits hold.");
            else moreSetAside += count;
            return;
        }

        while (length > 0 && ranks[length - 1] == LeftOut) length--;
        if (length > 0)
            table.Add(ranks.AsSpan(0, length), count);
        else if (Blank > long.MaxValue - count)
            Fault("There are more blank papers than 64 bits hold.");
        else
            Blank += count;
    }

    /// <summary>How many candidates the ballot that was begun ranks so far.</summary>
    public int Ranked { get; private set; }

    /// <summary>Text of the file; null and a fault when it is not UTF-8.</summary>
    public string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Fault("The text is not in UTF-8.");
            return null;
        }
    }

    public BallotFileReading Finish()
    {
        if (source.TooLong) Fault(source.Line + 1, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {LineSource.LongestLine} bytes."));
        if (HasFaults) return new BallotFileReading(null, faults.ToImmutable(), moreFaults);
        var people = ImmutableArray.CreateBuilder<Candidate>(candidates);
        for (var c = 0; c < candidates; c++)
            people.Add(new Candidate(Names[c] ?? string.Create(CultureInfo.InvariantCulture, $"Candidate {c + 1}"), Withdrawn[c], Groups[c]));
        if (moreSetAside > 0) setAside.Add(new InvalidBallotCount("papers of further lines that cannot be read", moreSetAside));
        var invalid = Blank == 0 && setAside.Count == 0 ? InvalidBallots.None : new InvalidBallots(Blank, [.. setAside]);
        return Contest.TryCreate(Title, people.MoveToImmutable(), Seats, Ballots(), invalid, out var contest, out var wrong)
            ? new BallotFileReading(contest, [], 0)
            : new BallotFileReading(null, [.. wrong.Select(fault => new BallotFileFault(0, fault.Explanation))], 0);
    }

    // Groups of one are shared between all ballots: most groups are.
    private ImmutableArray<RankedBallot> Ballots()
    {
        var singles = new ImmutableArray<int>[candidates];
        for (var c = 0; c < candidates; c++) singles[c] = [c];
        var ballots = ImmutableArray.CreateBuilder<RankedBallot>(table.Count);
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var i = 0; i < table.Count; i++)
        {
            var sequence = table.Items[table.Starts[i]..table.Starts[i + 1]];
            groups.Clear();
            for (var at = 0; at < sequence.Length;)
            {
                if (sequence[at] == LeftOut)
                {
                    groups.Add([]);
                    at++;
                    continue;
                }

                var end = at + 1;
                while (end < sequence.Length && sequence[end] != LeftOut && (sequence[end] & Shared) != 0) end++;
                groups.Add(end == at + 1 ? singles[sequence[at]] : Group(sequence[at..end]));
                at = end;
            }

            ballots.Add(new RankedBallot(table.Papers[i], groups.ToImmutable()));
        }

        return ballots.MoveToImmutable();
    }

    private static ImmutableArray<int> Group(ReadOnlySpan<int> members)
    {
        var group = ImmutableArray.CreateBuilder<int>(members.Length);
        foreach (var member in members) group.Add(member & ~Shared);
        return group.MoveToImmutable();
    }

    private void Push(int rank)
    {
        if (length == ranks.Length) Array.Resize(ref ranks, length * 2);
        ranks[length++] = rank;
    }
}
