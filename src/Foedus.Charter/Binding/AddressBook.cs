using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// Names silences the way people cite them: the article, the fewest words of the path to the clause that no other silence of the article has,
/// and the keyword. Words that a user gives match a path in which they occur in the same order.
/// </summary>
internal sealed class AddressBook
{
    // Beyond so many open places in one article the whole path is the address: short ones would take long to find and help nobody.
    private const int MostRivals = 300;

    private readonly List<SilenceAddress> addresses;
    private readonly ILookup<string, SilenceAddress> byCitation;

    public AddressBook(SilenceBook silences)
    {
        addresses = [.. silences.All.Select(e => new SilenceAddress(e))];
        byCitation = addresses.ToLookup(a => a.Citation, StringComparer.Ordinal);
    }

    /// <summary>Gives every silence its address.</summary>
    public void Assign()
    {
        foreach (var address in addresses)
        {
            if (address.Entry.HasOwnAddress) continue;
            if (address.Entry.Silence.WhenMet)
            {
                var alike = byCitation[address.Citation].Where(a => a.Entry.Silence.WhenMet && a.Entry.Editions.Overlaps(address.Entry.Editions)).ToList();
                address.Entry.Silence.Address = string.Join(' ', Whole(address, alike).Prepend(address.Citation));
                continue;
            }
            var rivals = byCitation[address.Citation].Where(a => !a.Entry.Silence.WhenMet && a.Entry.Editions.Overlaps(address.Entry.Editions)).ToList();
            address.Entry.Silence.Address = string.Join(' ', Shortest(address, rivals).Prepend(address.Citation));
        }
    }

    /// <summary>
    /// The silences that a citation ("art 6", "unsaid", "time") and some words name in an edition. One is the answer; several are
    /// candidates among which the words do not choose; none means that nothing there is open under these words.
    /// </summary>
    public IReadOnlyList<SilenceEntry> Find(int edition, string citation, string words)
    {
        var wanted = Split(words);
        var here = byCitation[citation].Where(a => a.Entry.Editions.Contains(edition)).ToList();
        if (here.Count == 0) here = [.. addresses.Where(a => a.Entry.Editions.Contains(edition) && a.Citation.EndsWith(", " + citation, StringComparison.Ordinal))];
        // What a ruling alone would meet stands back behind what the charter leaves open.
        var chosen = Choose(here.FindAll(a => !a.Entry.Silence.WhenMet), wanted);
        if (chosen.Count == 0) chosen = Choose(here.FindAll(a => a.Entry.Silence.WhenMet), wanted);
        return [.. chosen.Select(a => a.Entry)];
    }

    /// <summary>The entry of a silence; null if it is not one of these.</summary>
    public SilenceEntry? EntryOf(Silence silence) => addresses.Find(a => a.Entry.Silence == silence)?.Entry;

    /// <summary>All that is open under a citation in an edition.</summary>
    public IReadOnlyList<SilenceEntry> Under(int edition, string citation) =>
        [.. byCitation[citation].Where(a => !a.Entry.Silence.WhenMet && a.Entry.Editions.Contains(edition)).Select(a => a.Entry)];

    /// <summary>The words of an address: letters, digits and hyphens between spaces, quotes and commas left out.</summary>
    public static string[] Split(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('"', ',', ':', ';')).Where(w => w.Length > 0)];

    private static List<SilenceAddress> Choose(List<SilenceAddress> candidates, string[] wanted)
    {
        var ordinal = 0;
        var matching = candidates.Where(a => a.Matches(wanted)).ToList();
        if (matching.Count == 0 && wanted.Length > 1 && int.TryParse(wanted[^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ordinal) && ordinal > 0)
            matching = candidates.Where(a => a.Matches(wanted[..^1])).ToList();
        if (matching.Count > 1)
        {
            // The keyword said in full prevails over a keyword that merely ends in the same word.
            var said = ordinal > 0 ? wanted[..^1] : wanted;
            var full = matching.Where(a => a.EndsWithKeyword(said)).ToList();
            if (full.Count > 0) matching = full;
            var longest = matching.Max(a => a.Keyword.Length);
            if (full.Count > 0) matching = [.. matching.Where(a => a.Keyword.Length == longest)];
            // A word of the clause right above prevails over the same word further up.
            var near = full.Count > 0 ? matching.Where(a => a.Near(said)).ToList() : [];
            if (near.Count > 0) matching = near;
        }
        return ordinal > 0 && ordinal <= matching.Count ? [matching[ordinal - 1]] : matching;
    }

    // All words of the path, and its number among those that have the same.
    private static List<string> Whole(SilenceAddress address, List<SilenceAddress> rivals)
    {
        var all = address.Words(Enumerable.Range(0, address.Path.Length));
        var same = rivals.Where(r => r.Matches([.. all])).ToList();
        if (same.Count > 1) all.Add((same.IndexOf(address) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return all;
    }

    private static List<string> Shortest(SilenceAddress address, List<SilenceAddress> rivals)
    {
        var must = address.Head is { } head ? new List<int> { head } : [];
        var pool = address.Pool.Where(i => !must.Contains(i)).Take(14).ToList();
        if (Unique(must) is { } bare) return bare;
        if (rivals.Count > MostRivals) pool.Clear();
        foreach (var one in pool)
            if (Unique([.. must, one]) is { } found)
                return found;
        for (var i = 0; i < pool.Count; i++)
            for (var j = i + 1; j < pool.Count; j++)
                if (Unique([.. must, pool[i], pool[j]]) is { } found)
                    return found;
        return Whole(address, rivals);

        List<string>? Unique(List<int> chosen)
        {
            var words = address.Words(chosen);
            return Choose(rivals, [.. words]) is [var only] && ReferenceEquals(only, address) ? words : null;
        }
    }
}
