using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The places of a delegation and what of them is owed to groups.</summary>
/// <param name="Base">The places before any are added.</param>
/// <param name="Total">All places.</param>
/// <param name="Members">All members.</param>
/// <param name="Groups">One entry a group, in the order in which the norms first name it.</param>
public sealed record DelegationPlaces(long Base, long Total, Ratio Members, ImmutableArray<GroupPlaces> Groups) : DelegationResult
{
    /// <summary>The steps that a credentials committee can follow by hand.</summary>
    public Worksheet Worksheet()
    {
        var steps = ImmutableArray.CreateBuilder<WorksheetStep>();
        foreach (var group in Groups)
        {
            steps.Add(new WorksheetStep(
                $"Reckon the places of the group: {group.Group}",
                ["places before extra ones", "exact figure", "places asked for"],
                [.. group.Reckonings.Select(one => new WorksheetRow(null, [Base, one.Exact, one.Places]))]));
        }

        steps.Add(new WorksheetStep(
            "Take the most that is asked for and add the extra places",
            ["at least", "of them extra"],
            [.. Groups.Select((group, at) => new WorksheetRow(at, [group.Least, group.Extra])), new WorksheetRow(null, [Total, Total - Base])]));
        return new Worksheet(steps.ToImmutable());
    }

    /// <summary>The same as seats reserved in an election of the delegation.</summary>
    public ImmutableArray<ReservedSeats> Reserved =>
        [.. Groups.Where(group => group.Least > 0).Select(group => new ReservedSeats(group.Group, (int)Math.Min(int.MaxValue, group.Least)))];
}
