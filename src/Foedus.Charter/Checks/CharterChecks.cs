using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;

namespace Foedus.Charter.Checks;

/// <summary>Everything that is lawful in a charter and that its drafter may have overlooked.</summary>
internal static class CharterChecks
{
    private static readonly ImmutableArray<ICheck> All =
    [
        new NothingSaysCheck(),
        new ConveningCheck(),
        new AnnulmentCheck(),
        new WaitingCheck(),
        new WaysOnCheck(),
        new ReachabilityCheck(),
        new ShuttleCheck(),
        new OverlapCheck(),
        new MatterCheck(),
        new DutyCheck(),
        new BandCheck(),
        new AppointmentCheck(),
        new SeatCircleCheck(),
        new ExclusivePowersCheck(),
        new LanguageCheck(),
        new ArticleCheck(),
        new TestCheck(),
        new NameCheck(),
        new RuleCheck(),
        new ChangeCheck(),
        new BoundCheck(),
        new WordsCheck(),
    ];

    /// <summary>Looks at every edition, and at what surrounds the charter.</summary>
    public static void Run(IReadOnlyList<BoundEdition> editions, Register register, ImmutableArray<Assumption> assumptions, ImmutableArray<AssumedFigure> figures, ImmutableArray<CaseText> cases, SilenceBook silences, DiagnosticBag problems)
    {
        foreach (var edition in editions)
            foreach (var check in All)
                check.Run(edition, problems);
        MeasureCheck.Run(editions, register, figures, problems);
        AssumptionCheck.Run(editions, register, assumptions, figures, cases, silences, problems);
    }
}
