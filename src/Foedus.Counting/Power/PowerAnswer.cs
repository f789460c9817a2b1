using System.Numerics;

namespace Foedus.Counting;

/// <summary>An exact answer, or that it would have taken more than the budget, or why the question has none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Value">The answer; null if it was not computed.</param>
/// <param name="Needed">Without an answer: the steps that it would take, at most; null if no method within reach applies.</param>
public sealed record PowerAnswer<T>(T? Value, BigInteger? Needed)
    where T : class
{
    /// <summary>Why the question has no answer; null for a question that has one.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Whether there is an answer. An answer is always exact.</summary>
    public bool IsKnown => Value is not null;

    internal static PowerAnswer<T> Of(T value) => new(value, null);

    internal static PowerAnswer<T> Refused(string why) => new(null, null) { Refusal = why };

    internal static PowerAnswer<T> Beyond(Int128? steps) => new(null, steps is { } needed ? (BigInteger)needed : null);
}
