namespace Foedus.Engine.Verbs;

/// <summary>Where the power for an act comes from. No act is accepted without one of those that its verb knows.</summary>
internal enum PowerFrom
{
    /// <summary>A clause of the charter names who may.</summary>
    Clause,

    /// <summary>The matter stands before whoever answers it.</summary>
    Stage,

    /// <summary>Whoever acts disposes of nothing but what is its own: its mandate, its answer, the matter that it put, its figures.</summary>
    OwnRight,

    /// <summary>A body decides by its own rule what is before nobody; it moves nothing.</summary>
    OwnRule,

    /// <summary>What is done carries out what was decided before.</summary>
    Execution,

    /// <summary>Done on or before the day of the first edition, which no earlier charter could have let.</summary>
    Founding,

    /// <summary>Words: nothing follows from them.</summary>
    Words,

    /// <summary>Given in a case.</summary>
    Given,
}
