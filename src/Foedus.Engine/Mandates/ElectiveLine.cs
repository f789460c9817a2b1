using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Mandates;

/// <summary>Places to which somebody can be chosen: a line of seats of a body, or an office.</summary>
/// <param name="Post">The body or office as a thing.</param>
/// <param name="Number">The number of the line in its body; 0 for an office.</param>
/// <param name="Name">What is chosen, in words.</param>
/// <param name="By">Where the places are said.</param>
/// <param name="Body">The body; null for an office.</param>
/// <param name="Group">The line; null for an office.</param>
/// <param name="Office">The office; null for a line of seats.</param>
/// <param name="Chosen">Who chooses; null if nothing says it.</param>
/// <param name="Vacancy">What becomes of vacancies.</param>
/// <param name="Each">The kind of unit of which each has seats of its own; null if none has.</param>
/// <param name="Pool">Of whom so many sit ex officio; null for other places.</param>
internal sealed record ElectiveLine(
    int Post, int Number, string Name, Provision By, BodyAt? Body, SeatGroup? Group, Office? Office, Slot<Choosing>? Chosen, Slot<Vacancy>? Vacancy, UnitKind? Each, Party? Pool)
{
    /// <summary>The lines of a body and its chambers to which somebody can be chosen.</summary>
    public static ImmutableArray<ElectiveLine> Of(Inquiry inquiry, BodyAt body)
    {
        var lines = ImmutableArray.CreateBuilder<ElectiveLine>();
        Add(inquiry, body, lines);
        foreach (var chamber in body.Body.Chambers)
            Add(inquiry, body.Chamber(chamber), lines);
        return lines.ToImmutable();
    }

    /// <summary>An office, in which there is one place or several.</summary>
    public static ElectiveLine Of(int post, Office office)
    {
        var chosen = office.Chosen ?? office.Of?.Chosen ?? office.Of?.Seats.Select(g => g.Chosen).FirstOrDefault(c => c is not null);
        return new ElectiveLine(post, 0, office.ToString(), office.By, null, null, office, chosen, office.Vacancy, null, null);
    }

    private static void Add(Inquiry inquiry, BodyAt at, ImmutableArray<ElectiveLine>.Builder lines)
    {
        var body = at.Body;
        var post = inquiry.Book.ThingOf(at);
        for (var i = 0; i < body.Seats.Count; i++)
        {
            var group = body.Seats[i];
            var formulas = group.Formula.Fillers;
            var pool = formulas.OfType<SeatFormula.ExOfficio>().SelectMany(f => f.Who.Parties).FirstOrDefault(p => p.Quantity is { IsShare: false });
            if (pool is null && !formulas.IsEmpty && formulas.All(f => f is SeatFormula.ExOfficio or SeatFormula.OnePerOffice))
                continue;
            var chosen = group.Chosen ?? body.Chosen ?? body.ChamberOf?.Chosen;
            lines.Add(new ElectiveLine(
                post, i, body.Name, group.Formula.By, at, group, null, chosen, body.Vacancy ?? body.ChamberOf?.Vacancy,
                formulas.Select(LineCount.KindOf).FirstOrDefault(k => k is not null), pool));
        }
    }

    /// <summary>How many places there are, for a unit where units have seats of their own; -1: on the whole line.</summary>
    public SeatRange Places(Inquiry inquiry, int unit)
    {
        if (Office is { } office)
        {
            if (unit >= 0)
                return SeatRange.None;
            return office.Number is not { } slot ? SeatRange.Exactly(1)
                : !inquiry.Ask(slot, out var number) ? SeatRange.Unknown
                : SeatRange.Exactly(number.AsManyAs is { } kind ? inquiry.UnitsOf(kind, inquiry.UnitOf(Post)).Count() : number.Count ?? 1);
        }

        if (Pool?.Quantity is { } fixedNumber)
            return SeatRange.Exactly(fixedNumber.Value);
        if (unit < 0)
            return inquiry.TotalSeats(Body!.Value).Lines is var lines && Number < lines.Length ? lines[Number].Total : SeatRange.Unknown;
        var shared = inquiry.Seats(Body!.Value).Lines;
        if (Number >= shared.Length || shared[Number].Formula is null)
            return SeatRange.Unknown;
        foreach (var share in shared[Number].Shares)
        {
            if (share.Unit == unit)
                return share.Range;
        }

        return SeatRange.None;
    }

    /// <summary>How many places are taken: by who is in office, and by choices that wait for being confirmed.</summary>
    public int Taken(Inquiry inquiry, int unit)
    {
        var taken = 0;
        Dictionary<int, int>? named = null;
        foreach (var mandate in inquiry.Mandates.Of(Post))
        {
            if (!Counts(mandate, unit))
                continue;
            taken++;
            if (mandate.Unit >= 0)
            {
                named ??= [];
                named[mandate.Unit] = named.GetValueOrDefault(mandate.Unit) + 1;
            }
        }

        foreach (var mandate in inquiry.Mandates.Waiting(Post))
            taken += Counts(mandate, unit) && ComingMandates.Of(inquiry, Post, mandate.Holder) is null ? 1 : 0;
        if (Body is null)
            return taken;
        foreach (var mandate in inquiry.Mandates.ElectedNumbers(Post))
            taken += Counts(mandate, unit) ? mandate.Count : 0;
        foreach (var mandate in inquiry.Mandates.Delegations(Post))
            taken += Counts(mandate, unit) && Each is not null ? Math.Max(0, mandate.Count - (named?.GetValueOrDefault(mandate.Unit) ?? 0)) : 0;
        return taken;
    }

    /// <summary>Whether it is said of which units those who are chosen have to come, as its seats are of none.</summary>
    public bool AsksOrigin => Each is null && AsksUnits;

    /// <summary>Whether it is said of which units those who are chosen have to come.</summary>
    public bool AsksUnits => Asks(Chosen?.Fillers.Select(c => c.From)) || Asks(Vacancy?.Fillers.Select(v => v.From));

    private static bool Asks(IEnumerable<Who?>? pools) => pools?.Any(w => w?.Parties.Any(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit) == true) == true;

    /// <summary>Whether its members are chosen from among units of which one is.</summary>
    public bool TakesUnit(Inquiry inquiry, int unit) =>
        Chosen is { IsSaid: true, Said.From: { } from } && from.Parties.Any(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit && inquiry.IsUnit(unit, p) == Truth.Yes);

    /// <summary>The vacancies among its places.</summary>
    public List<Mandate> Vacancies(Inquiry inquiry, int unit) => [.. inquiry.Mandates.Vacancies(Post).Where(m => Counts(m, unit))];

    private bool Counts(in Mandate mandate, int unit) =>
        (mandate.Line == Number || mandate.Line == Mandate.NoLine) && (unit < 0 || mandate.Unit < 0 || mandate.Unit == unit);
}
