using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>Whose poll there is on a matter: that of a body, of several that sit together, or of electors.</summary>
internal static class PollAt
{
    /// <summary>The poll in which these vote or report at a stage.</summary>
    public static Poll Of(Judgement j, int matter, Stage stage, Hearing hearing, ImmutableArray<int> by)
    {
        if (by.Length > 0 && j.Roll[by[0]].Kind == ThingKind.Electors)
        {
            var whole = hearing.Before.Parties.Any(p => p.Kind == PartyKind.Electors && p.Of is null && p.Which is not (Which.Each or Which.Every)) && j.Roll[by[0]].Of >= 0
                ? j.Roll.Add(ThingKind.Electors, "electors")
                : by[0];
            return new Poll(j, matter, stage, [], whole);
        }

        var bodies = new List<BodyAt>(by.Length);
        foreach (var one in by)
        {
            if (j.BodyOf(one) is { } body)
                bodies.Add(body);
        }

        if (hearing.Order == HearingOrder.Together && hearing.Before.Parties.Length > 1 && bodies.Count > 0)
            bodies = [.. hearing.Before.Parties.Select(p => p.Body is { } part ? j.BodyAt(part, bodies[0].Unit) : null).OfType<BodyAt>()];
        return bodies.Count > 0 ? new Poll(j, matter, stage, bodies, -1) : new Poll(j, matter, stage, [], by.Length > 0 ? by[0] : -1);
    }

    /// <summary>What the doers have cast in an open poll on a matter is taken back; false if one of them has cast nothing.</summary>
    public static bool TakeBack(Judgement j, int matter)
    {
        foreach (var poll in Open(j, matter, out _, out _))
        {
            if (!j.Act.By.All(poll.Record.HasTold))
                continue;
            foreach (var doer in j.Act.By)
                j.Unlink(Relations.Ballot, matter, doer);
            return true;
        }

        return false;
    }

    /// <summary>The polls that may be open on a matter: of each body before which it stands, or of all together.</summary>
    public static List<Poll> Open(Judgement j, int matter, out Stage? stage, out Hearing? hearing)
    {
        var polls = new List<Poll>();
        (stage, hearing) = (null, null);
        if (!j.View.TryValue(Relations.Stage, matter, out var value))
        {
            foreach (var body in j.Book.Edition.Bodies)
            {
                if ((body.ChamberOf ?? body).EachOf is null)
                    polls.Add(new Poll(j, matter, null, [new BodyAt(body)], -1));
                else if (j.Actor >= 0 && j.BodyAt(body, j.UnitOf(j.Actor)) is { Unit: >= 0 } own)
                    polls.Add(new Poll(j, matter, null, [own], -1));
            }

            return polls;
        }

        var at = stage = j.Book.InPlaceOf(value).Stage;
        if (stage?.Before is not { } slot || !j.Fill(slot, out hearing, out _))
            return polls;
        var bodies = new List<BodyAt>();
        foreach (var party in hearing.Before.Parties)
        {
            if (party.Kind == PartyKind.Electors)
            {
                polls.Add(new Poll(j, matter, stage, [], j.Roll.Add(ThingKind.Electors, "electors", party.Of is { Kind: PartyKind.NamedUnit } unit ? j.Roll.Find(ThingKind.Unit, unit.Name) : -1)));
                continue;
            }

            if (party is { Kind: PartyKind.Body, Body: { EachOf: { } kind } own })
            {
                // The body of its own unit need not have been spoken of before a member votes.
                var home = j.Actor < 0 ? -1 : j.UnitOf(j.Actor);
                bodies.AddRange(j.Parties.UnitsOf(kind, WhoReader.Owner(party), j.Anchor).Select(u => new BodyAt(own, u))
                    .Where(b => j.Book.All.FindThing(b) >= 0 || (home >= 0 && (b.Unit == home || UnitsBeneath.Has(j, b.Unit, home)))));
                continue;
            }

            foreach (var thing in j.Parties.NamedIn(party, j.Anchor))
            {
                if (j.BodyOf(thing) is { } body)
                    bodies.Add(body);
            }
        }

        if (hearing.Order == HearingOrder.Together && bodies.Count > 1)
            polls.Add(new Poll(j, matter, stage, bodies, -1));
        else
            polls.AddRange(bodies.Select(b => new Poll(j, matter, at, [b], -1)));
        return polls;
    }
}
