using Foedus.Engine.Seats;
using Foedus.Engine.Standing;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>How things stand, in words.</summary>
internal static class StandingWords
{
    /// <summary>An answer: its value, or the values that are possible.</summary>
    public static string Of<T>(Answer<T> answer, Func<T, string> words)
    {
        if (answer.IsDetermined)
            return words(answer.Value);
        var open = Sentence.Of("Undetermined");
        var possible = answer.Possible.Select(words).Where(w => w != open).Distinct(StringComparer.Ordinal).ToList();
        return possible.Count == 0 ? open : open + ": " + string.Join(Sentence.Of("Or"), possible);
    }

    public static string Of(InstrumentState state) => Sentence.Of("Instrument." + state);

    public static string Of(DutyStands stands) => Sentence.Of("Duty." + stands);

    public static string Of(MatterPlace place) =>
        place.IsOpen ? Sentence.Of("Undetermined") : place.Place is null ? Sentence.Of("BeforeNobody") : place.IsEnd ? Sentence.Of("EndedAt", place.Name) : Sentence.Of("AtStage", place.Name);

    /// <summary>The numbers of seats that are possible, those that are sure first.</summary>
    public static string Of(SeatAnswer answer) =>
        string.Join(Sentence.Of("Or"), answer.Values.OrderBy(v => !v.IsExact).ThenBy(v => v.Least).Select(v => v.ToString()));
}
