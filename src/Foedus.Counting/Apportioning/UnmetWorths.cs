namespace Foedus.Counting;

/// <summary>The part of a claim that seats do not meet, where it fits 126 bits: term - seats * quota.</summary>
internal readonly struct UnmetWorths(Int128[] terms, Int128 quota) : ISeatWorths<Int128>
{
    public Int128 Next(int unit, long seats) => terms[unit] - (quota * seats);
}
