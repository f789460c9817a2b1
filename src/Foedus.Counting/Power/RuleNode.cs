using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>A monotone rule over sums of whole weights.</summary>
internal abstract record RuleNode
{
    private RuleNode()
    {
    }

    /// <summary>The rule that holds for a coalition exactly when this one fails for everybody else, if the whole of each weight is as given.</summary>
    public abstract RuleNode Dual(ReadOnlySpan<BigInteger> totals);

    /// <summary>A sum reaches a number.</summary>
    public sealed record Sum(int Dimension, BigInteger AtLeast) : RuleNode
    {
        public override RuleNode Dual(ReadOnlySpan<BigInteger> totals) => new Sum(Dimension, totals[Dimension] - AtLeast + 1);
    }

    /// <summary>So many of the parts hold.</summary>
    public sealed record Of(int Needed, ImmutableArray<RuleNode> Parts) : RuleNode
    {
        public override RuleNode Dual(ReadOnlySpan<BigInteger> totals)
        {
            var parts = ImmutableArray.CreateBuilder<RuleNode>(Parts.Length);
            foreach (var part in Parts) parts.Add(part.Dual(totals));
            return new Of(Parts.Length - Needed + 1, parts.MoveToImmutable());
        }
    }
}
