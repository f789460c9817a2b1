using System.Collections.Immutable;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// The silences of all editions: those that a clause declares and those that were found because nothing fills a place.
/// The same clause gives the same silence in whatever editions it stands.
/// </summary>
internal sealed class SilenceBook
{
    private readonly Dictionary<(ClauseSyntax Clause, string What), SilenceEntry> entries = new(EntryComparer.Instance);
    private readonly List<SilenceEntry> all = [];

    public IReadOnlyList<SilenceEntry> All => all;

    /// <summary>The entry of a silence.</summary>
    public SilenceEntry? Of(Silence silence) => all.Find(e => ReferenceEquals(e.Silence, silence));

    /// <summary>Puts the silences into the order of the texts: by edition, file and place.</summary>
    public void Sort()
    {
        var sorted = all.OrderBy(e => e.Silence.WhenMet).ThenBy(e => e.HasOwnAddress).ThenBy(e => e.Editions.Min)
            .ThenBy(e => e.Clause.Tree.Source.Path, StringComparer.Ordinal).ThenBy(e => e.Clause.Span.Start).ThenBy(e => e.Silence.Id).ToList();
        all.Clear();
        all.AddRange(sorted);
        for (var i = 0; i < all.Count; i++) all[i].Silence.Id = i;
    }

    /// <summary>The silence that a clause declares. <paramref name="shape"/> tells apart editions in which not the same readings are lawful.</summary>
    public SilenceEntry Declared(ClauseSyntax clause, Provision by, ImmutableArray<string> readings, Who? leftTo, string shape)
    {
        var entry = Entry(clause, shape, by, clause.Form!, readings, acknowledged: true);
        entry.Silence.LeftTo ??= leftTo;
        entry.Silence.Bounds ??= clause.Silence?.Within;
        return entry;
    }

    /// <summary>The silence of a construct in which nothing says <paramref name="missing"/>.</summary>
    public SilenceEntry Found(ClauseSyntax construct, Provision by, Form missing, string about, ImmutableArray<string> readings)
    {
        var entry = Entry(construct, "missing " + missing.Id, by, missing, readings, acknowledged: false);
        entry.About = about;
        return entry;
    }

    /// <summary>The same, for what is asked only where a ruling meets it.</summary>
    public SilenceEntry Met(ClauseSyntax construct, Provision by, Form missing, string about, ImmutableArray<string> readings)
    {
        var entry = Found(construct, by, missing, about, readings);
        entry.Silence.WhenMet = true;
        return entry;
    }

    /// <summary>A silence that stands for something outside the text, such as a figure that nobody returned.</summary>
    public SilenceEntry Outside(ClauseSyntax clause, Provision by, string address)
    {
        var entry = Entry(clause, "outside " + address, by, clause.Form!, [], acknowledged: true);
        entry.Silence.Address = address;
        entry.HasOwnAddress = true;
        return entry;
    }

    private SilenceEntry Entry(ClauseSyntax clause, string what, Provision by, Form form, ImmutableArray<string> readings, bool acknowledged)
    {
        if (entries.TryGetValue((clause, what), out var known)) return known;
        var silence = new Silence(all.Count, by, by.Citation, readings, null, acknowledged) { Listed = readings.Length };
        var entry = new SilenceEntry(silence, clause, form);
        all.Add(entry);
        entries[(clause, what)] = entry;
        return entry;
    }

    private sealed class EntryComparer : IEqualityComparer<(ClauseSyntax Clause, string What)>
    {
        public static readonly EntryComparer Instance = new();

        public bool Equals((ClauseSyntax Clause, string What) x, (ClauseSyntax Clause, string What) y) =>
            ReferenceEquals(x.Clause, y.Clause) && string.Equals(x.What, y.What, StringComparison.Ordinal);

        public int GetHashCode((ClauseSyntax Clause, string What) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Clause), obj.What.GetHashCode(StringComparison.Ordinal));
    }
}
