using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Deciding;

/// <content>What it came to, in words: each test with its two sides, and what would tell where something is open.</content>
internal sealed partial class PollReading
{
    public void Report(Inquiry inquiry, Ends ends, bool single)
    {
        var alone = _completions.Alone.ToArray();
        Truth Gate(int g) => alone[g] switch { Counting.Truth.True => Truth.Yes, Counting.Truth.False => Truth.No, _ => Truth.Open };
        if (_quorum is { } quorum)
        {
            var met = quorum.Read(Gate);
            var there = quorum.Gates.Count > 0 && quorum.Missing is null ? Words(_completions.BoundsOf(_gates[quorum.Gates[0].Gate].Left)) : "";
            if (ends == Ends.NoQuorum)
                inquiry.Inform(Truth.No, quorum.By, GroundKind.NoQuorum, quorum.Words, there, new Need(MoreThere(quorum)));
            else if (met == Truth.Yes)
                inquiry.Cite(quorum.By, GroundKind.Quorum, quorum.Words, there);
            else if (met == Truth.Open && !single)
                inquiry.Note(Truth.Open, quorum.By, GroundKind.TestOpen, "quorum " + quorum.Words, quorum.Missing?.Text ?? "how many are there", quorum.Missing);
            if (ends == Ends.NoQuorum)
                return;
        }

        var enough = _enough.Find(l => l.Read(Gate) == Truth.Yes);
        if (enough is not null && ends == Ends.Carried)
        {
            Note(inquiry, enough, Gate, single);
            return;
        }

        var noted = false;
        foreach (var need in _needs)
            noted |= Note(inquiry, need, Gate, single) == Truth.No;
        if (!single)
        {
            foreach (var line in _enough)
                Note(inquiry, line, Gate, single);
        }

        if (ends == Ends.Lost && !noted)
        {
            var by = _needs.Count > 0 ? _needs[0].By : _enough[0].By;
            if (!_vote.AnybodyFor)
                inquiry.Inform(Truth.No, by, GroundKind.NobodyInFavour, null, null, new Need("1 vote in favour"));
            else
                inquiry.Inform(Truth.No, by, GroundKind.NoWayToCarry, _needs.Count > 0 ? _needs[0].Words : "", null, new Need("other votes"));
        }
    }

    private Truth Note(Inquiry inquiry, PollLine line, Func<int, Truth> gate, bool single)
    {
        if (line.Test is null)
            return Truth.Open;
        if (line.Missing is { } missing)
        {
            if (!single)
                inquiry.Note(Truth.Open, line.By, GroundKind.TestOpen, line.Words, missing.Text, missing);
            return Truth.Open;
        }

        var met = line.Read(gate);
        if (line.Counts is not null)
        {
            if (met == Truth.Open && !single)
                inquiry.Note(met, line.By, GroundKind.TestOpen, line.Words, "how each unit voted", new Need("how each unit voted"));
            else if (met == Truth.Yes)
                inquiry.Inform(met, line.By, GroundKind.Carried, line.Words, UnitsFor(line, gate));
            else if (met == Truth.No)
                inquiry.Inform(met, line.By, GroundKind.NotCarried, line.Words, new object?[] { UnitsFor(line, gate), "other votes" }, new Need("other votes"));
            return met;
        }

        foreach (var (g, part) in line.Gates)
            Note(inquiry, line, g, part, gate(g), single);
        return met;
    }

    private static string UnitsFor(PollLine line, Func<int, Truth> gate) =>
        line.Gates.Any(g => gate(g.Gate) == Truth.Yes) ? "in favour: " + string.Join(", ", line.Gates.Where(g => gate(g.Gate) == Truth.Yes).Select(g => g.Part)) : "nobody in favour";

