using System.Globalization;

namespace Foedus.Counting;

/// <summary>Something wrong in a ballot file.</summary>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Reason">What is wrong, as a sentence.</param>
public sealed record BallotFileFault(long Line, string Reason)
{
    public override string ToString() => Line == 0 ? Reason : string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Reason}");
}
