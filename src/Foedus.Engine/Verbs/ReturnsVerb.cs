using Foedus.Charter.Registers;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A unit returns a figure: inhabitants, electors, paid-up members.</summary>
internal sealed class ReturnsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var unit = j.UnitOf(j.Actor);
        if (unit < 0)
        {
            j.Refuse(null, GroundKind.NotAMember, j.ActorName, j.Today);
            return;
        }

        var book = j.Book;
        var named = book.Measures(j.Act.Sort);
        if (named.Count == 0)
        {
            j.Refuse(null, GroundKind.NotMeasured, j.Act.Sort, j.Roll.NameOf(unit));
            return;
        }

        // A unit may return the figure of its own kind, or that of the units within it.
        var measure = named.FirstOrDefault(m => Is(j, unit, m.Kind)) ?? named.FirstOrDefault(m => m.Kind.Above().Any(kind => Is(j, unit, kind)));
        if (measure is null)
        {
            measure = named[0];
            j.Refuse(measure.By, GroundKind.NotMeasured, measure.Name, j.Roll.NameOf(unit));
            return;
        }

        foreach (var doer in j.Act.By)
        {
            var own = j.Parties.StandsFor(doer, unit);
            if (own == Truth.No)
                j.Refuse(measure.By, GroundKind.NoPower, j.Roll.NameOf(unit), j.Roll.NameOf(doer), new Need("a return by " + j.Roll.NameOf(unit), j.Roll.NameOf(unit)));
            else
                j.Note(own, measure.By, GroundKind.OwnRight, j.ActorName, "the figures are its own");
        }

        if (j.Act.Low is { } least && j.Act.High is { } most && least > most)
        {
            j.Refuse(measure.By, GroundKind.BoundsTurned, Bounds(j.Act), null, new Need("the smaller bound first"));
            return;
        }

        j.Cite(measure.By, GroundKind.Measure, measure.Name, measure.Kind.Name);
        var asAt = j.Act.Day ?? j.Today;
        var key = FactKey.Of(Relations.Figure, unit, j.Roll.Word(measure.Name));
        var figure = new Figure(j.Act.Low, j.Act.High, j.Act.Restates ? FigureQuality.Restated : QualityOf(j.Act), asAt, j.Act.Number);
        var before = j.View.AsAt(asAt).Look(key);
        if (before.Holds && figure.Beside(j.State.FigureAt(before.Value)) is { Contradicts: { } other } beside)
        {
            figure = beside;
            j.Note(Truth.Yes, measure.By, GroundKind.Contradicts, Bounds(j.Act), other.Source);
        }

        j.Write(key, figure, asAt);
    }

    private static bool Is(Judgement j, int unit, Charter.Model.UnitKind kind) => j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), unit);

    private static FigureQuality QualityOf(Acts.Act act) => (act.Low, act.High) switch
    {
        (null, null) => FigureQuality.Missing,
        (null, _) => FigureQuality.NotMoreThan,
        (_, null) => act.Above ? FigureQuality.MoreThan : FigureQuality.NotLessThan,
        var (l, h) => l == h ? FigureQuality.Exact : FigureQuality.About,
    };

    private static string Bounds(Acts.Act act) => (act.Low, act.High) switch
    {
        (null, null) => "no data",
        (null, { } h) => "not more than " + h,
        ({ } l, null) => (act.Above ? "over " : "not less than ") + l,
        ({ } l, { } h) => l == h ? l.ToString() : "between " + l + " and " + h,
    };
}
