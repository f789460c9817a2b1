using Foedus.Charter.Model;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Records;

/// <summary>How an office or a unit is sorted when an edition begins: <c>at first merged for War</c>.</summary>
/// <param name="Classes">The sorting.</param>
/// <param name="Name">What is sorted.</param>
/// <param name="Value">Its class.</param>
internal sealed record FirstClass(string Classes, string Name, string Value)
{
    public static IEnumerable<FirstClass> Of(CharterEdition edition) =>
        edition.Classes.SelectMany(c => c.AtFirst.Select(f => new FirstClass(c.Name, f.Name, f.Value)));

    /// <summary>The offices of that name, or else the unit.</summary>
    public IReadOnlyList<int> Things(Rulebooks books)
    {
        var offices = books.OfficesNamed(Name);
        return offices.Count > 0 ? offices : [books.Roll.Add(ThingKind.Unit, Name)];
    }
}
