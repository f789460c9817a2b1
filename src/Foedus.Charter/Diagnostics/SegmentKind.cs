namespace Foedus.Charter.Diagnostics;

/// <summary>The part that a piece of a rendered message plays.</summary>
public enum SegmentKind
{
    /// <summary>Spaces, line ends and other text without a part.</summary>
    Plain,

    /// <summary><c>error[FD0101]</c>.</summary>
    Error,

    /// <summary><c>warning[FD0106]</c>.</summary>
    Warning,

    /// <summary><c>note[FD0004]</c>.</summary>
    Note,

    /// <summary>The message.</summary>
    Message,

    /// <summary>File, line and column.</summary>
    Place,

    /// <summary>Line numbers and rules beside the source.</summary>
    Gutter,

    /// <summary>A line of the file.</summary>
    Source,

    /// <summary>The underline of the place that the message is about, and its words.</summary>
    Primary,

    /// <summary>The underline of another place, and its words.</summary>
    Secondary,

    /// <summary>Help.</summary>
    Help,
}
