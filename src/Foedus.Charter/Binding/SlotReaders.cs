namespace Foedus.Charter.Binding;

/// <summary>The readers of phrases, for places that no clause fills.</summary>
internal sealed record SlotReaders(
    AmountBinder Amounts,
    PartyBinder Parties,
    TermBinder Terms,
    SeatBinder Seats,
    DecidingBinder Deciding,
    ProcedureBinder Procedures,
    LawBinder Law,
    RemedyBinder Remedies,
    ChangeBinder Changes,
    BudgetBinder Budgets,
    UnitBinder Units,
    BodyBinder Bodies);
