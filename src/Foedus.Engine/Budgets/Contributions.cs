using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using NodaTime;

namespace Foedus.Engine.Budgets;

/// <summary>What units owe and have paid of their contributions, by calendar years.</summary>
internal static class Contributions
{
    /// <summary>The provision on what a unit has to pay, or null.</summary>
    public static Contribution? Of(Inquiry q, int unit) => q.Book.Edition.Contributions.Find(c => c.Of.Parties.Any(p => Owes(q, p, unit)));

    /// <summary>What a unit has paid for the year of a day.</summary>
    public static Ratio Paid(Inquiry q, int unit, Day day) =>
        q.View.TryValue(Relations.Paid, unit, day.ToLocalDate().Year, out var place) ? q.State.FigureAt(place).Value : Ratio.Zero;

    /// <summary>The day of the year on which a contribution is due.</summary>
    public static Day DueOf(Day day, (int Day, int Month) due) => DueIn(day.ToLocalDate().Year, due);

    /// <summary>
    /// Whether a unit has not paid in full what was due on the last day on which a contribution was; open where its figure is not known.
    /// </summary>
    /// <param name="q">What is asked, on its day.</param>
    /// <param name="unit">The unit; it owes nothing for days on which it was no member, or on which the charter was not in force.</param>
    /// <param name="last">The last day on which it was due.</param>
    public static Truth Missed(Inquiry q, int unit, out Day last)
    {
        last = q.Today;
        if (Of(q, unit) is not { Due: { } slot, Amount: { } owed } contribution || Fates.Of(q, unit, FateOf.Obligations).IsOver)
            return Truth.No;
        if (!q.Ask(slot, out var due))
            return Truth.Open;
        last = DueOf(q.Today, due);
        if (q.Today <= last)
            last = DueIn(last.ToLocalDate().Year - 1, due);
        if (last < q.State.Books[0].From || !q.View.AsAt(last).Look(Relations.Kind, unit).Holds)
            return Truth.No;
        if (!q.Ask(owed, out var amount))
            return Truth.Open;
        if (q.FigureOf(unit, amount.On) is not { } figure)
            return q.Note(Truth.Open, owed.By, GroundKind.FigureMissing, amount.On.Name, q.Roll.NameOf(unit));
        if (Paid(q, unit, last) >= amount.Amount * figure)
            return Truth.No;
        q.Cite(contribution.By, GroundKind.ContributionMissed, q.Roll.NameOf(unit), last);
        return Truth.Yes;
    }

    private static Day DueIn(int year, (int Day, int Month) due) =>
        Day.From(new LocalDate(year, due.Month, Math.Min(due.Day, CalendarSystem.Iso.GetDaysInMonth(year, due.Month))));

    private static bool Owes(Inquiry q, Party party, int unit) =>
        q.IsUnit(unit, party.Which == Which.That ? party with { Which = Which.Any } : party) == Truth.Yes
        || (party.UnitKind is { } kind && q.View.Look(Relations.Gone, unit).Holds && q.View.TryValue(Relations.FormerKind, unit, out var former)
            && string.Equals(q.Roll.WordOf(former), kind.Name, StringComparison.Ordinal));
}