    private void Note(Inquiry inquiry, PollLine line, int g, string? part, Truth met, bool single)
    {
        var test = line.Test!;
        var (some, asked) = (_completions.BoundsOf(_gates[g].Left), _completions.BoundsOf(_gates[g].Right));
        var (left, right) = (some.Range, asked.Range);
        var sides = left is { } l && right is { } r ? new Sides(new Margin(l, r, l - r, _gates[g].Strict), test.Amount.How, part) : null;
        if (test.Base == TestBase.Unopposed)
            sides = sides is null ? null : sides with { None = true };
        switch (met)
        {
            case Truth.Yes:
                inquiry.Inform(Truth.Yes, line.By, GroundKind.Carried, line.Words, sides ?? (object)Bounded(some, asked, part));
                break;
            case Truth.No:
                var more = More(test, sides);
                inquiry.Inform(Truth.No, line.By, GroundKind.NotCarried, line.Words, new object?[] { sides ?? (object)Bounded(some, asked, part), more }, new Need(more));
                break;
            default:
                if (!single)
                {
                    var need = MissingFor(test);
                    inquiry.Note(Truth.Open, line.By, GroundKind.TestOpen, line.Words, (part is null ? "" : part + ": ") + need.Text, need);
                }

                break;
        }
    }

    /// <summary>The two sides where one of them has no bound: "2, at least 4 1/2 asked".</summary>
    private static string Bounded(AmountBounds some, AmountBounds asked, string? part) =>
        (part is null ? "" : part + ": ") + Words("at most ", "at least ", some) + ", " + Words("at most ", "at least ", asked) + " asked";

    private static string Words(string most, string least, AmountBounds bounds) =>
        Words(bounds) is { Length: > 0 } exact ? exact
        : bounds.High is { } high ? most + high.ToMixedString()
        : bounds.Low is { } low ? least + low.ToMixedString() : "how many is not known";

    /// <summary>What would tell an open test.</summary>
    private Need MissingFor(DecisionTest test)
    {
        if (test.InEach is { } kind)
            return new Need("how each " + kind.Name + " voted");
        if (test.InEachChamber)
            return new Need("how each chamber voted");
        if (test.Measure is { } measure && _vote.Weights.Missing.Count > 0)
            return new Need("the " + measure.Name + " of every unit");
        if (test.Units is { } units)
            return new Need("how each " + units.Name + " voted");
        if (test.Measure is { } figure && _vote.Sums.Count > 0 && figure != _vote.Weights.Measure)
            return new Need("how each " + figure.Kind.Name + " voted");
        if (test.Base is TestBase.Members && !_vote.Roll.Size.IsExact)
            return new Need("the number of members of " + _vote.Roll.Name);
        return _vote.Weights.Missing.Count > 0 ? _vote.Weights.Missing[0] : new Need("exact figures for " + test.Words);
    }

    /// <summary>How many more in favour it takes, everybody else staying where they are in the base.</summary>
    private static string More(DecisionTest test, Sides? sides)
    {
        if (test.Base == TestBase.Unopposed)
            return sides?.Margin.Right.High.ToMixedString() + " fewer against";
        if (sides is not { Margin: var margin })
            return "other votes";
        var missing = margin.Missing;
        var whole = test.Base is not TestBase.Measure;
        var lacking = whole ? (margin.Strict ? (Ratio)(missing.Floor() + 1) : missing.Ceiling()) : missing;
        if (test.NotInFavour || test.Amount.How is Comparison.AtMost or Comparison.FewerThan)
            return lacking.ToMixedString() + " fewer not in favour";
        var of = test.Base switch
        {
            TestBase.Measure => test.Measure!.Name,
            TestBase.Units => lacking == Ratio.One ? test.Units!.Name : test.Units!.Plural,
            _ => lacking == Ratio.One ? "vote in favour" : "votes in favour",
        };
        return (whole || !margin.Strict ? "" : "more than ") + lacking.ToMixedString() + " more " + of;
    }

    private string MoreThere(PollLine quorum)
    {
        if (quorum.Gates.Count != 1 || _completions.BoundsOf(_gates[quorum.Gates[0].Gate].Left - _gates[quorum.Gates[0].Gate].Right).Low is not { } low)
            return "more present";
        var missing = Ratio.Max(Ratio.Zero, -low);
        return (_gates[quorum.Gates[0].Gate].Strict ? missing.Floor() + 1 : missing.Ceiling()).ToString(CultureInfo.InvariantCulture) + " more present";
    }

    private static string Words(AmountBounds bounds) => bounds.Range is { } range ? range.IsExact ? range.Low.ToMixedString() : range.Low.ToMixedString() + " to " + range.High.ToMixedString() : "";
}
