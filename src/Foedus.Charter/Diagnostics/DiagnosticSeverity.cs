namespace Foedus.Charter.Diagnostics;

/// <summary>How grave a message is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Lawful, and probably not what was meant.</summary>
    Warning,

    /// <summary>The line has no meaning until it is changed.</summary>
    Error,
}
