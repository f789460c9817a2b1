using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>Who has a vote in a body, and how many.</summary>
internal static class Voting
{
    /// <summary>Notes that a voter has a voice only in the body, or has no vote for the time being. True if so.</summary>
    public static bool Barred(Inquiry inquiry, Body body, int voter)
    {
        foreach (var voice in body.VoiceOnly)
        {
            if (inquiry.Is(voter, voice.Who) == Truth.Yes || IsNamed(inquiry, voter, voice.Who))
            {
                inquiry.Note(Truth.No, voice.By, GroundKind.VoiceOnly, inquiry.Roll.NameOf(voter), body.Name);
                return true;
            }
        }

        var rules = inquiry.Book.Edition.NoVotes.Concat(inquiry.Book.Edition.Rules.SelectMany(r => r.NoVotes)).Distinct();
        foreach (var none in rules)
        {
            if (inquiry.IsOneOf(voter, none.Who) == Truth.No && inquiry.IsOneOf(inquiry.UnitOf(voter), none.Who) == Truth.No)
                continue;
            var about = inquiry.UnitOf(voter) is var unit && unit >= 0 ? unit : voter;
            if (inquiry.Holds(none.When, about) == Truth.Yes)
            {
                inquiry.Note(Truth.No, none.By, GroundKind.NoVoteWhen, inquiry.Roll.NameOf(voter), none.When.Words, new Need("not " + none.When.Words));
                return true;
            }
        }

        return false;
    }

    /// <summary>An office named without its body: "Chairman-of-Joint-Organ", or the bare name of an office with a voice only.</summary>
    private static bool IsNamed(Inquiry inquiry, int voter, Party party)
    {
        var thing = inquiry.Roll[voter];
        var name = party.Of is { } of ? party.Name + "-of-" + of.Name : party.Name;
        return string.Equals(thing.Name, name, StringComparison.Ordinal)
            || (thing.Kind is ThingKind.Outside or ThingKind.Person or ThingKind.Office && string.Equals(thing.Name, party.Name, StringComparison.Ordinal) && party.Of is null);
    }

    /// <summary>How many votes a unit has in a body: its mandates, or what the rule's measure gives it; null if not known.</summary>
    public static Ratio? VotesOf(Inquiry inquiry, Body body, int unit, VoteWeight? weight)
    {
        if (weight?.Measure is { } measure)
            return inquiry.FigureOf(unit, measure);
        if (inquiry.View.TryValue(Relations.Credentials, inquiry.Book.ThingOf(body), unit, out var certified))
            return certified;
        var (least, most) = inquiry.Seats(body).Of(unit);
        return most is { } m && m == least ? m : null;
    }
}
