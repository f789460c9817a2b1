namespace Foedus.Charter.Syntax;

/// <summary>A line of clauses, with the physical lines that continue it.</summary>
public sealed class FrameLine
{
    internal FrameLine(int first, int last, int indent)
    {
        FirstPhysical = first;
        LastPhysical = last;
        Indent = indent;
    }

    /// <summary>Its first physical line, from 0.</summary>
    public int FirstPhysical { get; }

    /// <summary>Its last physical line, from 0.</summary>
    public int LastPhysical { get; }

    /// <summary>The column of its first word, from 0, tabs expanded.</summary>
    public int Indent { get; }

    /// <summary>How many clauses stand above it; 0 at the top of the file.</summary>
    public int Depth { get; internal set; }

    /// <summary>The clauses on the line: siblings, or a head and its children if <see cref="HasColon"/>.</summary>
    public IReadOnlyList<FrameClause> Clauses { get; internal set; } = [];

    /// <summary>Whether the line is <c>head: child; child</c>.</summary>
    public bool HasColon { get; internal set; }

    /// <summary>Whether the frame could not read some of it; it is then kept as it is written.</summary>
    public bool IsSpoilt { get; internal set; }

    /// <summary>The clause that later, deeper lines belong to.</summary>
    public FrameClause Head => Clauses[0];
}
