using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Fills places from clauses: with what the charter says, or with the silence that it declares.</summary>
internal sealed class SlotBinder(BindingContext context, PartyBinder parties, Precedence precedence)
{
    private readonly Dictionary<(object Owner, string Form), ClauseSyntax> filledBy = new(OwnerComparer.Instance);
    private readonly List<MissingSlot> missing = [];

    /// <summary>What no clause fills and ought to be said, in the order in which it was found.</summary>
    public IReadOnlyList<MissingSlot> Missing => missing;

    /// <summary>Fills a place that can be filled once. A second clause is an error unless its article says that it prevails.</summary>
    /// <param name="owner">What the place belongs to.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="current">What fills it so far.</param>
    /// <param name="read">Reads the words of the clause.</param>
    /// <param name="choices">All that may be said there, where that is a closed list: a place left open is any one of them.</param>
    public Slot<T>? Fill<T>(object owner, ClauseSyntax clause, Slot<T>? current, Func<Match, Bound<T>> read, ImmutableArray<string> choices = default)
    {
        var key = (owner, clause.Form!.Id);
        if (current is not null && filledBy.TryGetValue(key, out var earlier))
        {
            if (precedence.Prevails(earlier, clause)) return current;
            if (!precedence.Prevails(clause, earlier))
            {
                if (!ReferenceEquals(clause.Parent, earlier.Parent)) Conflict(owner, clause, earlier);
                return current;
            }
        }
        filledBy[key] = clause;
        return Open(clause, read, choices);
    }

    /// <summary>A place that the clause fills or declares open. A clause that cannot be read leaves the place open.</summary>
    public Slot<T> Open<T>(ClauseSyntax clause, Func<Match, Bound<T>> read, ImmutableArray<string> choices = default)
    {
        var by = context.By(clause);
        if (clause.Match is { } match && clause.Silence is null)
        {
            var bound = read(match);
            if (bound.Ok) return new Slot<T>(by, [bound.Value], null);
        }
        var fillers = ImmutableArray.CreateBuilder<T>();
        var words = ImmutableArray.CreateBuilder<string>();
        var shape = "";
        if (clause.Silence is { } silence)
        {
            foreach (var reading in silence.Readings.IsEmpty ? Any(clause.Form!, choices, clause) : silence.Readings)
            {
                var bound = read(reading);
                shape += bound.Ok ? '1' : '0';
                if (!bound.Ok) continue;
                fillers.Add(bound.Value);
                words.Add(BindingContext.Words(reading));
            }
        }
        var leftTo = clause.Silence?.LeftTo is { } left ? parties.Who(left) : null;
        var entry = context.Silences.Declared(clause, by, words.ToImmutable(), leftTo, shape);
        return Register(entry, new Slot<T>(by, fillers.ToImmutable(), entry.Silence), read);
    }

    /// <summary>A place that nothing fills and that has to be filled: a silence that nobody declared.</summary>
    public Slot<T> Absent<T>(ClauseSyntax construct, string formId, Func<Match, Bound<T>> read, string about, ImmutableArray<string> choices = default)
    {
        var by = context.By(construct);
        var form = BindingContext.Form(construct, formId);
        var readings = Any(form, choices, construct);
        var entry = context.Silences.Found(construct, by, form, about, [.. readings.Select(BindingContext.Words)]);
        missing.Add(new MissingSlot(construct, form, about, by));
        return Register(entry, new Slot<T>(by, [.. readings.Select(m => read(m).Value)], entry.Silence), read);
    }

    /// <summary>
    /// A place that charters seldom fill and that is asked only where a ruling meets it. Nobody is reminded to fill it.
    /// </summary>
    /// <param name="construct">The construct in which it would be said.</param>
    /// <param name="formId">The form that would say it.</param>
    /// <param name="read">Reads its words.</param>
    /// <param name="about">The construct as people call it.</param>
    /// <param name="choices">Every reading.</param>
    public Slot<T> WhenMet<T>(ClauseSyntax construct, string formId, Func<Match, Bound<T>> read, string about, ImmutableArray<string> choices)
    {
        var by = context.By(construct);
        var form = BindingContext.Form(construct, formId);
        var readings = Any(form, choices, construct);
        var entry = context.Silences.Met(construct, by, form, about, [.. readings.Select(BindingContext.Words)]);
        return Register(entry, new Slot<T>(by, [.. readings.Select(m => read(m).Value)], entry.Silence), read);
    }

    /// <summary>Says which bodies everything concerns that a construct misses.</summary>
    public void Concern(ClauseSyntax construct, IReadOnlyList<Body> bodies)
    {
        for (var i = 0; i < missing.Count; i++)
        {
            if (ReferenceEquals(missing[i].Construct, construct)) missing[i] = missing[i] with { Bodies = bodies };
        }
    }

    private static ImmutableArray<Match> Any(Form form, ImmutableArray<string> choices, ClauseSyntax at) =>
        choices.IsDefault ? [] : [.. choices.Select(c => ReadingBinder.Match(form, c, at.Tree.Table)!)];

    private Slot<T> Register<T>(SilenceEntry entry, Slot<T> slot, Func<Match, Bound<T>> read)
    {
        entry.Editions.Add(context.Edition.Number);
        entry.Slots.Add(new OpenSlot<T>(slot, read, context));
        return slot;
    }

    private void Conflict(object owner, ClauseSyntax clause, ClauseSyntax earlier)
    {
        var (first, second) = (context.By(earlier), context.By(clause));
        if (clause.Match is { } one && earlier.Match is { } other && string.Equals(BindingContext.Words(one), BindingContext.Words(other), StringComparison.Ordinal)) return;
        var name = NameOf(owner);
        var what = name.Length == 0 ? $"`{clause.Form!.Keyword}`" : $"`{clause.Form!.Keyword}` of {name}";
        var problem = Diagnostic.At(clause.Location, BindingDiagnostics.SaidTwice, what, first.Citation, second.Citation)
            .Labelled("and here").Also(earlier.Location, "said here");
        context.Report(first.Article.Length > 0 && !ReferenceEquals(first.Article, second.Article) && !string.Equals(first.Article, second.Article, StringComparison.Ordinal)
            ? problem.Helped($"keep one, or write `despite art {first.Article}` in {second.Citation}")
            : problem.Helped("keep one"));
    }

    private static string NameOf(object owner) => owner switch
    {
        SeatGroup group => $"the seats of {group.Body}",
        DecisionRule { EveryBody: true } => "the rule of every body",
        DecisionRule { Name: null } rule => $"the rule of {string.Join(" and ", rule.In)}",
        Change change => $"the {change.What} of {change.Of.Words}",
        Budget budget => budget.Of is { } of ? $"the budget of {of.Words}" : "the budget",
        CharterEdition => "the charter",
        TimeRules => "`time`",
        Provision by => by.Clause.Text,
        Body or Office or DecisionRule or Procedure or Stage or Remedy or Duty or InstrumentKind or UnitKind => owner.ToString() ?? "",
        _ => "",
    };

    private sealed class OwnerComparer : IEqualityComparer<(object Owner, string Form)>
    {
        public static readonly OwnerComparer Instance = new();

        public bool Equals((object Owner, string Form) x, (object Owner, string Form) y) =>
            ReferenceEquals(x.Owner, y.Owner) && string.Equals(x.Form, y.Form, StringComparison.Ordinal);

        public int GetHashCode((object Owner, string Form) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Owner), obj.Form.GetHashCode(StringComparison.Ordinal));
    }
}
