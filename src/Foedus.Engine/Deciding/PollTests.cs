using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using CountingMeasure = Foedus.Counting.Measure;

namespace Foedus.Engine.Deciding;

/// <summary>Turns the tests of a rule into gates over the votes: exact linear comparisons of weighed responses.</summary>
internal sealed class PollTests(Inquiry inquiry, RuleChain chain, LaidVote vote, VoteClasses classes, PollMasks masks)
{
    private readonly List<Gate> _gates = [];
    private bool? _representedIsOut;

    public ImmutableArray<Gate> Gates => [.. _gates];

    private Electorate Roll => vote.Roll;

    /// <summary>The gates that ask whether as many are in favour as against: at least as many, and at most as many.</summary>
    public (int AtLeast, int AtMost) Equal()
    {
        var by = Votes(null);
        var (yes, no) = (Sum(masks.For, by), Sum(masks.Against, by));
        return (Add(new Gate(yes, false, no)), Add(new Gate(no, false, yes)));
    }

    /// <summary>A line of what is needed, or of what is enough.</summary>
    public PollLine Line(Provision by, DecisionTest test) => Line(by, test, quorum: false);

    /// <summary>A quorum is a test of those who are there.</summary>
    public PollLine Quorum(Provision by, DecisionTest test) => Line(by, test, quorum: true);

    private PollLine Line(Provision by, DecisionTest test, bool quorum)
    {
        var line = new PollLine(by, test);
        if (!quorum && chain.Counting is { } counting && (test.Units == counting.Kind || test.Measure?.Kind == counting.Kind)
            && classes.Results(test.Units, test.Measure) is null && (test.Measure is null || test.Measure != vote.Weights.Measure))
        {
            ByUnits(line, test, counting);
            return line;
        }

        foreach (var part in Parts(test))
            Gate(line, test, part, quorum);
        return line;
    }

    /// <summary>The parts in each of which a test has to hold; the whole where it names none.</summary>
    private List<VotePart?> Parts(DecisionTest test)
    {
        if (test.InEachChamber)
        {
            var chambers = Roll.All.Select(p => p.Body).Distinct().OfType<Bodies.BodyAt>().ToList();
            return chambers.Count > 1 ? [.. chambers.Select(c => new VotePart(c, -1, null)).Where(HasVoters)] : [null];
        }

        return test.InEach is { } kind ? PartsOf(kind) : [null];
    }

    private List<VotePart?> PartsOf(UnitKind kind) =>
        [.. Roll.Places.Select(p => Roll.Above(p.Unit, kind)).Where(u => u >= 0).Distinct().Select(u => new VotePart(null, u, kind))];

    private bool HasVoters(VotePart part) => Roll.Places.Any(p => classes.IsIn(p, part));

    private string? NameOf(VotePart? part) => part is null ? null : part.Chamber is { } chamber ? chamber.Name : inquiry.Roll.NameOf(part.Unit);

    private void Gate(PollLine line, DecisionTest test, VotePart? part, bool quorum, bool equal = false)
    {
        if (test.Base == TestBase.Unopposed)
        {
            line.Gates.Add((Add(new Gate(0, false, Sum(masks.Against, Votes(part)), test.Words)), NameOf(part)));
            return;
        }

        var (by, whole) = Base(line, test, part, quorum);
        if (line.Missing is not null)
            return;
        var counted = quorum ? test.Base == TestBase.VotesCast ? masks.AtVote : Responses.Present : masks.For;
        if (quorum && test.Base != TestBase.VotesCast && by == Heads(part) && RepresentedIsOut)
            by = classes.Column(new VoteColumn(CountedBy.There, null, null, part));
        var left = test.NotInFavour && !quorum ? whole - Tally(test, part, masks.For, by) : Tally(test, part, counted, by);
        var right = test.Amount.IsShare ? test.Amount.Value * whole : test.Amount.Value;
        line.Gates.Add((Add(Compared(test.Amount.How, left, right, test.Words)), NameOf(part)));
        if ((part is null || equal) && !quorum && !test.NotInFavour && test.Amount is { How: Comparison.MoreThan, IsShare: true } && test.Amount.Value == Ratio.Half)
            line.Even = Add(new Gate(left, false, right));
    }

    /// <summary>True if somebody has given its vote to another, and is not there for the quorum.</summary>
    private bool RepresentedIsOut =>
        _representedIsOut ??= chain.First(r => r.RepresentedIsThere) is { } slot && Roll.Places.Any(vote.IsRepresented) && inquiry.Fill(slot, out var there, out _) && !there;

    private static Gate Compared(Comparison how, LinearAmount left, LinearAmount right, string words) => how switch
    {
        Comparison.MoreThan => new Gate(left, true, right, words),
        Comparison.AtMost => new Gate(right, false, left, words),
        Comparison.FewerThan => new Gate(right, true, left, words),
        _ => new Gate(left, false, right, words),
    };

