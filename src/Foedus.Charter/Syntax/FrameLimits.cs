namespace Foedus.Charter.Syntax;

/// <summary>What a file may hold. Beyond a limit there is a message, and the rest of the line or file is kept and not read.</summary>
public static class FrameLimits
{
    /// <summary>Characters in a file.</summary>
    public const int Characters = 32 * 1024 * 1024;

    /// <summary>Clauses in a file.</summary>
    public const int Clauses = 1_000_000;

    /// <summary>Levels of indentation.</summary>
    public const int Depth = 64;

    /// <summary>Words and marks in one physical line.</summary>
    public const int TokensPerLine = 20_000;

    /// <summary>Physical lines that one clause may run over.</summary>
    public const int Continuations = 1_000;

    /// <summary>Characters in one number.</summary>
    public const int NumberLength = 200;

    /// <summary>Clauses opened one inside the other on one line.</summary>
    public const int Carried = 8;
}
