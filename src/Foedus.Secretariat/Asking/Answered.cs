using System.Collections.Immutable;

namespace Foedus.Secretariat;

/// <summary>The answer to a question, or why there is none.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Value">The answer; null if there is none.</param>
/// <param name="Problems">Why there is none, or what is wrong with the words of the question; may be empty beside an answer.</param>
public sealed record Answered<T>(T? Value, ImmutableArray<Problem> Problems)
    where T : class;
