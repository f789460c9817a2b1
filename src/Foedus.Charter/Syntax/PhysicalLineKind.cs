namespace Foedus.Charter.Syntax;

/// <summary>What a physical line holds.</summary>
internal enum PhysicalLineKind : byte
{
    /// <summary>Nothing but space.</summary>
    Blank,

    /// <summary>A comment alone.</summary>
    Comment,

    /// <summary>A quotation.</summary>
    Quotation,

    /// <summary>Clauses or a part of them.</summary>
    Clauses,
}