    /// <summary>By what a test counts, and how much its base is.</summary>
    private (int By, LinearAmount Whole) Base(PollLine line, DecisionTest test, VotePart? part, bool quorum)
    {
        switch (test.Base)
        {
            case TestBase.VotesCast:
                var cast = quorum ? masks.AtVote : masks.Cast;
                return (Votes(part), Sum(cast, Votes(part)));
            case TestBase.MembersPresent:
                return (Heads(part), Sum(Responses.Present, Heads(part)));
            case TestBase.Members:
                return (Heads(part), Sum(Responses.All, Heads(part)));
            case TestBase.Seats:
                return (Heads(part), Seats(line, part));
            case TestBase.Units or TestBase.Measure when test.Measure is null || test.Measure != vote.Weights.Measure:
                var kind = test.Units ?? test.Measure!.Kind;
                var by = classes.Column(test.Units is null
                    ? new VoteColumn(CountedBy.Figure, null, test.Measure, part)
                    : new VoteColumn(CountedBy.Units, kind, null, part));
                if (classes.Results(test.Units, test.Measure) is not null)
                    return (by, Everything(kind, test.Measure));
                if (!Roll.IsOnRecord)
                    line.Missing = new Need("how each " + kind.Name + " voted");
                return (by, Sum(Responses.All, by));
            default:
                return (Votes(part), Sum(Responses.All, Votes(part)));
        }
    }

    private LinearAmount Tally(DecisionTest test, VotePart? part, Responses which, int by)
    {
        if (part is null && test.Base is TestBase.Units or TestBase.Measure && classes.Results(test.Units, test.Measure) is { } results && (test.Measure is null || test.Measure != vote.Weights.Measure))
        {
            var told = Ratio.Zero;
            foreach (var response in Enum.GetValues<Response>())
                told += which.Has(response) ? results.Given[(int)response] : Ratio.Zero;
            return told;
        }

        return Sum(which, by);
    }

    /// <summary>All that there is of what results of units are told in.</summary>
    public Ratio Whole(ToldSum sum) => Everything(sum.In.Units ?? sum.In.Measure!.Kind, sum.In.Measure).Constant.High;

    /// <summary>All units of a kind, or all that there is of a measure: of the voters where they are on record, else of the federation.</summary>
    private LinearAmount Everything(UnitKind kind, Charter.Model.Measure? measure)
    {
        var units = Roll.IsOnRecord
            ? Roll.Places.Select(p => Roll.Above(p.Unit, kind)).Where(u => u >= 0).Distinct()
            : inquiry.View.Objects(Relations.OfKind, inquiry.Roll.Word(kind.Name)).ToList().Select(l => l.Thing);
        var (low, high) = (Ratio.Zero, Ratio.Zero);
        foreach (var unit in units)
        {
            var figure = measure is null ? WeightBounds.Exactly(Ratio.One) : vote.Weights.FigureOf(unit, measure);
            low += figure.Low;
            high += figure.High ?? figure.Low;
        }

        return new RatioRange(low, high);
    }

    private LinearAmount Seats(PollLine line, VotePart? part)
    {
        var seats = part is null && Roll.Bodies.Count > 0
            ? Roll.Bodies.Select(b => inquiry.TotalSeats(b).Range).Aggregate((a, b) => a + b)
            : Electorate.Sum(Roll.All.Where(p => classes.IsIn(p, part)));
        if (part is null && Roll.Bodies.Count == 0)
            seats = Roll.Size;
        if (seats.Most is { } most)
            return new RatioRange(seats.Least, most);
        line.Missing = new Need("the number of seats of " + Roll.Name);
        return 0;
    }

    /// <summary>The vote of each unit is what a test of its own voters makes it; what is asked is how many units, or how much of a measure.</summary>
    private void ByUnits(PollLine line, DecisionTest test, (UnitKind Kind, DecisionTest When, Provision By) counting)
    {
        if (!Roll.IsOnRecord && !vote.Sums.Exists(s => s.Part >= 0))
        {
            line.Missing = new Need("how each " + counting.Kind.Name + " voted");
            return;
        }

        // Whether a unit is equal matters only where a part of all units is asked for, and where it is not said that it counts against.
        var equal = test.Amount.IsShare && chain.First(r => r.EqualIsAgainst) is not { IsSaid: true, Said: true };
        var counts = new List<WeightBounds>();
        foreach (var part in PartsOf(counting.Kind))
        {
            var own = new PollLine(counting.By, counting.When);
            Gate(own, counting.When, part, quorum: false, equal);
            if (own.Missing is { } missing)
            {
                line.Missing = missing;
                return;
            }

            line.Gates.Add((own.Gates[0].Gate, NameOf(part)));
            if (equal)
                line.Evens.Add((own.Gates[0].Gate, own.Even, own.Even < 0 ? -1 : Add(new Gate(_gates[own.Even].Left, true, 0))));
            counts.Add(test.Measure is { } measure ? vote.Weights.FigureOf(part!.Unit, measure) : WeightBounds.Exactly(Ratio.One));
        }

        var all = Roll.IsOnRecord ? counts.Aggregate(WeightBounds.None, (sum, c) => sum + c) : Range(Everything(counting.Kind, test.Measure));
        line.Counts = counts;
        var right = test.Amount.IsShare ? test.Amount.Value * all : WeightBounds.Exactly(test.Amount.Value);
        line.Asked = (test.Amount.How, right);
        line.Share = test.Amount.IsShare ? test.Amount.Value : null;
    }

    private static WeightBounds Range(LinearAmount amount) => new(amount.Constant.Low, amount.Constant.High);

    private int Votes(VotePart? part) => classes.Column(new VoteColumn(CountedBy.Votes, null, null, part));

    private int Heads(VotePart? part) => classes.Column(new VoteColumn(CountedBy.Heads, null, null, part));

    private int Add(Gate gate)
    {
        _gates.Add(gate);
        return _gates.Count - 1;
    }

    private static LinearAmount Sum(Responses which, int by) => LinearAmount.Tally(which, new CountingMeasure(by));
}
