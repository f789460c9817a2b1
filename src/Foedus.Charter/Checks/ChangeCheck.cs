using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Checks;

/// <summary>Changes of units that the language does not know, fates that cannot be, and ends of procedures that make nothing.</summary>
internal sealed class ChangeCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var end in edition.Edition.Procedures.SelectMany(p => p.Ends))
        {
            if (end.Becomes is { } becomes && !Makes(edition.Edition, becomes))
                problems.Add(Becomes(edition.Edition, end, becomes));
        }

        foreach (var change in edition.Edition.Changes)
        {
            if (!ChangeWords.Changes.Contains(change.What))
                problems.Add(Diagnostic.At(change.By.Clause.Location, CheckDiagnostics.UnknownChange, change.What).Helped(string.Join(", ", ChangeWords.Changes.Order(StringComparer.Ordinal))));
            if (!change.Of.Parties.Any(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit or PartyKind.Applicant))
                problems.Add(Diagnostic.At(change.By.Clause.Location, CheckDiagnostics.ChangeOfNoUnit, change.Of.Words));
            var rest = change.Fates.GetValueOrDefault(FateOf.EverythingElse);
            foreach (var (subject, slot) in change.Fates)
            {
                // What a line about everything else says need not fit each thing.
                if (subject != FateOf.EverythingElse && ReferenceEquals(slot, rest)) continue;
                if (slot.IsSaid && ReferenceEquals(slot.By.Clause.Parent, change.By.Clause) && !CanBe(change.What, subject, slot.Said))
                    problems.Add(Diagnostic.At(slot.By.Clause.Location, CheckDiagnostics.FateCannotBe, slot.Said, Words(subject), change.What));
            }

            foreach (var by in change.DoneBy)
            {
                if (by is { IsSaid: true, Said.Procedure: { } procedure } && !procedure.Ends.Exists(e => Leads(e.Becomes, change.What)))
                    problems.Add(Diagnostic.At(by.By.Clause.Location, CheckDiagnostics.NeverBecomes, procedure.Name, change.What).Helped($"end NAME becomes {change.What}"));
            }
        }
    }

    private static Diagnostic Becomes(CharterEdition edition, End end, string becomes)
    {
        var problem = Diagnostic.At(end.By.Clause.Location, CheckDiagnostics.BecomesNothing, becomes);
        var near = Spelling.Nearest(becomes, edition.Instruments.Select(i => i.Name).Concat(ChangeWords.Changes).Concat(ChangeWords.Results).Order(StringComparer.Ordinal));
        return near is null ? problem.Helped($"to declare the sort of act: `instrument {becomes}`") : problem.Helped($"did you mean `becomes {near}`?");
    }

    private static bool Makes(CharterEdition edition, string becomes) =>
        ChangeWords.Changes.Contains(becomes) || ChangeWords.Results.Contains(becomes)
        || edition.Instruments.Exists(i => string.Equals(i.Name, becomes, StringComparison.Ordinal));

    /// <summary>Whether an end makes a change; some changes have several words.</summary>
    private static bool Leads(string? becomes, string what) =>
        string.Equals(becomes, what, StringComparison.Ordinal)
        || (becomes is ChangeWords.Boundary or ChangeWords.Transfer or ChangeWords.Parent && what is ChangeWords.Boundary or ChangeWords.Transfer or ChangeWords.Parent)
        || (becomes is ChangeWords.Kind or ChangeWords.Tie && what is ChangeWords.Standing)
        || (becomes is ChangeWords.Standing && what is ChangeWords.Kind or ChangeWords.Tie);

    /// <summary>Whether something can become so of a subject: a pending matter has no term, and nothing begins for whoever leaves.</summary>
    private static bool CanBe(string what, FateOf subject, string fate)
    {
        var begins = fate is "begin at once" or "begin with the next session" or "do not arise";
        if (begins && what is ChangeWords.Secession or ChangeWords.Expulsion or ChangeWords.Dissolution or ChangeWords.Suspension)
            return false;
        return subject switch
        {
            FateOf.Offices => fate is not "are recomputed",
            FateOf.PendingMatters => fate is not ("last until the term ends" or "are recomputed" or "begin at once" or "begin with the next session"),
            FateOf.Instruments => fate is not ("last until the term ends" or "are recomputed" or "begin at once" or "begin with the next session"),
            FateOf.Obligations => fate is not ("last until the term ends" or "are recomputed"),
            _ => true,
        };
    }

    private static string Words(FateOf subject) => subject switch
    {
        FateOf.PendingMatters => "pending matters",
        FateOf.EverythingElse => "everything else",
        _ => subject.ToString().ToLowerInvariant(),
    };
}
