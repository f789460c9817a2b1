using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>A silence, the clause at which it was found, the form that would fill it, and the places that it leaves open.</summary>
internal sealed class SilenceEntry(Silence silence, ClauseSyntax clause, Form form)
{
    public Silence Silence { get; } = silence;

    /// <summary>The clause that declares it, or the construct in which something is missing.</summary>
    public ClauseSyntax Clause { get; } = clause;

    /// <summary>The form whose phrase a reading must fit.</summary>
    public Form Form { get; } = form;

    /// <summary>The numbers of the editions in which it is met.</summary>
    public SortedSet<int> Editions { get; } = [];

    public List<OpenSlot> Slots { get; } = [];

    /// <summary>The construct as people call it, for a place that no clause mentions.</summary>
    public string? About { get; set; }

    /// <summary>Whether the address was given and is not to be made from the text.</summary>
    public bool HasOwnAddress { get; set; }
}
