using Foedus.Charter.Model;

namespace Foedus.Engine.Deciding;

/// <summary>What a test counts by.</summary>
internal enum CountedBy
{
    Heads,

    /// <summary>Heads without those whose vote another casts.</summary>
    There,
    Votes,
    Units,
    Figure,
}

/// <summary>A part of the electorate in which a test has to hold by itself: a chamber, or the places beneath a unit.</summary>
internal sealed record VotePart(Bodies.BodyAt? Chamber, int Unit, UnitKind? Kind);

/// <summary>A measure of a poll: what is counted, and in which part.</summary>
internal readonly record struct VoteColumn(CountedBy By, UnitKind? Kind, Measure? Measure, VotePart? Part);
