using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>One voter or one delegation casts its votes, whole or divided, and never more than it has.</summary>
internal sealed class CastsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var bodies = Bodies(j);
        foreach (var body in bodies)
        {
            if (Voting.Barred(j, body, j.Actor))
                return;
        }

        var unit = j.UnitOf(j.Actor);
        var cast = Ratio.Zero;
        foreach (var tally in j.Act.Tallies)
            cast += tally.Count ?? Ratio.One;
        var home = bodies.Find(b => j.Seats(b).Shares.Any(s => s.Unit == unit)) ?? (bodies.Count == 1 ? bodies[0] : null);
        if (home is null)
        {
            if (bodies.Exists(b => j.Is(j.Actor, new Party(PartyKind.Member, "member", Which.Any) { Of = new Party(PartyKind.Body, b.Name, Which.Plain) { Body = b } }) == Truth.Yes))
                j.OwnRight(null, "it has a vote");
            else
                j.Refuse(null, GroundKind.NotAVoter, j.ActorName, string.Join(", ", bodies.Select(b => b.Name)));
            return;
        }

        Weigh(j, home, unit, cast);
        j.Link(Relations.Ballot, j.Act.Object, j.Actor, PackedTally.Pack(j.Act.Tallies));
    }

    /// <summary>The bodies before which the matter stands; for a matter outside any procedure, all bodies with votes.</summary>
    private static List<Body> Bodies(Judgement j)
    {
        if (j.View.TryValue(Relations.Stage, j.Act.Object, out var value) && j.Book.All.PlaceOf(value).Stage?.Before is { } slot && j.Ask(slot, out var hearing))
            return [.. hearing.Before.Parties.Where(p => p.Body is not null).Select(p => p.Body!)];
        return [.. j.Book.Edition.Bodies.Where(b => b.EachOf is null)];
    }

    private static void Weigh(Judgement j, Body body, int unit, Ratio cast)
    {
        VoteWeight? weight = null;
        Provision by = body.By;
        foreach (var chain in RuleChain.For(j, body, null, j.Act.Object))
        {
            if (chain.First(r => r.Votes) is not { } slot || !j.Ask(slot, out weight))
                continue;
            by = slot.By;
            break;
        }

        var has = Voting.VotesOf(j, body, unit, weight);
        if (has is not { } votes)
            j.Note(Truth.Open, by, GroundKind.SeatsOpen, j.Roll.NameOf(unit), body.Name, new Need("the votes of " + j.Roll.NameOf(unit) + " in " + body.Name));
        else if (cast > votes)
            j.Refuse(by, GroundKind.TooManyVotes, j.Roll.NameOf(unit), new object?[] { votes, cast }, new Need("at most " + votes + " votes"));
        else
            j.Cite(by, GroundKind.SeatsCertified, j.Roll.NameOf(unit), new object?[] { votes, body.Name });
    }
}
