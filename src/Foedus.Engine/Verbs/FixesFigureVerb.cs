using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A figure by which seats are shared is fixed, by whom the charter leaves it to: "figures as fixed by Presidium".</summary>
internal sealed class FixesFigureVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.Book.Measure(j.Act.Sort) is not { } measure)
        {
            j.Refuse(null, GroundKind.NotMeasured, j.Act.Sort, j.Roll.NameOf(j.Act.Unit));
            return;
        }

        var lines = j.Book.Edition.Bodies.SelectMany(b => b.Seats).Where(g => g.Figures is not null && g.Formula.Fillers.Any(f => IsBy(f, measure)))
            .Select(g => g.Figures!).Where(f => f.Fillers.Any(b => b.FixedBy is not null)).Distinct().ToList();
        if (lines.Count == 0)
            j.NoProvision("fix the " + measure.Name);
        else
            j.Try(lines, slot => MayFix(j, slot));
        var figure = new Figure(j.Act.Low, j.Act.High, FigureQuality.Exact, j.Today, j.Act.Number);
        if (j.Act.Unit >= 0)
            j.Write(FactKey.Of(Relations.FigureFixed, j.Act.Unit, j.Roll.Word(measure.Name)), figure, j.Today);
    }

    private static void MayFix(Judgement j, Slot<FigureBasis> slot)
    {
        if (!j.Ask(slot, out var basis))
            return;
        if (basis.FixedBy is { } who)
            j.MayAct(who, slot.By);
        else
            j.NoProvision("fix figures");
    }

    private static bool IsBy(SeatFormula formula, Measure measure) => formula switch
    {
        SeatFormula.Shared f => Same(f.By, measure),
        SeatFormula.Norm f => Same(f.Of, measure),
        SeatFormula.ByBands f => Same(f.Of, measure),
        SeatFormula.Bonus f => Same(f.Of, measure),
        _ => false,
    };

    private static bool Same(Measure one, Measure other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);
}
