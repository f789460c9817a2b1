using Foedus.Engine.Kernel;
using NodaTime;

namespace Foedus.Engine.Tests.Kernel;

public sealed class DayTests
{
    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1, 1, 2, 1)]
    [InlineData(0, 12, 31, -1)]
    [InlineData(1922, 12, 30, 701_993)]
    [InlineData(1970, 1, 1, 719_162)]
    public void A_date_is_counted_from_the_first_of_January_of_the_year_one(int year, int month, int day, int number)
    {
        Assert.Equal(number, Day.Of(year, month, day).Number);
        Assert.Equal(new LocalDate(year, month, day), new Day(number).ToLocalDate());
    }

    [Fact]
    public void For_ever_stays_for_ever()
    {
        Assert.Equal(Day.Max, Day.Max - 400);
        Assert.Equal(Day.Min, Day.Min + 400);
        Assert.Equal(Day.Max, Day.Max.PlusMonths(-1));
        Assert.Equal(Day.Min, Day.Min.PlusYears(3));
        Assert.Equal("for ever", Day.Max.ToString());
        Assert.Equal("since ever", Day.Min.ToString());
    }

    [Fact]
    public void Arithmetic_stops_at_the_ends_and_never_fails()
    {
        int[] numbers = [int.MinValue, int.MinValue + 1, -4_000_000, -1, 0, 1, 3_652_058, 3_652_059, int.MaxValue - 1, int.MaxValue];
        foreach (var a in numbers)
        {
            foreach (var b in numbers)
            {
                var day = new Day(a);
                Assert.InRange((day + b).Number, int.MinValue, int.MaxValue);
                Assert.Equal(b >= 0 || day.IsUnbounded, day + b >= day);
                Assert.Equal(b <= 0 || day.IsUnbounded, day - b >= day);
                Assert.Equal(Math.Sign((long)a - b), Math.Sign(day.Since(new Day(b))));
                Assert.Equal(b == 0 || day != Day.From(day.ToLocalDate()), day.PlusMonths(b) == day);
                Assert.Equal(b >= 0 || day != Day.From(day.ToLocalDate()), day.PlusYears(b) >= day);
                Assert.False(string.IsNullOrEmpty(day.ToString()));
            }
        }
    }

    [Fact]
    public void A_month_after_the_31st_of_January_is_the_last_of_February()
    {
        Assert.Equal(Day.Of(2023, 2, 28), Day.Of(2023, 1, 31).PlusMonths(1));
        Assert.Equal(Day.Of(2024, 2, 29), Day.Of(2024, 1, 31).PlusMonths(1));
        Assert.Equal(Day.Of(2025, 2, 28), Day.Of(2024, 2, 29).PlusYears(1));
    }
}
