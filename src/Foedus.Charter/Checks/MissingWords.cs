using Foedus.Charter.Forms;

namespace Foedus.Charter.Checks;

/// <summary>What a place says, as the end of the sentence "nothing says ...".</summary>
internal static class MissingWords
{
    public static string Of(Form missing, Form? construct) => missing.Id switch
    {
        "zone" => "in which time zone days begin",
        "first-day" => "whether the first day of a period counts",
        "event-day" => "whether the day of a session counts in the notice of it",
        "speaks" => "who speaks for it",
        "class-set" => "who may change it",
        "seats" => "how many seats it has",
        "remainder" => "what a part of a step gives",
        "method" => "by which method the seats are shared",
        "figures" => "which return of figures is used",
        "if-short" => "what happens if there are too few",
        "chosen" => "who chooses",
        "term" => "how long the term is",
        "exclusive-powers" => "whether exclusive powers are included",
        "convened" => "who convenes it",
        "if-differ" => "which of two superiors prevails",
        "needs" => "what carries a proposal",
        "abstention" => "what an abstention counts as",
        "quorum" => "how many must be there",
        "opened" => "who opens it",
        "before" => "before whom it is",
        "on-approval" => "where a matter goes from there",
        "held" => "whether it is held alone",
        "the-rest" => "who has everything else",
        "acting-outside" => "what becomes of an act outside it",
        "instrument-by" => "who issues it",
        "binds" => "whom it binds",
        "in-force" => "when it takes effect",
        "remedy-by" => string.Equals(construct?.Id, "change", StringComparison.Ordinal) ? "by whom it is done" : "who may use it",
        "against" => "what it lies against",
        "effect" => "what its effect is",
        "duty-to" => "what is to be done",
        "duty-within" => "by when",
        "if-missed" => "what follows if it is missed",
        "takes-effect" => "when it takes effect",
        "fate-else" => "what becomes of seats, offices and the rest",
        "fixed" => "who fixes it",
        "year" => "when its year begins",
        "if-none" => "what holds if none is fixed",
        "contribution-amount" => "how much it is",
        "contribution-due" => "when it is due",
        _ => $"`{missing.Keyword}`",
    };
}
