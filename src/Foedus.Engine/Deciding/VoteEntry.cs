using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>Voters who are alike, with what is known of them.</summary>
internal sealed class VoteEntry(VotingPlaces place, long count, WeightBounds[] weights, ResponseCounts given, int? pool)
{
    public VotingPlaces Place { get; } = place;

    public long Count { get; set; } = count;

    public WeightBounds[] Weights { get; } = weights;

    public ResponseCounts Given { get; set; } = given;

    public int? Pool { get; set; } = pool;

    /// <summary>By what two of them are told apart.</summary>
    internal readonly struct Likeness(WeightBounds[] weights, int? pool) : IEquatable<Likeness>
    {
        private readonly WeightBounds[] _weights = weights;
        private readonly int? _pool = pool;

        public bool Equals(Likeness other) => _pool == other._pool && _weights.AsSpan().SequenceEqual(other._weights);

        public override bool Equals(object? obj) => obj is Likeness other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(_pool);
            foreach (var weight in _weights)
                hash.Add(weight.Low);
            return hash.ToHashCode();
        }
    }
}
