namespace Foedus.Secretariat;

/// <summary>Help that can be applied: a piece of one text is replaced by other words.</summary>
/// <param name="File">The path of the text.</param>
/// <param name="Start">The offset of the first character that is replaced, in UTF-16 units.</param>
/// <param name="End">The offset behind the last; equal to <paramref name="Start"/> where something is put in.</param>
/// <param name="Words">What is written there.</param>
public sealed record ProblemEdit(string File, int Start, int End, string Words)
{
    /// <summary>The text with the edit made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter than the place of the edit.</exception>
    public string Apply(string content) => string.Concat(content.AsSpan(0, Start), Words, content.AsSpan(End));
}
