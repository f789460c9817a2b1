using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>Finds the open place that somebody names, as assumptions do and acts that settle or interpret.</summary>
public static class SilenceAddresses
{
    /// <summary>
    /// Finds a silence and a reading. <paramref name="words"/> are the rest of the address and, after <c>=</c>, the reading:
    /// "town remainder = dropped". A reading that the charter does not list is added where it lists fewer than two, or where it leaves the
    /// place to the body that fills it.
    /// </summary>
    /// <param name="federation">The federation as read.</param>
    /// <param name="edition">The edition that holds on the day of the act.</param>
    /// <param name="citation">"art 6", "unsaid" or "time".</param>
    /// <param name="words">The rest of the address, perhaps with "= reading".</param>
    /// <param name="at">Where the words stand, for messages.</param>
    /// <param name="mayBring">Whether a reading that is not there yet is added; otherwise the federation stays as it is, and <see cref="SilenceFinding.WouldBring"/> says so.</param>
    public static SilenceFinding Find(Federation federation, CharterEdition edition, string citation, string words, SourceLocation at, bool mayBring = true)
    {
        var problems = new DiagnosticBag();
        var (address, reading) = Cut(words);
        if (federation.Addresses is not { } book) return new SilenceFinding(null, null, []);
        if (One(book, edition.Number, citation, address, at, problems) is not { } entry) return new SilenceFinding(null, null, problems.ToSorted());
        int? index = reading is null ? null : ReadingBinder.Bind(entry, reading, at, problems, entry.Silence.LeftTo is not null, mayBring);
        return index == ReadingBinder.New
            ? new SilenceFinding(entry.Silence, null, problems.ToSorted()) { WouldBring = true }
            : new SilenceFinding(entry.Silence, index, problems.ToSorted());
    }

    /// <summary>As above, from an act <c>settles ARTICLE REST</c> or <c>interprets ARTICLE REST</c>: the captures of the phrase <c>article</c> and of what follows it.</summary>
    public static SilenceFinding Find(Federation federation, CharterEdition edition, Match article, Capture rest, bool mayBring = true) =>
        Find(federation, edition, Citation(article), rest.Text, rest.Location, mayBring);

    /// <summary>
    /// Adds a reading that an act brought, as when the act was read. For opening a ledger without reading its acts again; false if the words do
    /// not fit the place.
    /// </summary>
    public static bool Supply(Federation federation, Silence silence, string reading) =>
        federation.Addresses?.EntryOf(silence) is { } entry
        && ReadingBinder.Bind(entry, reading, entry.Clause.Location, new DiagnosticBag(), mayReplace: true) == silence.Readings.Length - 1;

    /// <summary>The citation that a phrase <c>article</c> writes.</summary>
    public static string Citation(Match article) => article.CaseName switch
    {
        "art" => "art " + article.Label("label"),
        "time" => "time",
        _ => "unsaid",
    };

    /// <summary>Parts an address from the reading after the first <c>=</c>.</summary>
    internal static (string Address, string? Reading) Cut(string words)
    {
        var equals = words.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (words.Trim(), null) : (words[..equals].Trim(), words[(equals + 1)..].Trim());
    }

    /// <summary>The one silence under an address; reports none and several.</summary>
    internal static SilenceEntry? One(AddressBook book, int edition, string citation, string address, SourceLocation at, DiagnosticBag problems)
    {
        var found = book.Find(edition, citation, address);
        if (found.Count == 1) return found[0];
        if (found.Count == 0)
        {
            var problem = Diagnostic.At(at, AssumptionDiagnostics.NothingOpen, citation, ReadingBinder.Normal(address));
            foreach (var open in book.Under(edition, citation).Take(12)) problem = problem.Helped(open.Silence.Address);
            problems.Add(problem);
            return null;
        }
        var several = Diagnostic.At(at, AssumptionDiagnostics.SeveralOpen, ReadingBinder.Normal($"{citation} {address}"), found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var open in found.Take(12)) several = several.Helped(open.Silence.Address);
        problems.Add(several);
        return null;
    }
}
