namespace Foedus.Counting;

/// <summary>What a paper says of those it does not rank.</summary>
public enum UnrankedReading
{
    /// <summary>They stand together below all whom it ranks (Schulze 2011; Tideman 2006).</summary>
    LastTogether,

    /// <summary>It says nothing of them: only those it ranks are compared with one another.</summary>
    NotCompared,
}
