using Foedus.Charter.Forms;

namespace Foedus.Charter.Checks;

/// <summary>What an open place may say, as text to paste: known readings, and never a default.</summary>
internal static class SuggestedReadings
{
    /// <summary>A clause that leaves the place open with the readings that it usually has.</summary>
    public static string Line(Form form) => For(form.Id) is { } readings ? $"{form.Keyword} unspecified ({readings})" : $"{form.Keyword} unspecified";

    private static string? For(string form) => form switch
    {
        "needs" => "more than half of votes cast | more than half of members present | more than half of members",
        "abstention" => "not counted | counts against",
        "quorum" => "none | more than half of members",
        "remainder" => "dropped | counts from half | any part counts",
        "method" => "largest remainder | Webster | Jefferson",
        "figures" => "latest return",
        "exclusive-powers" => "included | not included",
        "if-short" => "list refused | seats stay empty | next of that category",
        "held" => "alone | together",
        "the-rest" => "the federation",
        "acting-outside" => "stands until annulled | void from the start",
        "binds" => "nobody",
        "in-force" => "at once | on publication | on the day it says",
        "effect" => "void from the start | void from the day",
        "duty-within" => "at once",
        "if-missed" => "nothing | it stands | it falls",
        "takes-effect" => "at once | on the day agreed | on the day it says",
        "notice-withdrawn" => "until it takes effect | never",
        "fate-else" => "stay | end at once | last as agreed",
        "if-none" => "last budget goes on | one twelfth a month | no spending",
        "year" => "from 1 January",
        "first-day" or "event-day" => "counted | not counted",
        "if-differ" => "the superior prevails | the guide prevails",
        _ => null,
    };
}
