using System.Diagnostics;
using System.Globalization;

namespace Foedus.Mutants;

/// <summary>
/// Runs tests with one mutant on after the other, in a process of its own, and says of each on a line of its own how it went. A mutant that
/// goes round for ever or takes the process down is the driver's affair.
/// </summary>
internal static class Worker
{
    /// <summary>Runs every test with no mutant on, and says which mutants each reaches and how long it takes.</summary>
    public static int Cover(string built, TextWriter output)
    {
        var (_, reached, _) = Fields(built);
        foreach (var (name, passes) in TestUnits.In(built))
        {
            Array.Clear(reached);
            var watch = Stopwatch.StartNew();
            var passed = passes();
            var ids = Enumerable.Range(0, reached.Length).Where(i => reached[i]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{(passed ? "passes" : "fails")}\t{watch.ElapsedMilliseconds}\t{string.Join(' ', ids)}"));
        }

        return 0;
    }

    /// <summary>Reads lines of a mutant and the tests that it has to get past, by their places, and answers with what became of it.</summary>
    public static int Work(string built, TextReader input, TextWriter output)
    {
        var (on, _, passed) = Fields(built);
        var tests = TestUnits.In(built);
        while (input.ReadLine() is { } line)
        {
            var words = line.Split('\t');
            on(int.Parse(words[0], CultureInfo.InvariantCulture));
            var killer = "";
            foreach (var place in words[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => int.Parse(w, CultureInfo.InvariantCulture)))
            {
                passed(0);
                if (Holds(tests[place].Passes))
                    continue;
                killer = tests[place].Name;
                break;
            }

            on(0);
            output.WriteLine($"{words[0]}\t{killer}");
            output.Flush();
        }

        return 0;
    }

    private static bool Holds(Func<bool> passes)
    {
        try
        {
            return passes();
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return false;
        }
    }

    private static (Action<int> On, bool[] Reached, Action<long> Passed) Fields(string built)
    {
        var type = TestUnits.Switch(built);
        return (n => type.GetField("On")!.SetValue(null, n), (bool[])type.GetField("Reached")!.GetValue(null)!, n => type.GetField("Passed")!.SetValue(null, n));
    }
}
