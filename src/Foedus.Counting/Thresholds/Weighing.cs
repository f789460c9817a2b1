using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A linear amount laid out over the classes of a profile: what one voter of a class adds by each response.</summary>
internal sealed class Weighing
{
    private readonly RatioRange _constant;
    private readonly ImmutableArray<VoterClass> _classes;

    // By measure, the factor of each response; measures ascending.
    private readonly SortedDictionary<int, Ratio[]> _factors = [];

    public Weighing(LinearAmount amount, Profile profile)
    {
        _constant = amount.Constant;
        _classes = profile.Classes;
        foreach (var term in amount.Terms)
        {
            if (!_factors.TryGetValue(term.By.Index, out var factors)) _factors[term.By.Index] = factors = new Ratio[ResponseCounts.Kinds];
            for (var r = 0; r < factors.Length; r++)
                if (term.Which.Has((Response)r)) factors[r] += term.Factor;
        }
    }

    /// <summary>True when neither the constant nor any weight that counts is a range.</summary>
    public bool IsExact =>
        _constant.IsExact && _factors.Keys.All(measure => _classes.All(voters => voters.Weight(new Measure(measure)).IsExact));

    /// <summary>The responses of each class, those not answered taken as absent.</summary>
    public static ResponseCounts[] Counts(Profile profile) =>
        [.. profile.Classes.Select(voters => voters.Given.Plus(Response.Absent, voters.Unanswered))];

    public RatioRange Value(ReadOnlySpan<ResponseCounts> counts)
    {
        var sum = _constant;
        foreach (var (measure, factors) in _factors)
        {
            for (var c = 0; c < _classes.Length; c++)
            {
                // All responses of a class are gathered before the weight comes in: a range then counts once.
                var gathered = Ratio.Zero;
                for (var r = 0; r < factors.Length; r++)
                {
                    var voters = counts[c][(Response)r];
                    if (voters != 0 && !factors[r].IsZero) gathered += voters * factors[r];
                }

                if (!gathered.IsZero) sum += gathered * _classes[c].Weight(new Measure(measure));
            }
        }

        return sum;
    }

    /// <summary>What one voter of a class adds by a response.</summary>
    public RatioRange Of(int voterClass, Response response)
    {
        RatioRange sum = 0;
        foreach (var (measure, factors) in _factors)
            sum += factors[(int)response] * _classes[voterClass].Weight(new Measure(measure));
        return sum;
    }

    /// <summary>What changes when one voter of a class moves from a response to another.</summary>
    public RatioRange Move(int voterClass, Response from, Response to)
    {
        RatioRange sum = 0;
        foreach (var (measure, factors) in _factors)
            sum += (factors[(int)to] - factors[(int)from]) * _classes[voterClass].Weight(new Measure(measure));
        return sum;
    }
}
