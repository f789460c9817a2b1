namespace Foedus.Charter.Forms;

/// <summary>What one word (or a few) of a phrase may be.</summary>
public enum AtomicType
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A whole number, decimal, fraction or percentage.</summary>
    Number,

    /// <summary>A date, perhaps without its day or month.</summary>
    Date,

    /// <summary>A name; neighbours join.</summary>
    Name,

    /// <summary>A lower-case word that is not a small word of the language.</summary>
    Term,

    /// <summary>Any lower-case word.</summary>
    Word,

    /// <summary>Quoted text.</summary>
    String,

    /// <summary>A label such as <c>16(4)</c>, or a number, name or word that serves as one.</summary>
    Label,

    /// <summary>The rest of the clause.</summary>
    Anything,
}
