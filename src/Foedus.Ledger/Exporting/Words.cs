using Foedus.Ledger.Records;

namespace Foedus.Ledger.Exporting;

/// <summary>How the kinds of things in an entry are written in exports and read from the command line.</summary>
public static class Words
{
    private static readonly string[] Visibilities = ["public", "internal", "secret"];
    private static readonly string[] Rulings = ["", "accepted", "refused", "undetermined", "carried", "lost", "tied"];

    public static string Of(Visibility visibility) => Visibilities[(int)visibility];

    public static string Of(RecordedRuling ruling) => Rulings[(int)ruling];

    /// <summary>False if the word is none of public, internal and secret.</summary>
    public static bool TryRead(string word, out Visibility visibility)
    {
        var index = Array.IndexOf(Visibilities, word);
        visibility = (Visibility)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>False if the word is none of accepted, refused, undetermined, carried, lost and tied.</summary>
    public static bool TryRead(string word, out RecordedRuling ruling)
    {
        var index = Array.IndexOf(Rulings, word);
        ruling = (RecordedRuling)Math.Max(index, 0);
        return index > 0;
    }
}
