using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <summary>How far those who support something are what a provision asks for.</summary>
/// <param name="Met">Whether they are: enough of them, and not more than it lets.</param>
/// <param name="Party">The party of the phrase that they come nearest to.</param>
/// <param name="Counted">How many of it count.</param>
/// <param name="Needed">How many of it are asked.</param>
/// <param name="Strangers">Those who stand for nothing in the phrase.</param>
/// <param name="Missing">What is still missing, in words ("2 more towns"); empty where nothing is.</param>
/// <param name="Excess">True where more came together than the phrase lets.</param>
/// <param name="WrongSort">The sort of the seconders, where the phrase asks for another.</param>
public sealed record Gathering(Truth Met, Party Party, Many Counted, Many Needed, ImmutableArray<int> Strangers, string Missing, bool Excess = false, string? WrongSort = null);
