using Xunit.Sdk;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Lays seeded federations before both judges. Where they differ the federation is made smaller as long as they still differ, and printed.
/// FOEDUS_TRIALS sets how many are tried; without it a number that suits a test.
/// </summary>
internal static class Trials
{
    private const int Shrinkings = 400;

    public static int Number(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("FOEDUS_TRIALS"), System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : usual;

    /// <param name="usual">How many trials.</param>
    /// <param name="make">A federation and a life from a seed.</param>
    /// <param name="judge">The second judge's view of it.</param>
    /// <param name="smaller">The same with something left out, in every way.</param>
    /// <param name="pending">They are known to differ still: then it is an error if they do not.</param>
    public static void Run<T>(int usual, Func<Chance, T> make, Func<T, Trial> judge, Func<T, IEnumerable<T>> smaller, bool pending = false)
    {
        var said = Differs(usual, make, judge, smaller);
        Assert.False(pending && said is null, "The judges agree: take `pending` away.");
        if (!pending && said is not null)
            throw new XunitException(said);
    }

    private static string? Differs<T>(int usual, Func<Chance, T> make, Func<T, Trial> judge, Func<T, IEnumerable<T>> smaller)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Number(usual); seed++)
        {
            var made = make(new Chance(seed));
            var trial = judge(made);
            foreach (var expectation in trial.Steps.Where(s => s.StartsWith("expect ", StringComparison.Ordinal)).Select(s => s.Split(' ')[1]))
                words[expectation] = words.GetValueOrDefault(expectation) + 1;
            if (trial.Disagreement() is { } said)
                return $"The judges differ at seed {seed}.\n{Shrunk(made, judge, smaller, said)}";
        }

        // Judges that agree because nothing but refusals was tried have shown nothing.
        Assert.True(words.Count > 1, "Every ruling was the same.");
        return null;
    }

    private static string Shrunk<T>(T made, Func<T, Trial> judge, Func<T, IEnumerable<T>> smaller, string said)
    {
        var left = Shrinkings;
        for (var found = true; found && left > 0;)
        {
            found = false;
            foreach (var less in smaller(made))
            {
                if (left-- <= 0)
                    break;
                if (judge(less).Disagreement() is not { } still || still.StartsWith("does not bind", StringComparison.Ordinal))
                    continue;
                (made, said, found) = (less, still, true);
                break;
            }
        }

        return said + judge(made);
    }
}
