using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Engine.Kernel;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Records;

/// <summary>Writes what holds before any act: the register, the units and figures that the charter itself names, the first classes.</summary>
internal sealed class OpeningRecord(FactStore store, Figures figures, Mandates mandates, Rulebooks books)
{
    private readonly Roll _roll = books.Roll;

    public void Write()
    {
        var register = books.Federation.Register;
        foreach (var unit in register.Units)
            Unit(unit);
        foreach (var edition in books.Federation.Editions)
        {
            foreach (var party in edition.Parties)
                Party(party);
            foreach (var classes in edition.Classes)
            {
                foreach (var (name, value) in classes.AtFirst)
                    First(name, value, Day.From(edition.From));
            }
        }

        foreach (var figure in books.Federation.Editions.SelectMany(e => e.FixedFigures))
            Fixed(figure);
        foreach (var figure in register.Figures.OrderBy(f => f.AsAt))
            Return(figure);
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

    private void Party(NamedUnit party)
    {
        var thing = _roll.Add(ThingKind.Unit, party.Name);
        if (store.LineOf(FactKey.Of(Relations.Kind, thing)) >= 0)
            return;
        var kind = _roll.Word(party.Kind.Name);
        Fact(FactKey.Of(Relations.Kind, thing), Day.Min, Day.Max, kind);
        Fact(FactKey.Of(Relations.OfKind, kind, thing), Day.Min, Day.Max, 1);
        Fact(FactKey.Of(Relations.Member, thing), Day.Min, Day.Max, _roll.Word("member"));
    }

    private void Fixed(FixedFigure figure)
    {
        var measure = _roll.Word(figure.Measure.Name);
        var entry = figures.Add(new Figure(figure.Value, figure.Value, FigureQuality.Exact, Day.Min, 0, figure.By.Citation));
        if (figure.Each is { } each)
        {
            var kind = _roll.Word(each.Name);
            for (var i = 0; i < _roll.Count; i++)
            {
                if (_roll[i].Kind == ThingKind.Unit && store.LineOf(FactKey.Of(Relations.OfKind, kind, i)) >= 0)
                    Fact(FactKey.Of(Relations.Figure, i, measure), Day.Min, Day.Max, entry);
            }
        }

        foreach (var name in figure.Names)
            Fact(FactKey.Of(Relations.Figure, _roll.Add(ThingKind.Unit, name), measure), Day.Min, Day.Max, entry);
    }

    private void First(string name, string value, Day from)
    {
        foreach (var office in books.OfficesNamed(name))
            Fact(FactKey.Of(Relations.Class, office), from, Day.Max, _roll.Word(value));
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
        mandates.Written(key, from, until, prepared: false);
    }
}
