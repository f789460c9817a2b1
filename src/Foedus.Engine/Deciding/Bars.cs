using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// Who has no vote for the time being. A line under an article or in "unsaid" binds every poll; one under a rule binds only polls that the
/// rule decides.
/// </summary>
internal static class Bars
{
    /// <summary>Everybody who is barred, with the provision that does it.</summary>
    public static Dictionary<int, NoVote> Of(Inquiry inquiry, IReadOnlyList<NoVote> lines, IReadOnlyList<BodyAt> bodies, int matter)
    {
        var barred = new Dictionary<int, NoVote>();
        foreach (var line in lines)
        {
            foreach (var candidate in Candidates(inquiry, line.Who, bodies))
            {
                if (!barred.ContainsKey(candidate) && Holds(inquiry, line.When, candidate, matter) == Truth.Yes)
                    barred.Add(candidate, line);
            }
        }

        return barred;
    }

    /// <summary>Whether a condition holds of a voter on a matter: the matter is what its tests of the matter are about.</summary>
    public static Truth Holds(Inquiry inquiry, Condition condition, int about, int matter)
    {
        var result = condition.Any ? Truth.No : Truth.Yes;
        foreach (var test in condition.Tests)
        {
            var one = inquiry.Holds(new Condition(false, [test with { Not = false }]), test is FactTest.MatterIs ? matter : about);
            if (one == Truth.No && test is FactTest.Fact && matter >= 0)
                one = inquiry.Holds(new Condition(false, [test with { Not = false }]), matter);
            if (test.Not)
                one = one.Not();
            result = condition.Any ? result.Or(one) : result.And(one);
        }

        return result;
    }

    private static List<int> Candidates(Inquiry inquiry, Who who, IReadOnlyList<BodyAt> bodies)
    {
        var found = new List<int>();
        foreach (var party in who.Parties)
        {
            switch (party.Kind)
            {
                case PartyKind.Unit or PartyKind.NamedUnit or PartyKind.Applicant:
                    Units(inquiry, party, found);
                    break;
                case PartyKind.Office:
                    var office = party.Office is { } declared ? inquiry.Book.ThingOf(declared) : inquiry.Roll.Find(ThingKind.Office, party.Name);
                    if (office >= 0)
                        found.Add(office);
                    foreach (var link in office >= 0 ? inquiry.HoldersOf(office) : [])
                        found.Add(link.Thing);
                    break;
                default:
                    Units(inquiry, new Party(PartyKind.Unit, "unit", Which.Any), found);
                    foreach (var body in bodies)
                    {
                        foreach (var chamber in body.Body.Chambers.Prepend(body.Body))
                        {
                            if (inquiry.Book.All.FindThing(body.Chamber(chamber)) is var thing and >= 0)
                                found.AddRange(inquiry.MembersNamed(thing));
                        }
                    }

                    break;
            }
        }

        return found;
    }

    private static void Units(Inquiry inquiry, Party party, List<int> found)
    {
        foreach (var kind in inquiry.Book.Edition.Kinds)
        {
            if (party.UnitKind is { } one && one != kind)
                continue;
            foreach (var link in inquiry.View.Objects(Relations.OfKind, inquiry.Roll.Word(kind.Name)))
            {
                if (inquiry.IsUnit(link.Thing, party.Kind == PartyKind.Applicant ? null : party) == Truth.Yes)
                    found.Add(link.Thing);
            }
        }
    }
}
