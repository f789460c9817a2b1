using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Judging;

/// <content>Who holds an office or sits in a body on the day, as the question of who is meant asks it.</content>
public partial class Inquiry
{
    /// <summary>Whether a person holds an office.</summary>
    public bool HoldsOffice(int office, int person) => View.Holds(Relations.Holder, office, person);

    /// <summary>Everybody who holds an office.</summary>
    public IReadOnlyList<Link> HoldersOf(int office) => View.Objects(Relations.Holder, office).ToList();

    /// <summary>True if an office was held and is not any more, so that nobody can act in its name.</summary>
    public bool IsVacant(int office) => false;

    /// <summary>Whether a person sits in a body, and for which unit (-1: none).</summary>
    public bool IsMember(int person, int body, out int unit)
    {
        unit = -1;
        if (!View.TryValue(Relations.Seat, body, person, out var value))
            return false;
        unit = (int)value - 1;
        return true;
    }

    /// <summary>Everybody who is on record by name as a member of a body or chamber.</summary>
    public IEnumerable<int> MembersNamed(int body)
    {
        foreach (var link in View.Objects(Relations.Seat, body).ToList())
            yield return link.Thing;
    }
}
