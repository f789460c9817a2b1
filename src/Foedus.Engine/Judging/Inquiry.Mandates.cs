using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Kernel;
using Foedus.Engine.Mandates;

namespace Foedus.Engine.Judging;

/// <content>Who holds an office or sits in a body on the day, as the question of who is meant asks it.</content>
public partial class Inquiry
{
    /// <summary>Whether a person holds an office.</summary>
    public bool HoldsOffice(int office, int person) => Mandates.Held(office, person) is not null;

    /// <summary>Everybody who holds an office.</summary>
    public IReadOnlyList<Link> HoldersOf(int office) => [.. Mandates.Of(office).Select(m => new Link(m.Holder, 1, -1))];

    /// <summary>True if an office was held and is not any more, so that nobody can act in its name.</summary>
    public bool IsVacant(int office) => Mandates.WasEverHeld(office) && !Mandates.Of(office).Any();

    /// <summary>
    /// Whether a person, or a unit by its own name, sits in a body itself, by a mandate of its own or because of an office or of a seat
    /// elsewhere, and for which unit (-1: none).
    /// </summary>
    public bool IsMember(int person, int body, out int unit)
    {
        unit = -1;
        return BodyOf(body) is { } at && IsMember(person, at, out unit);
    }

    /// <summary>The same of a body of which nothing may be on record yet.</summary>
    public bool IsMember(int person, BodyAt at, out int unit)
    {
        unit = -1;
        if (Mandates.Held(Book.All.FindThing(at), person) is { } mandate)
        {
            unit = Mandates.SitsFor(mandate);
            return true;
        }

        if (!at.Body.Seats.Exists(g => g.Formula.Fillers.Any(f => f is SeatFormula.ExOfficio or SeatFormula.OnePerOffice)))
            return false;
        var roster = RosterOf(at, byUnits: false);
        if (roster.Find(person) is not (>= 0 and var place))
            return false;
        unit = roster.Lines[place].Unit;
        return true;
    }

    /// <summary>Everybody who is on record by name as a member of a body or chamber.</summary>
    public IEnumerable<int> MembersNamed(int body) =>
        BodyOf(body) is { } at ? [.. RosterOf(at, byUnits: false).Lines.Where(l => l.Holder >= 0 && Roll[l.Holder].Kind is Things.ThingKind.Person or Things.ThingKind.Unit).Select(l => l.Holder)] : [];
}
