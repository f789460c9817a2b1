namespace Foedus.Charter.Forms;

/// <summary>The table of forms itself is wrong: a fault of the product, not of a charter.</summary>
public sealed class FormTableException : Exception
{
    public FormTableException()
    {
    }

    public FormTableException(string message)
        : base(message)
    {
    }

    public FormTableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
