using System.Diagnostics;
using System.Globalization;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Text;

namespace Foedus.Bench.Charter;

/// <summary>Times reading, binding and checking a charter of 2,000 lines, warm. Exit code 1 if it takes longer than it may.</summary>
public static class CharterTimes
{
    /// <summary>What reading, binding and checking may take, in milliseconds of the wall.</summary>
    public const double Limit = 50;

    public static int Run(int lines, TextWriter output)
    {
        var source = SourceText.From("large.charter", LargeCharter.Of(lines));
        var errors = 0;
        for (var i = 0; i < 20; i++)
            errors = FederationReader.Read([source]).Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var times = new double[15];
        for (var i = 0; i < times.Length; i++)
        {
            var watch = Stopwatch.StartNew();
            FederationReader.Read([source]);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"charter of {lines:N0} lines, read, bound and checked: {times[0]:N1} ms least, {times[times.Length / 2]:N1} ms median, {times[^1]:N1} ms most; {errors} errors"));
        return times[times.Length / 2] <= Limit && errors == 0 ? 0 : 1;
    }
}
