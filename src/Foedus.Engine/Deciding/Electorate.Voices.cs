using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <content>Those who may speak and have no vote.</content>
internal sealed partial class Electorate
{
    private static IEnumerable<VoiceOnly> VoicesOf(BodyAt body) =>
        body.Body.VoiceOnly.Concat(body.Body.ChamberOf?.VoiceOnly ?? []).Concat(body.Body.Chambers.SelectMany(c => c.VoiceOnly));

    private static bool HasVoices(Body body) => body.VoiceOnly.Count > 0 || body.ChamberOf is { VoiceOnly.Count: > 0 } || body.Chambers.Exists(c => c.VoiceOnly.Count > 0);

    /// <summary>Those who have a voice only. Units and members that vote are no applicants.</summary>
    private void Silence(VoiceOnly voice, BodyAt body)
    {
        var reason = (voice.By, GroundKind.VoiceOnly, body.Name);
        switch (voice.Who.Kind)
        {
            case PartyKind.Applicant:
                break;
            case PartyKind.Outside or PartyKind.Office when OfficeThings(voice.Who, body) is { Count: > 0 } offices:
                foreach (var office in offices)
                {
                    _outside.TryAdd(office, reason);
                    foreach (var holder in _inquiry.Roll[office].Kind == ThingKind.Office ? _inquiry.HoldersOf(office) : [])
                    {
                        if (!HasASeat(holder.Thing))
                            _outside.TryAdd(holder.Thing, reason);
                    }
                }

                break;
            default:
                foreach (var thing in _inquiry.Parties.NamedIn(voice.Who, _inquiry.Anchor))
                {
                    // "any state" is every state but those that were elected or are named as members.
                    if (voice.Who.Kind == PartyKind.Unit && (HasASeat(thing) || IsNamedMember(thing)))
                        continue;
                    if (voice.Who.Kind is PartyKind.Unit or PartyKind.NamedUnit || !_all.Exists(p => p.Holder == thing && p.Unit >= 0))
                        _outside.TryAdd(thing, reason);
                }

                break;
        }
    }

    /// <summary>Whether a person sits in one of the bodies by a mandate of its own, and not only because of an office.</summary>
    private bool HasASeat(int person) =>
        Bodies.Any(b => Mandates.Posts.Parts(_inquiry, b).Any(post => _inquiry.Mandates.Held(post, person) is not null));

    /// <summary>Whether a body names a unit as one of those that sit in it.</summary>
    private bool IsNamedMember(int unit) =>
        Bodies.Any(b => b.Body.Seats.Concat(b.Body.Chambers.SelectMany(c => c.Seats)).SelectMany(g => g.Formula.Fillers).OfType<SeatFormula.ExOfficio>()
            .Any(f => f.Who.Parties.Any(p => p.Kind == PartyKind.NamedUnit && _inquiry.IsUnit(unit, p) == Truth.Yes)));

    /// <summary>An office, or somebody whom the charter merely names, under the names by which acts call it: "Chairman-of-Joint-Organ" too.</summary>
    private List<int> OfficeThings(Party party, BodyAt body)
    {
        var roll = _inquiry.Roll;
        var found = new List<int>();
        var names = party.Of is { } of ? new[] { party.Name, party.Name + "-of-" + of.Name } : [party.Name];
        for (var n = 0; n < names.Length; n++)
        {
            int[] candidates =
            [
                roll.Find(ThingKind.Outside, names[n]), roll.Find(ThingKind.Person, names[n]), roll.Find(ThingKind.Office, names[n]),
                roll.Find(ThingKind.Office, names[n], _inquiry.Book.ThingOf(body)),
                n == 0 && party.Office is { } office ? _inquiry.Book.ThingOf(office) : -1,
            ];
            found.AddRange(candidates.Where(c => c >= 0 && (party.Of is null || n == 1 || c == (party.Office is { } o ? _inquiry.Book.ThingOf(o) : -1))));
        }

        return found;
    }
}
