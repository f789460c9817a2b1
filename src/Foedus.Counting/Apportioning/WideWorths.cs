using System.Numerics;

namespace Foedus.Counting;

/// <summary>Worths of any size and of any rule.</summary>
internal readonly struct WideWorths(DivisorRule? rule, BigInteger[] terms, BigInteger quota) : ISeatWorths<WideQuotient>
{
    private readonly DivisorRule? _rule = rule;
    private readonly BigInteger[] _terms = terms;
    private readonly BigInteger _quota = quota;

    public WideQuotient Next(int unit, long seats)
    {
        if (_rule is null) return new WideQuotient(_terms[unit] - (_quota * seats), BigInteger.One);
        var signpost = _rule.Signpost(seats + 1);
        return new WideQuotient(_terms[unit] * signpost.Denominator, signpost.Numerator);
    }
}
