using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using CountingMeasure = Foedus.Counting.Measure;

namespace Foedus.Engine.Deciding;

/// <summary>Decides a vote by the rules that apply to it, and notes each test with its two sides.</summary>
internal static class VoteCount
{
    /// <param name="inquiry">Whose reasons are noted.</param>
    /// <param name="votes">The votes, body by body; several are pooled.</param>
    /// <param name="stage">The stage at which it is taken, if any.</param>
    /// <param name="matter">What it is about.</param>
    /// <param name="named">A rule by which alone it is decided, where an exit names one.</param>
    public static VoteResult Decide(
        Inquiry inquiry, IReadOnlyList<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> votes, Stage? stage, int matter, DecisionRule? named = null)
    {
        var body = votes[0].Body?.Body;
        var chains = RuleChain.For(inquiry, body, stage, matter, named);
        if (chains.Count == 0 || chains.All(c => c.Needs.Count == 0 && c.Enough.Count == 0))
        {
            inquiry.Note(Truth.Open, body?.By, GroundKind.NoRule, body?.Name ?? "it", null, new Need("a rule of decision for " + body?.Name));
            return VoteResult.Open;
        }

        var result = VoteResult.Carried;
        foreach (var chain in chains)
        {
            var one = Decide(inquiry, votes, votes[0].Body, chain);
            if (one == VoteResult.Open || (result != VoteResult.Open && one != VoteResult.Carried))
                result = one;
        }

        return result;
    }

    private static VoteResult Decide(Inquiry inquiry, IReadOnlyList<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> votes, BodyAt? at, RuleChain chain)
    {
        var body = at?.Body;
        var weight = chain.First(r => r.Votes);
        var byMeasure = weight is not null && inquiry.Ask(weight, out var w) ? w.Measure : null;
        var ballots = Ballots.Of(inquiry, votes, byMeasure is null ? chain.Measures : chain.Measures.Append(byMeasure), byMeasure);
        if (ballots.Exceeds is { } members)
        {
            inquiry.Note(Truth.No, body?.By, GroundKind.VoteSum, ballots.Profile.Classes[0].Given.Total.ToString(System.Globalization.CultureInfo.InvariantCulture), new object?[] { body?.Name, members });
            return VoteResult.Open;
        }

        var abstaining = votes.Any(v => v.Tallies.Any(t => t.Side == Side.Abstaining));
        var abstention = Abstention.NotCounted;
        if (abstaining && chain.First(r => r.Abstention) is { } slot)
        {
            if (!inquiry.Ask(slot, out abstention))
                return VoteResult.Open;
            inquiry.Cite(slot.By, GroundKind.Abstentions, abstention switch
            {
                Abstention.CountsAgainst => "counted against",
                Abstention.QuorumOnly => "counted for the quorum only",
                _ => "not counted",
            });
        }

        var by = byMeasure is not null && ballots.ByUnits && !ballots.ByResult ? new CountingMeasure(ballots.IndexOf(byMeasure)) : CountingMeasure.Heads;
        var gates = new GateMaker(inquiry, ballots, at, abstention == Abstention.CountsAgainst, by, byMeasure);
        var quorum = Quorum(inquiry, chain, ballots, gates);
        if (quorum != Truth.Yes)
            return quorum == Truth.No ? VoteResult.NoQuorum : VoteResult.Open;
        return new TestReader(inquiry, ballots.Profile, gates, chain, byMeasure?.Name).Read();
    }

    private static Truth Quorum(Inquiry inquiry, RuleChain chain, Ballots ballots, GateMaker gates)
    {
        if (chain.First(r => r.Quorum) is not { } slot)
            return Truth.Yes;
        if (!inquiry.Ask(slot, out var rule))
            return Truth.Open;
        if (rule.Test is not { } test)
            return Truth.Yes;
        if (gates.Presence(test, out var missing) is not { } gate)
            return inquiry.Note(Truth.Open, slot.By, GroundKind.TestOpen, "quorum " + test.Words, missing?.Text, missing);
        var reading = gate.Read(ballots.Profile);
        var there = reading.Margin is { } margin ? margin.Left.ToString() : "";
        return reading.Truth switch
        {
            Counting.Truth.True => Met(inquiry, slot.By, test, there),
            Counting.Truth.False => inquiry.Inform(Truth.No, slot.By, GroundKind.NoQuorum, test.Words, there, new Need(MoreThere(reading))),
            _ => inquiry.Note(Truth.Open, slot.By, GroundKind.TestOpen, "quorum " + test.Words, "how many are there"),
        };
    }

    private static Truth Met(Inquiry inquiry, Provision by, DecisionTest test, string there)
    {
        inquiry.Cite(by, GroundKind.Quorum, test.Words, there);
        return Truth.Yes;
    }

    private static string MoreThere(ThresholdReading reading) =>
        reading.Margin is { } m ? (m.Strict ? m.Missing.Floor() + 1 : m.Missing.Ceiling()).ToString(System.Globalization.CultureInfo.InvariantCulture) + " more present" : "more present";
}
