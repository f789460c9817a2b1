using Foedus.Engine.Kernel;

namespace Foedus.Engine.Tests.Kernel;

public sealed class ClockOracleTests
{
    [Fact]
    public void What_the_clock_has_prepared_equals_a_clock_that_ticks()
    {
        var lapsed = 0;
        var answered = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var lives = Lives.Random(seed, acts: 30, days: 40);
            for (var n = 1; n <= lives.Acts; n += 2)
            {
                for (var day = 0; day < 80; day += 3)
                {
                    var expected = lives.Tick(n, day);
                    var view = new View(lives.Store, new Day(day), n - 1);
                    for (var question = 0; question < lives.Questions; question++)
                    {
                        var sight = view.Look(Lives.Status, question);
                        Assert.True(sight.Holds == expected[question].HasValue && (!sight.Holds || sight.Value == expected[question]),
                            FormattableString.Invariant($"life {seed}, known {n - 1}, day {day}, question {question}: {sight}, not {expected[question]}"));
                        lapsed += sight.Value >= Lives.FirstStep ? 1 : 0;
                        answered += sight.Holds && sight.Value == Lives.Answered ? 1 : 0;
                    }
                }
            }
        }

        // The lives are not all alike.
        Assert.InRange(lapsed, 10_000, int.MaxValue);
        Assert.InRange(answered, 3_000, int.MaxValue);
    }
}
