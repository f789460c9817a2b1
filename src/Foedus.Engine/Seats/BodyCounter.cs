using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <summary>Counts one body group by group, and the bodies on which its number hangs.</summary>
internal sealed class BodyCounter(Inquiry inquiry, bool totalOnly)
{
    private readonly List<BodyAt> _path = [];

    public Inquiry Inquiry { get; } = inquiry;

    /// <summary>True if only the number of seats is asked for, and not whose they are.</summary>
    public bool TotalOnly { get; } = totalOnly;

    public SeatCount Count(BodyAt body)
    {
        if (_path.Contains(body))
            return Undetermined(body, GroundKind.SeatsOfThemselves);
        _path.Add(body);
        var chambers = body.Body.Chambers.ConvertAll(c => Count(body.Chamber(c)));
        var count = body.Body switch
        {
            { Seats.Count: > 0, Chambers.Count: > 0 } => Together(body, [OfGroups(body), .. chambers]),
            { Seats.Count: > 0 } => OfGroups(body),
            { Chambers.Count: > 0 } => Together(body, chambers),
            _ => Undetermined(body, GroundKind.SeatsUnsaid),
        };
        _path.RemoveAt(_path.Count - 1);
        return count;
    }

    private SeatCount OfGroups(BodyAt body)
    {
        var total = SeatRange.None;
        var shares = ImmutableArray.CreateBuilder<UnitSeats>();
        var open = ImmutableArray.CreateBuilder<SeatOpening>();
        var groups = new List<GroupTally>();
        foreach (var group in body.Body.Seats)
        {
            var tally = new GroupCounter(this, body, group).Count();
            groups.Add(tally);
            open.AddRange(tally.Open);
        }

        Limits(body, groups, open);
        foreach (var tally in groups)
        {
            total += tally.Total;
            shares.AddRange(tally.Shares);
        }

        return new SeatCount(body, total, shares.ToImmutable(), open.ToImmutable(), Parents(shares), () => [.. groups.SelectMany(g => g.Sheets())])
        {
            Untold = [.. groups.Where(g => g.Formula is null).Select(g => g.By)],
            Lines = [.. groups.Select(g => new LineCount(g.Group, g.Formula, g.Total, [.. g.Shares]))],
        };
    }

    /// <summary>What a unit has at least and at most in all lines together; not asked for where only the number of seats is.</summary>
    private void Limits(BodyAt body, List<GroupTally> groups, ImmutableArray<SeatOpening>.Builder open)
    {
        foreach (var (slot, least) in new[] { (body.Body.Least, true), (body.Body.Most, false) })
        {
            if (slot is null)
                continue;
            if (Inquiry.Fill(slot, out var bound, out var unsaid))
                BodyLimits.Keep(Inquiry, body.Unit, bound, slot.By, least, groups);
            else
                open.Add(new SeatOpening(slot.By, -1, OfTotal: true, unsaid));
        }
    }

    /// <summary>A body has the seats of its chambers, and those of its own beside them.</summary>
    private SeatCount Together(BodyAt body, List<SeatCount> parts)
    {
        var total = SeatRange.None;
        foreach (var part in parts)
            total += part.Range;
        var shares = parts.SelectMany(p => p.Shares).ToImmutableArray();
        return new SeatCount(body, total, shares, [.. parts.SelectMany(p => p.Open)], Parents(shares), () => [.. parts.SelectMany(p => p.Sheets)])
        {
            Lines = parts.Find(p => p.At == body)?.Lines ?? [],
            Untold = [.. parts.SelectMany(p => p.Untold)],
        };
    }

    private static SeatCount Undetermined(BodyAt body, GroundKind why)
    {
        var ground = new Ground(Truth.Open, body.Body.By, why, body.Name, null, new Need("the seats of " + body.Name));
        return new SeatCount(body, SeatRange.Unknown, [], [new SeatOpening(body.Body.By, -1, OfTotal: true, ground)], new Dictionary<int, int>(), () => []) { Untold = [body.Body.By] };
    }

    /// <summary>Within which unit each of the units with seats stands, and so on up.</summary>
    private Dictionary<int, int> Parents(IReadOnlyList<UnitSeats> shares)
    {
        var parents = new Dictionary<int, int>();
        if (TotalOnly)
            return parents;
        foreach (var share in shares)
        {
            var unit = share.Unit;
            for (var depth = 0; depth < UnitsBeneath.DeepestTier && !parents.ContainsKey(unit); depth++)
            {
                if (!Inquiry.View.TryValue(Relations.Within, unit, out var parent))
                    break;
                parents.Add(unit, (int)parent);
                unit = (int)parent;
            }
        }

        return parents;
    }
}
