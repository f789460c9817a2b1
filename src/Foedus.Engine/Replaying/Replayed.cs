using System.Collections.Immutable;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Replaying;

/// <summary>A ledger replayed from the first act.</summary>
/// <param name="State">The state after the last act.</param>
/// <param name="Rulings">What was ruled of each act, in the order of the ledger.</param>
public sealed record Replayed(State State, ImmutableArray<Ruling> Rulings);
