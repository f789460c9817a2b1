using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;
using NodaTime;
using Measure = Foedus.Charter.Model.Measure;

namespace Foedus.Engine.Tests.Seats;

/// <summary>What becomes of the seats of a unit that has left.</summary>
public sealed class LeavingTests
{
    private readonly SmallFederation _f = new();
    private readonly UnitKind _republic;
    private readonly Body _committee;
    private readonly Body _chamber;

    public LeavingTests()
    {
        _republic = _f.Kind("republic");
        var inhabitants = _f.Measure("inhabitants", _republic);
        _f.Units(_republic, inhabitants, ("Russia", 60), ("Ukraine", 30), ("Byelorussia", 10));
        _committee = _f.Body("Committee");
        _f.Group(_committee, new SeatFormula.Shared(100, _republic, inhabitants)).With("Method", _f.Said(ApportionmentMethod.Webster));
        _chamber = _f.Body("Chamber");
        _f.Group(_chamber, new SeatFormula.PerUnit(false, 5, _republic));
    }

    private void Leave(Slot<string>? seats)
    {
        if (seats is not null)
        {
            var change = _f.Change("secession");
            change.Fates.Add(FateOf.Seats, seats);
        }

        var store = _f.State.Store;
        var day = Day.From(new LocalDate(1922, 12, 15));
        store.Append(FactKey.Of(Relations.OfKind, _f.State.Roll.Word("republic"), _f["Ukraine"]), day, Day.Max, FactVersion.Nothing, 0, 0);
        store.Append(FactKey.Of(Relations.Member, _f["Ukraine"]), day, Day.Max, FactVersion.Nothing, 0, 0);
        if (seats is null)
            return;

        // The first change of the first edition is the one by which it has left.
        store.Append(FactKey.Of(Relations.FormerKind, _f["Ukraine"]), Day.Min, Day.Max, _f.State.Roll.Word("republic"), 0, 0);
        store.Append(FactKey.Of(Relations.Gone, _f["Ukraine"]), day, Day.Max, 0, 0, 0);
        store.Append(FactKey.Of(Relations.Changed, Roll.Federation, _f["Ukraine"]), day, Day.Max, 1, 0, 0);
    }

    private string Committee => _f.Report(_committee).Summary();

    [Fact]
    public void Seats_are_shared_anew_among_the_others()
    {
        Leave(_f.Said("are recomputed"));
        Assert.Equal("100 seats; Russia 86; Byelorussia 14", Committee);
        Assert.Equal("10 seats; Russia 5; Byelorussia 5", _f.Report(_chamber).Summary());
        Assert.Equal("100 seats; Russia 60; Ukraine 30; Byelorussia 10", _f.Report(_committee, new LocalDate(1922, 12, 14)).Summary());
    }

    [Fact]
    public void Seats_end_and_the_others_keep_theirs()
    {
        Leave(_f.Said("end at once"));
        Assert.Equal("70 seats; Russia 60; Byelorussia 10; Ukraine 0", Committee);
        Assert.Equal(70, _f.Inquiry().Members(_committee));
        Assert.Equal("10 seats; Russia 5; Byelorussia 5; Ukraine 0", _f.Report(_chamber).Summary());
    }

    [Fact]
    public void Seats_stay()
    {
        Leave(_f.Said("stay"));
        Assert.Equal("100 seats; Russia 60; Byelorussia 10; Ukraine 30", Committee);
        Assert.Equal("15 seats; Russia 5; Byelorussia 5; Ukraine 5", _f.Report(_chamber).Summary());
    }

    [Fact]
    public void Seats_that_last_until_the_term_ends_may_have_ended()
    {
        Leave(_f.Said("last until the term ends"));
        Assert.Equal("70 to 100 seats; Russia 60; Byelorussia 10; Ukraine 0 to 30", Committee);
        Assert.Equal("10 to 15 seats; Russia 5; Byelorussia 5; Ukraine 0 to 5", _f.Report(_chamber).Summary());
        Assert.Equal(["whether the seats of Ukraine have ended"], _f.Report(_chamber).Total().Needs.Select(n => n.Text));
    }

    [Fact]
    public void Where_the_charter_is_silent_each_reading_is_tried()
    {
        Leave(_f.Open("unsaid effect on seats", ("end at once", "end at once"), ("are recomputed", "are recomputed"), ("stay", "stay")));
        var report = _f.Report(_committee);
        Assert.Equal("0 or 30", report.Of(_f["Ukraine"]).ToString());
        Assert.Equal("60 or 86", report.Of(_f["Russia"]).ToString());
        Assert.Equal("unsaid effect on seats", Assert.Single(report.Of(_f["Russia"]).Turns).Address);
    }

    [Fact]
    public void Where_nothing_is_said_the_seats_are_open()
    {
        Leave(_f.Open<string>("unsaid effect on seats"));
        var report = _f.Report(_committee);
        Assert.Null(report.Of(_f["Ukraine"]).Seats);
        Assert.Null(report.Of(_f["Russia"]).Seats);
        Assert.Null(report.Total().Seats);
        Assert.Equal(["unsaid effect on seats"], report.Of(_f["Ukraine"]).Needs.Select(n => n.Text));
        var chamber = _f.Report(_chamber);
        Assert.Equal(new SeatRange(0, 5), chamber.Of(_f["Ukraine"]).Range);
        Assert.Equal(5, chamber.Of(_f["Russia"]).Seats);
    }

    [Fact]
    public void Where_no_change_is_provided_for_the_units_of_the_day_count()
    {
        Leave(null);
        Assert.Equal("100 seats; Russia 86; Byelorussia 14", Committee);
    }
}
