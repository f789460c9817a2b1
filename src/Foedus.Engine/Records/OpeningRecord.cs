using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Records;

/// <summary>
/// Writes what holds before any act: the register, the units that the charter itself names, the first classes. What an edition says holds over
/// the days of the editions whose text says it; what one says that has yet to be enacted is written when it is.
/// </summary>
/// <param name="store">Where it is written.</param>
/// <param name="figures">The list of figures.</param>
/// <param name="heads">What is remembered of members.</param>
/// <param name="books">The rules.</param>
/// <param name="only">The edition that is taken to rule on every day; null: each on its own days.</param>
internal sealed class OpeningRecord(FactStore store, Figures figures, HeadCounts heads, Rulebooks books, Rulebook? only)
{
    private readonly Roll _roll = books.Roll;

    public void Write()
    {
        var register = books.Federation.Register;
        foreach (var unit in register.Units)
            Unit(unit);
        var known = register.Units.Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var spans = Spans();
        foreach (var (party, from, until) in Said(spans, e => e.Parties, p => (p.Name, p.Kind.Name)))
        {
            if (!known.Contains(party.Name))
                Party(party, from, until);
        }

        foreach (var (first, from, until) in Said(spans, FirstClass.Of, f => f))
            First(first, from, until);
        foreach (var figure in register.Figures.OrderBy(f => f.AsAt))
            Return(figure);
    }

    /// <summary>The editions that rule by their own words, each with its days; the first rules before its own day too.</summary>
    private List<(CharterEdition Edition, Day From, Day Until)> Spans()
    {
        var dated = only is not null ? [only] : books.Dated.Count > 0 ? books.Dated : books.Count > 0 ? [books[0]] : [];
        return [.. dated.Select((b, i) => (b.Edition, i == 0 ? Day.Min : b.From, i + 1 < dated.Count ? dated[i + 1].From : Day.Max)).Where(s => s.Item2 < s.Item3)];
    }

    /// <summary>What the editions say, each once for the days over which one edition after the other says it.</summary>
    private static IEnumerable<(T What, Day From, Day Until)> Said<T, TKey>(
        List<(CharterEdition Edition, Day From, Day Until)> spans, Func<CharterEdition, IEnumerable<T>> of, Func<T, TKey> key)
        where TKey : notnull
    {
        var open = new Dictionary<TKey, int>();
        var said = new List<(T What, Day From, Day Until)>();
        foreach (var (edition, from, until) in spans)
        {
            foreach (var what in of(edition))
            {
                if (open.TryGetValue(key(what), out var place) && said[place].Until >= from)
                {
                    said[place] = said[place] with { Until = until };
                    continue;
                }

                open[key(what)] = said.Count;
                said.Add((what, from, until));
            }
        }

        return said;
    }

    private void Unit(RegisteredUnit unit)
    {
        var thing = _roll.Add(ThingKind.Unit, unit.Name);
        var from = unit.From is { } f ? Day.From(f) : Day.Min;
        var until = unit.Until is { } u ? Day.From(u) : Day.Max;
        var kind = _roll.Word(unit.Kind);
        Fact(FactKey.Of(Relations.Kind, thing), from, until, kind);
        Fact(FactKey.Of(Relations.OfKind, kind, thing), from, until, 1);
        if (unit.Within is { } within)
            Fact(FactKey.Of(Relations.Within, thing), from, until, _roll.Add(ThingKind.Unit, within));
        Fact(FactKey.Of(Relations.Member, thing), from, until, _roll.Word(unit.Link ?? "member"));
    }

    private void Party(NamedUnit party, Day from, Day until)
    {
        var thing = _roll.Add(ThingKind.Unit, party.Name);
        var kind = _roll.Word(party.Kind.Name);
        Fact(FactKey.Of(Relations.Kind, thing), from, until, kind);
        Fact(FactKey.Of(Relations.OfKind, kind, thing), from, until, 1);
        Fact(FactKey.Of(Relations.Member, thing), from, until, _roll.Word("member"));
    }

    private void First(FirstClass first, Day from, Day until)
    {
        foreach (var thing in first.Things(books))
            Fact(FactKey.Of(Relations.Class, thing, _roll.Word(first.Classes)), from, until, _roll.Word(first.Value));
    }

    /// <summary>A second, different figure of one day contradicts the first unless it says that it restates it.</summary>
    private void Return(RegisteredFigure row)
    {
        var key = FactKey.Of(Relations.Figure, _roll.Add(ThingKind.Unit, row.Unit), _roll.Word(row.Measure));
        var day = Day.From(row.AsAt);
        // The name of the file alone: the state is the same wherever the folder lies.
        var place = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(row.Place.File)}:{row.Place.Line}");
        var figure = new Figure(row.Low, row.High, row.Quality, day, 0, place);
        var before = new View(store, day, 0).Look(key);
        Fact(key, day, Day.Max, figures.Add(before.Holds ? figure.Beside(figures[(int)before.Value]) : figure));
    }

    private void Fact(FactKey key, Day from, Day until, long value)
    {
        store.Append(key, from, until, value, 0, 0);
        heads.Written(key, from, until, prepared: false);
    }
}
