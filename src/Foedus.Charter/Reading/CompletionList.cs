using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Charter.Reading;

/// <summary>What may be typed at a place.</summary>
/// <param name="Replace">The part of a word before the place, which a chosen completion replaces.</param>
/// <param name="Items">The completions in the order of the table, those that go on with that part only.</param>
public sealed record CompletionList(TextSpan Replace, ImmutableArray<Completion> Items);
