using System.Collections.Immutable;

namespace Foedus.Engine.Verbs;

/// <summary>What judges the acts of a verb, and where the power for them may come from.</summary>
/// <param name="Judge">The class that judges them.</param>
/// <param name="Task">What is done, for the sentence that no provision gives the power to do it: "open a session".</param>
/// <param name="From">The sorts of power that it knows; an act with none of them is refused.</param>
internal sealed record VerbRow(IVerb Judge, string Task, ImmutableArray<PowerFrom> From);
