using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Mandates;

/// <summary>Writes the beginning and the end of mandates, and the vacancies that come of ends before the term.</summary>
internal static class MandateWriter
{
    /// <summary>Added to the number of a line of seats where mandates were recorded without their unit being told.</summary>
    public const int Untold = 256;

    /// <summary>A mandate begins: of a person, or of so many who were certified for a unit or elected without being named.</summary>
    public static void Begin(Judgement j, Mandate mandate)
    {
        var until = j.Mandates.EndOf(mandate.Post, mandate.Since);
        if (mandate.Holder >= 0)
            j.Link(Relations.Mandate, mandate.Post, mandate.Holder, mandate.Packed, mandate.From, until);
        else if (mandate.By == MandateBy.Certification)
            j.Link(Relations.Delegation, mandate.Post, mandate.Unit, mandate.Packed, mandate.From, until);
        else
            j.Link(Relations.ElectedNumber, mandate.Post, j.State.Known + 1, mandate.Packed, mandate.From, until);
        Mark(j, mandate.Post, mandate.Line, mandate.Unit, mandate.From);
        ComingMandates.Mark(j, mandate.Post, mandate.Holder >= 0 ? mandate.Holder : mandate.Post, mandate.From);
    }

    /// <summary>Notes that something of a line, and of a unit's seats, was recorded: from then on only those in office count.</summary>
    public static void Mark(Judgement j, int post, int line, int unit, Day from)
    {
        if (!j.Mandates.WasFilled(post, line))
            j.Link(Relations.LineFilled, post, line, 1, from);
        if (unit < 0)
            j.Link(Relations.LineFilled, post, line + Untold, 1, from);
        else if (!j.Mandates.WasFilledFor(post, unit))
            j.Link(Relations.UnitFilled, post, unit, 1, from);
    }

    /// <summary>
    /// The mandate of a person ends on the day of the act. If its term would have lasted longer, there is a vacancy, into which the next in
    /// order comes where the charter says so.
    /// </summary>
    public static void End(Judgement j, in Mandate mandate)
    {
        j.Link(Relations.Mandate, mandate.Post, mandate.Holder, FactVersion.Nothing, j.Today, ComingMandates.Of(j, mandate.Post, mandate.Holder));
        var until = j.Mandates.EndOf(mandate.Post, mandate.Since);
        if (VacancyOf(j, mandate.Post) is { } slot && slot.Fillers.Any(v => v.NextInOrder) && j.Ask(slot, out var vacancy) && vacancy.NextInOrder
            && Next(j, mandate) is { } next)
        {
            j.Cite(slot.By, GroundKind.ComesIn, j.Roll.NameOf(next), j.Roll.NameOf(mandate.Post));
            j.Unlink(Relations.Substitute, mandate.Post, next);
            if (ForFullTerm(j, mandate, unsaid: false) is { } full)
                Begin(j, mandate with { Holder = next, By = MandateBy.Succession, From = j.Today, Since = full ? j.Today : mandate.Since });
            return;
        }

        j.Link(Relations.Vacancy, mandate.Post, mandate.Holder, (mandate with { From = j.Today }).Packed, j.Today, until);
    }

    /// <summary>A vacancy is filled, or the seat filled otherwise: it is none any more.</summary>
    public static void Fill(Judgement j, in Mandate vacancy, Day from) => j.Unlink(Relations.Vacancy, vacancy.Post, vacancy.Holder, from);

    /// <summary>What the charter says of vacancies in an office or body; null if it says nothing.</summary>
    public static Slot<Vacancy>? VacancyOf(Inquiry inquiry, int post) =>
        inquiry.OfficeOf(post) is { } office ? office.Vacancy
        : inquiry.BodyOf(post) is { Body: var body } ? body.Vacancy ?? body.ChamberOf?.Vacancy : null;

    /// <summary>
    /// Whether who comes into a vacancy has a full term, and not the rest of the old one. Asked only where that makes a difference.
    /// </summary>
    /// <param name="j">The act.</param>
    /// <param name="vacancy">The mandate that ended.</param>
    /// <param name="unsaid">What holds where the charter says nothing; null: it is open.</param>
    /// <returns>Null if it is open and has been noted.</returns>
    public static bool? ForFullTerm(Judgement j, in Mandate vacancy, bool? unsaid)
    {
        var slot = j.OfficeOf(vacancy.Post) is { } office ? office.VacancyForFullTerm : j.BodyOf(vacancy.Post)?.Body.VacancyForFullTerm;
        if (slot is null || (slot is { Silence.WhenMet: true } && unsaid is not null))
            return unsaid ?? true;
        if (vacancy.Since == j.Today || j.Mandates.TermOf(vacancy.Post) is not { } term || (term.IsSaid && term.Said.Span is null))
            return false;
        return j.Ask(slot, out var full) ? full : null;
    }

    /// <summary>The next substitute for a seat: of its line and unit, and nobody who meanwhile sits or is kept apart.</summary>
    private static int? Next(Judgement j, Mandate left)
    {
        foreach (var substitute in j.Mandates.Substitutes(left.Post))
        {
            if (!Substitution.StandsFor(substitute, left))
                continue;
            if (j.Mandates.Held(left.Post, substitute.Holder) is null && Incompatibility.Between(j, left.Post, substitute.Holder) is null)
                return substitute.Holder;
        }

        return null;
    }
}
