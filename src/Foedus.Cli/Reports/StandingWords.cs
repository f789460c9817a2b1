using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Seats;
using Foedus.Engine.Standing;

namespace Foedus.Cli.Reports;

/// <summary>How things stand, in words.</summary>
internal static class StandingWords
{
    /// <summary>An answer: its value, or the values that are possible.</summary>
    public static string Of<T>(Answer<T> answer, Func<T, string> words)
    {
        if (answer.IsDetermined)
            return words(answer.Value);
        var open = Text.Of("Undetermined");
        var possible = answer.Possible.Select(words).Where(w => w != open).Distinct(StringComparer.Ordinal).ToList();
        return possible.Count == 0 ? open : open + ": " + string.Join(Text.Of("Or"), possible);
    }

    public static string Of(InstrumentState state) => Text.Of("Instrument." + state);

    public static string Of(DutyStands stands) => Text.Of("Duty." + stands);

    public static string Of(MatterPlace place) =>
        place.IsOpen ? Text.Of("Undetermined") : place.Place is null ? Text.Of("BeforeNobody") : place.IsEnd ? Text.Of("EndedAt", place.Name) : Text.Of("AtStage", place.Name);

    /// <summary>The numbers of seats that are possible, those that are sure first.</summary>
    public static string Of(SeatAnswer answer) =>
        string.Join(Text.Of("Or"), answer.Values.OrderBy(v => !v.IsExact).ThenBy(v => v.Least).Select(v => v.ToString()));

    public static Tone ToneOf(InstrumentState state) => state switch
    {
        InstrumentState.InForce => Tone.Good,
        InstrumentState.Undetermined or InstrumentState.Pending => Tone.Open,
        InstrumentState.Annulled or InstrumentState.Void or InstrumentState.Suspended => Tone.Bad,
        _ => Tone.Plain,
    };
}
