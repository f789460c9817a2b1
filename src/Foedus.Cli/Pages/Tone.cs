namespace Foedus.Cli.Pages;

/// <summary>The part that a piece of output plays; a terminal shows it as a colour, a pipe not at all.</summary>
internal enum Tone
{
    Plain,

    /// <summary>A heading or a name that matters.</summary>
    Strong,

    /// <summary>What may be passed over.</summary>
    Faint,
    Good,
    Bad,

    /// <summary>Undetermined, open, not yet.</summary>
    Open,
    Place,
}
