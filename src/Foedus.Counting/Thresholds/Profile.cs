using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>An electorate and how it has answered so far.</summary>
/// <param name="Classes">The voters by classes.</param>
public sealed record Profile(ImmutableArray<VoterClass> Classes)
{
    public static Profile Of(params ReadOnlySpan<VoterClass> classes) => new([.. classes]);

    /// <summary>A profile of one class, by heads.</summary>
    public static Profile OfHeads(long voters, ResponseCounts given = default) => Of(new VoterClass("members", voters, default, given));

    public Int128 Unanswered => Classes.Aggregate(Int128.Zero, (sum, voters) => sum + voters.Unanswered);

    /// <summary>The whole electorate by a measure, answered or not.</summary>
    public RatioRange Total(Measure measure) =>
        Classes.Aggregate((RatioRange)0, (sum, voters) => sum + (voters.Count * voters.Weight(measure)));

    /// <summary>The same electorate with everybody giving one response.</summary>
    public Profile Everybody(Response response) =>
        new([.. Classes.Select(voters => voters with { Given = default(ResponseCounts).Plus(response, voters.Count) })]);

    /// <summary>The same profile with everybody who has not answered giving one response.</summary>
    public Profile Rest(Response response) =>
        new([.. Classes.Select(voters => voters with { Given = voters.Given.Plus(response, voters.Unanswered) })]);

    /// <summary>What is wrong with the numbers; empty for a sound profile. Computations on an unsound one are arithmetic without meaning.</summary>
    public ImmutableArray<ProfileFault> Faults
    {
        get
        {
            var faults = ImmutableArray.CreateBuilder<ProfileFault>();
            for (var i = 0; i < Classes.Length; i++)
            {
                var (given, count) = (Classes[i].Given, Classes[i].Count);
                if (count < 0) faults.Add(new ProfileFault(i, ProfileFaultKind.NegativeCount));
                if (given.Yes < 0 || given.No < 0 || given.Abstain < 0 || given.Absent < 0 || given.Invalid < 0)
                    faults.Add(new ProfileFault(i, ProfileFaultKind.NegativeResponses));
                if (given.Total > count) faults.Add(new ProfileFault(i, ProfileFaultKind.MoreResponsesThanVoters));
                if (!Classes[i].Weights.IsDefault && Classes[i].Weights.Any(weight => weight.Low.Sign < 0))
                    faults.Add(new ProfileFault(i, ProfileFaultKind.NegativeWeight));
            }

            return faults.ToImmutable();
        }
    }

    /// <summary>The profile with classes made one that no gate can tell apart: the same exact weights by every measure that the gates use.</summary>
    internal Profile Merged(IEnumerable<Gate> gates)
    {
        var measures = gates.SelectMany(gate => gate.Left.Terms.Concat(gate.Right.Terms)).Select(term => term.By).Distinct().ToArray();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var merged = new List<VoterClass>();
        foreach (var voters in Classes)
        {
            var weights = Array.ConvertAll(measures, voters.Weight);
            var key = string.Join(' ', weights);
            if (!Array.TrueForAll(weights, weight => weight.IsExact)) merged.Add(voters);
            else if (places.TryAdd(key, merged.Count)) merged.Add(voters);
            else merged[places[key]] = merged[places[key]].Joined(voters);
        }

        return new Profile([.. merged]);
    }
}
