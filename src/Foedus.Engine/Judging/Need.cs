using Foedus.Charter.Model;

namespace Foedus.Engine.Judging;

/// <summary>Something that is still needed, and from whom.</summary>
/// <param name="Text">What, in a few words: "1 more republic", "finding: exceptional case", "art 6 method".</param>
/// <param name="From">Who could supply it, as the charter names them; empty where the charter does not say.</param>
/// <param name="Silence">The open place that has to be settled, if that is what is needed.</param>
public sealed record Need(string Text, string From = "", Silence? Silence = null)
{
    public override string ToString() => From.Length == 0 ? Text : $"{Text}, from {From}";
}
