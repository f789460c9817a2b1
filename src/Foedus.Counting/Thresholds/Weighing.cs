using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A linear amount laid out over the classes of a profile: what one voter of a class adds by each response.</summary>
internal sealed class Weighing
{
    private readonly RatioRange _constant;
    private readonly ImmutableArray<VoterClass> _classes;

    // By measure, the factor of each response; measures ascending.
    private readonly (int Measure, Ratio[] Factors)[] _factors;

    public Weighing(LinearAmount amount, Profile profile)
    {
        _constant = amount.Constant;
        _classes = profile.Classes;
        _factors = amount.Terms.IsEmpty ? [] : new (int, Ratio[])[amount.Terms.Length];
        var measures = 0;
        foreach (var term in amount.Terms)
        {
            var factors = FactorsOf(term.By.Index, ref measures);
            for (var r = 0; r < factors.Length; r++)
                if (term.Which.Has((Response)r)) factors[r] += term.Factor;
        }

        if (measures < _factors.Length) Array.Resize(ref _factors, measures);
    }

    /// <summary>True when neither the constant nor any weight that counts is a range.</summary>
    public bool IsExact =>
        _constant.IsExact && Array.TrueForAll(_factors, factor => _classes.All(voters => voters.Weight(new Measure(factor.Measure)).IsExact));

    /// <summary>The responses of each class, those not answered taken as absent.</summary>
    public static ResponseCounts[] Counts(Profile profile)
    {
        var counts = new ResponseCounts[profile.Classes.Length];
        for (var c = 0; c < counts.Length; c++)
            counts[c] = profile.Classes[c].Given.Plus(Response.Absent, profile.Classes[c].Unanswered);
        return counts;
    }

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

    private Ratio[] FactorsOf(int measure, ref int measures)
    {
        var at = 0;
        while (at < measures && _factors[at].Measure < measure) at++;
        if (at < measures && _factors[at].Measure == measure) return _factors[at].Factors;
        Array.Copy(_factors, at, _factors, at + 1, measures - at);
        measures++;
        _factors[at] = (measure, new Ratio[ResponseCounts.Kinds]);
        return _factors[at].Factors;
    }
}
