namespace Foedus.Engine.Kernel;

/// <summary>How a source stands at a date: what becomes of the facts that it made.</summary>
public enum SourceStanding
{
    /// <summary>Its facts hold.</summary>
    Stands = 0,

    /// <summary>Challenged or open to challenge; its facts hold.</summary>
    Voidable = 1,

    /// <summary>Suspended at the date: its facts do not hold, and nothing shows under them.</summary>
    Suspended = 2,

    /// <summary>Ended before the date: its facts no longer hold, and nothing shows under them.</summary>
    Ended = 3,

    /// <summary>Void from the start: its facts never held, and what they had overlaid shows again.</summary>
    Void = 4,

    /// <summary>It depends on a silence for which no reading was given.</summary>
    Open = 5,
}
