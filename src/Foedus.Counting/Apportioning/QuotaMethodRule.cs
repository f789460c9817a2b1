namespace Foedus.Counting;

/// <summary>
/// The quota method (Balinski and Young, The quota method of apportionment, American Mathematical Monthly 82, 1975): seats are given one
/// after the other, each to the greatest claim / (seats + 1) among the units that it does not lift above their share rounded up.
/// No unit ever has fewer seats than its share rounded down or more than its share rounded up, and a greater house costs nobody a seat.
/// </summary>
public sealed record QuotaMethodRule : ApportionmentRule;
