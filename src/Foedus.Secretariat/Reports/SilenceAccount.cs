using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>What the charter leaves open: who fills each place, and what turns on it in the journals, the seats and the cases.</summary>
public sealed record SilenceAccount : Report
{
    /// <param name="history">What was done.</param>
    /// <param name="day">The day as at which seats are counted.</param>
    /// <param name="edition">The edition by which they are; null: that in force.</param>
    internal SilenceAccount(History history, Day day, int? edition)
        : base("silences")
    {
        var federation = history.Input.Federation;
        var seats = SeatsTurning(history, day, history.BookAt(day, edition));
        var view = history.State.Reaching(day).At(day);
        var editions = EditionsOf(federation);
        var entries = new List<Entry>();
        var (settlers, turning) = ActsOf(history);
        foreach (var silence in federation.AllSilences)
        {
            var settled = view.Look(Relations.Settled, silence.Id);
            entries.Add(new Entry(
                silence,
                ConstructOf(silence.By.Clause),
                editions.GetValueOrDefault(silence.By.Number, []),
                [.. federation.Assumptions.Where(a => a.Silence == silence)],
                settled.Holds ? (int)settled.Value : null,
                settled.Holds ? settlers.GetValueOrDefault(silence) : null,
                turning.GetValueOrDefault(silence, []),
                [.. seats.Where(s => s.Turns.Contains(silence)).Select(s => s.Body.Name)],
                CasesNaming(federation, silence)));
        }

        // What is asked only where a ruling meets it is listed once something turns on it.
        Entries = [.. entries.Where(e => !e.Silence.WhenMet || e.IsMaterial || e.Settled is not null).OrderBy(e => !e.IsMaterial)];
        History = history;
        Shown = Entries;
    }

    internal History History { get; }

    /// <summary>Every silence, those on which something turns first, then in the order of the text.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Those of them that are shown; every one unless somebody chose.</summary>
    public IReadOnlyList<Entry> Shown { get; private init; } = [];

    /// <summary>How many editions the charter has.</summary>
    public int Editions => History.Input.Federation.Editions.Length;

    /// <summary>The title of the federation.</summary>
    public string Title => History.Input.Title;

    /// <summary>On how many something turns.</summary>
    public int Material => Entries.Count(e => e.IsMaterial);

    /// <summary>How many are settled.</summary>
    public int Settled => Entries.Count(e => e.Settled is not null);

    /// <summary>How many somebody fills by an assumption.</summary>
    public int Assumed => Entries.Count(e => e.Assumptions.Count > 0);

    /// <summary>Of how many the drafter did not write that they are open.</summary>
    public int Unsaid => Entries.Count(e => !e.Silence.Acknowledged);

    /// <summary>The same account, showing those alone that are merely left out, or on which something turns.</summary>
    public SilenceAccount Showing(bool unsaid, bool material) =>
        this with { Shown = [.. Entries.Where(e => (!unsaid || !e.Silence.Acknowledged) && (!material || e.IsMaterial))] };

    /// <summary>A silence and what hangs on it.</summary>
    /// <param name="Silence">The silence.</param>
    /// <param name="Construct">The clause within which it stands: "remedy Annulment".</param>
    /// <param name="Editions">The editions of the charter in which it stands.</param>
    /// <param name="Assumptions">How its readers fill it.</param>
    /// <param name="Settled">The reading that was settled by whoever may.</param>
    /// <param name="SettledBy">The act that settled it.</param>
    /// <param name="Acts">The numbers of the acts whose ruling turns on it.</param>
    /// <param name="Bodies">The bodies whose seats turn on it.</param>
    /// <param name="Cases">How many cases name an assumption about it.</param>
    public sealed record Entry(
        Silence Silence,
        string Construct,
        IReadOnlyList<int> Editions,
        IReadOnlyList<Assumption> Assumptions,
        int? Settled,
        RuledAct? SettledBy,
        IReadOnlyList<int> Acts,
        IReadOnlyList<string> Bodies,
        int Cases)
    {
        /// <summary>Whether any result so far depends on it.</summary>
        public bool IsMaterial => Acts.Count > 0 || Bodies.Count > 0 || Cases > 0;
    }

    // Who settled a silence last, and the acts whose ruling turns on it.
    private static (Dictionary<Silence, RuledAct> Settlers, Dictionary<Silence, List<int>> Turning) ActsOf(History history)
    {
        var (settlers, turning) = (new Dictionary<Silence, RuledAct>(), new Dictionary<Silence, List<int>>());
        foreach (var act in history.Acts)
        {
            if (act.Act.Place is { } place && act.Judgment.Verdict == Verdict.Accepted)
                settlers[place] = act;
            foreach (var silence in act.Ruling.Material)
            {
                if (!turning.TryGetValue(silence, out var numbers))
                    turning.Add(silence, numbers = []);
                numbers.Add(act.Act.Number);
            }
        }

        return (settlers, turning);
    }

    private static Dictionary<int, List<int>> EditionsOf(Federation federation)
    {
        var editions = new Dictionary<int, List<int>>();
        foreach (var edition in federation.Editions)
        {
            foreach (var provision in edition.Provisions)
            {
                if (!editions.TryGetValue(provision.Number, out var of))
                    editions.Add(provision.Number, of = []);
                of.Add(edition.Number);
            }
        }

        return editions;
    }

    private static List<(Body Body, HashSet<Silence> Turns)> SeatsTurning(History history, Day day, Rulebook book)
    {
        var found = new List<(Body, HashSet<Silence>)>();
        foreach (var body in book.Edition.Bodies.Where(b => b.EachOf is null && b.Seats.Count > 0))
        {
            var report = SeatInquiry.Of(history.State, book, day, body);
            found.Add((body, [.. report.Total().Turns.Concat(report.Units.SelectMany(u => report.Of(u).Turns))]));
        }

        return found;
    }

    private static int CasesNaming(Federation federation, Silence silence)
    {
        var names = federation.Assumptions.Where(a => a.Silence == silence).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return names.Count == 0 ? 0 : federation.Cases.Count(c => c.Clause.ChildrenOf("assuming").Any(l => l.Match?.List("names").Any(n => names.Contains(n.Text)) == true));
    }

    // The outermost clause below the article, in its own words.
    private static string ConstructOf(ClauseSyntax clause)
    {
        var at = clause;
        while (at.Parent is { Parent: not null } parent)
            at = parent;
        return at.Parent is null ? "" : string.Join(' ', at.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path);
        output.Field("open", Entries.Count).Field("material", Material);
        output.List("silences", Shown, e =>
        {
            output.Silence(e.Silence);
            output.Field("construct", e.Construct).Field("editions", e.Editions.Select(n => n.ToString(CultureInfo.InvariantCulture))).Field("material", e.IsMaterial);
            output.Field("settled", e.Settled is { } reading ? SilenceWords.ReadingOf(e.Silence, reading) : null).Field("settledByAct", e.SettledBy?.Act.Number);
            output.Field("acts", e.Acts.Select(n => n.ToString(CultureInfo.InvariantCulture))).Field("bodies", e.Bodies).Field("cases", e.Cases);
            output.List("assumptions", e.Assumptions, a => RunJson.Assumption(output, a));
        });
    }
}
