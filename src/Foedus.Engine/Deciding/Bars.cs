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
            // Of most voters nothing is stated: for all of them the condition comes to the same.
            var stated = Stated(inquiry, line);
            var ofEach = line.When.Tests.Any(t => t is FactTest.ClassIs or FactTest.ContributionMissed);
            if (ofEach || Holds(inquiry, line.When, -1, matter) == Truth.Yes)
            {
                foreach (var candidate in Candidates(inquiry, line.Who, bodies))
                {
                    if ((!ofEach && !stated.Contains(candidate)) || Holds(inquiry, line.When, candidate, matter) == Truth.Yes)
                        barred.TryAdd(candidate, line);
                }

                continue;
            }

            foreach (var candidate in stated)
            {
                if (IsMeant(inquiry, candidate, line.Who) && Holds(inquiry, line.When, candidate, matter) == Truth.Yes)
                    barred.TryAdd(candidate, line);
            }
        }

        return barred;
    }

    /// <summary>Whether a condition holds of a voter on a matter: what was stated of the voter, of the matter, or of nothing in particular.</summary>
    public static Truth Holds(Inquiry inquiry, Condition condition, int about, int matter)
    {
        var result = condition.Any ? Truth.No : Truth.Yes;
        foreach (var test in condition.Tests)
        {
            var one = Holds(inquiry, test, about, matter);
            result = condition.Any ? result.Or(one) : result.And(one);
        }

        return result;
    }

    private static Truth Holds(Inquiry inquiry, FactTest test, int about, int matter)
    {
        if (test is FactTest.ClassIs or FactTest.ContributionMissed)
            return inquiry.Holds(new Condition(false, [test]), about);
        var at = test is FactTest.MatterIs ? matter : Where(inquiry, test, about, matter);
        var met = at < 0 || (test is FactTest.Finding { With: null } finding && inquiry.Regards(finding.Text, at, matter) == Truth.No) ? Truth.No : inquiry.Holds(new Condition(false, [test with { Not = false }]), at);
        return test.Not ? met.Not() : met;
    }

    /// <summary>Of what something was stated or found that a test asks for: the voter, the matter, the federation; -1: of none of them.</summary>
    private static int Where(Inquiry inquiry, FactTest test, int about, int matter)
    {
        var (relation, word) = KeyOf(inquiry, test);
        foreach (var thing in (ReadOnlySpan<int>)[about, matter, Roll.Federation])
        {
            if (thing >= 0 && inquiry.View.Look(relation, thing, word) is { } sight && (sight.Holds || sight.Version == Kernel.FactStore.Open))
                return thing;
        }

        return -1;
    }

    private static (int Relation, int Word) KeyOf(Inquiry inquiry, FactTest test) => test switch
    {
        FactTest.Finding finding => (Relations.Finding, inquiry.Roll.Word(finding.Text)),
        FactTest.Fact fact => (Relations.Fact, inquiry.Roll.Word(fact.Declared.Name)),
        _ => (-1, -1),
    };

    /// <summary>Those of whom something was stated or found that a condition asks for.</summary>
    private static HashSet<int> Stated(Inquiry inquiry, NoVote line)
    {
        var found = new HashSet<int>();
        foreach (var test in line.When.Tests)
        {
            if (test is FactTest.MatterIs or FactTest.ClassIs or FactTest.ContributionMissed)
                continue;
            var (relation, word) = KeyOf(inquiry, test);
            foreach (var link in inquiry.View.Subjects(relation, word))
                found.Add(link.Thing);
        }

        return found;
    }

    private static bool IsMeant(Inquiry inquiry, int thing, Who who)
    {
        foreach (var party in who.Parties)
        {
            var meant = party.Kind switch
            {
                PartyKind.Unit or PartyKind.NamedUnit => inquiry.Roll[thing].Kind == ThingKind.Unit && inquiry.IsUnit(thing, party) == Truth.Yes,
                PartyKind.Applicant => inquiry.Roll[thing].Kind == ThingKind.Unit,
                PartyKind.Office => inquiry.Is(thing, party) == Truth.Yes,
                _ => inquiry.Roll[thing].Kind is ThingKind.Unit or ThingKind.Person or ThingKind.Office or ThingKind.Outside,
            };
            if (meant)
                return true;
        }

        return false;
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
