using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Deciding;

/// <summary>Reads the tests of a rule against a vote: all that it needs, or any that is enough.</summary>
internal sealed class TestReader(Inquiry inquiry, Profile profile, GateMaker gates, RuleChain chain, string? unit)
{
    public VoteResult Read()
    {
        var enough = Truth.No;
        var noted = new List<(Truth, Provision, GroundKind, string, object?, Need?)>();
        foreach (var slot in chain.Enough)
        {
            if (!inquiry.Ask(slot, out var test))
                return VoteResult.Open;
            enough = enough.Or(Read(slot.By, test, noted, out _));
        }

        if (enough == Truth.Yes)
        {
            Note(noted.FindAll(n => n.Item1 == Truth.Yes));
            return VoteResult.Carried;
        }

        noted.Clear();
        var all = chain.Needs.Count == 0 ? enough : Truth.Yes;
        var (tied, failed) = (false, false);
        foreach (var slot in chain.Needs)
        {
            if (!inquiry.Ask(slot, out var test))
            {
                all = all.And(Truth.Open);
                continue;
            }

            var one = Read(slot.By, test, noted, out var even);
            all = all.And(one);
            tied |= even;
            failed |= one == Truth.No && !even;
        }

        if (all == Truth.No && enough == Truth.Open)
            all = Truth.Open;

        // A tie is settled only where nothing else is wanting.
        if (all == Truth.No && tied && !failed && Tie() is { } settled)
            return settled;
        Note(noted);
        return all switch
        {
            Truth.Yes => VoteResult.Carried,
            Truth.No => VoteResult.Lost,
            _ => VoteResult.Open,
        };
    }

    private void Note(List<(Truth Met, Provision By, GroundKind Kind, string Words, object? Detail, Need? Need)> noted)
    {
        foreach (var n in noted)
            inquiry.Inform(n.Met, n.By, n.Kind, n.Words, n.Detail, n.Need);
    }

    private Truth Read(Provision by, DecisionTest test, List<(Truth, Provision, GroundKind, string, object?, Need?)> noted, out bool even)
    {
        even = false;
        if (test.InEachChamber)
            return InEach(by, test, noted);
        if (gates.Gate(test, out var missing) is not { } gate)
        {
            noted.Add((Truth.Open, by, GroundKind.TestOpen, test.Words, missing?.Text, missing));
            return Truth.Open;
        }

        var reading = gate.Read(profile);
        var sides = reading.Margin is { } m ? new Sides(m, test.Amount.How) : null;
        switch (reading.Truth)
        {
            case Counting.Truth.True:
                noted.Add((Truth.Yes, by, GroundKind.Carried, test.Words, sides, null));
                return Truth.Yes;
            case Counting.Truth.False:
                even = reading.Margin is { Strict: true } margin && margin.Surplus.Low.IsZero && margin.Surplus.IsExact;
                var more = More(test, reading);
                noted.Add((Truth.No, by, GroundKind.NotCarried, test.Words, new object?[] { sides, more }, new Need(more)));
                return Truth.No;
            default:
                noted.Add((Truth.Open, by, GroundKind.TestOpen, test.Words, sides, new Need("exact figures for " + test.Words)));
                return Truth.Open;
        }
    }

    /// <summary>At a joint sitting: the test has to hold among the members of each chamber.</summary>
    private Truth InEach(Provision by, DecisionTest test, List<(Truth, Provision, GroundKind, string, object?, Need?)> noted)
    {
        var met = Truth.Yes;
        foreach (var chamber in profile.Classes)
        {
            if (gates.Gate(test with { InEachChamber = false }, out var missing) is not { } gate)
            {
                noted.Add((Truth.Open, by, GroundKind.TestOpen, test.Words, missing?.Text, missing));
                return Truth.Open;
            }

            var reading = gate.Read(Profile.Of(chamber));
            var sides = reading.Margin is { } m ? new Sides(m, test.Amount.How, chamber.Name) : null;
            var one = reading.Truth switch
            {
                Counting.Truth.True => Truth.Yes,
                Counting.Truth.False => Truth.No,
                _ => Truth.Open,
            };
            var more = one == Truth.No ? More(test, reading) : null;
            noted.Add((one, by, one == Truth.No ? GroundKind.NotCarried : GroundKind.Carried, test.Words, one == Truth.No ? new object?[] { sides, more } : sides, more is null ? null : new Need(more)));
            met = met.And(one);
        }

        return met;
    }

    /// <summary>How many more in favour it takes, everybody else staying where they are in the base.</summary>
    private string More(DecisionTest test, ThresholdReading reading)
    {
        if (reading.Margin is not { } margin)
            return "other votes";
        var missing = margin.Missing;
        var whole = test.Base is not TestBase.Measure;
        var lacking = whole ? (margin.Strict ? (Ratio)(missing.Floor() + 1) : missing.Ceiling()) : missing;
        var of = test.Base switch
        {
            TestBase.Measure => test.Measure!.Name,
            TestBase.Units => lacking == Ratio.One ? test.Units!.Name : test.Units!.Plural,
            TestBase.VotesCast when unit is not null => unit,
            _ => lacking == Ratio.One ? "vote in favour" : "votes in favour",
        };
        if (test.NotInFavour || test.Amount.How is Comparison.AtMost or Comparison.FewerThan)
            return lacking.ToMixedString() + " fewer not in favour";
        return (whole || !margin.Strict ? "" : "more than ") + lacking.ToMixedString() + " more " + of;
    }

    /// <summary>What an equal vote is, where the charter says so.</summary>
    private VoteResult? Tie()
    {
        if (chain.First(r => r.Tie) is not { } slot)
            return null;
        if (!inquiry.Ask(slot, out var tie))
            return VoteResult.Open;
        if (tie.Lost)
        {
            inquiry.Inform(Truth.No, slot.By, GroundKind.Tied, "lost", null, new Need("1 more vote in favour"));
            return VoteResult.Lost;
        }

        var who = tie.Lot ? "lot" : tie.Chair ? "the chair" : tie.DecidedBy?.Words ?? "";
        inquiry.Note(Truth.Open, slot.By, GroundKind.Tied, "decided by " + who, null, new Need(tie.Lot ? "a lot" : "vote of " + who, who));
        return VoteResult.Tied;
    }
}
