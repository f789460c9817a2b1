using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// One place votes once, under whatever name: that of the unit whose it is, of the person who sits in it, of an office that this person
/// holds. Here is who else has told of the places of a voter.
/// </summary>
internal static class OtherNames
{
    /// <summary>Who else has cast votes of a voter's places in a poll: persons first, then units, which stand for what is left.</summary>
    public static List<int> WhoCast(Inquiry inquiry, Poll poll, Electorate roll, int voter)
    {
        var names = new List<int>();
        Offices(inquiry, voter, names);
        foreach (var i in roll.Find(voter, out _))
        {
            var place = roll.Places[i];
            Add(place.Holder, names);
            if (place.Holder >= 0)
                Offices(inquiry, place.Holder, names);
            if (place.Unit < 0 || place.Unit == voter || names.Contains(place.Unit))
                continue;
            names.Add(place.Unit);
            if (!poll.Record.HasTold(place.Unit))
                continue;

            // Votes that the unit has cast may be those of any of its members who have cast none.
            foreach (var other in roll.Find(place.Unit, out _))
            {
                Add(roll.Places[other].Holder, names);
                if (roll.Places[other].Holder >= 0)
                    Offices(inquiry, roll.Places[other].Holder, names);
            }
        }

        names.RemoveAll(n => n == voter || !poll.Record.HasTold(n));
        return [.. names.Distinct().OrderBy(n => inquiry.Roll[n].Kind == ThingKind.Unit ? 1 : 0)];
    }

    private static void Add(int name, List<int> names)
    {
        if (name >= 0)
            names.Add(name);
    }

    /// <summary>The offices that somebody holds, or who holds an office.</summary>
    private static void Offices(Inquiry inquiry, int name, List<int> names)
    {
        switch (inquiry.Roll[name].Kind)
        {
            case ThingKind.Office:
                names.AddRange(inquiry.HoldersOf(name).Select(h => h.Thing));
                break;
            case ThingKind.Person or ThingKind.Unit:
                names.AddRange(inquiry.Mandates.HeldBy(name).Select(m => m.Post).Where(p => inquiry.Roll[p].Kind == ThingKind.Office));
                break;
            default:
                break;
        }
    }
}
