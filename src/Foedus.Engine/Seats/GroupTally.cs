using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>What the count of one group of seats has come to.</summary>
internal sealed class GroupTally(SeatGroup group)
{
    public SeatGroup Group { get; } = group;

    public Provision By => Group.Formula.By;

    /// <summary>The rule by which it was counted; null if it is open.</summary>
    public SeatFormula? Formula { get; set; }

    /// <summary>The seats of the group.</summary>
    public SeatRange Total { get; set; }

    public List<UnitSeats> Shares { get; } = [];

    public List<SeatOpening> Open { get; } = [];

    /// <summary>What was read: "art 6 method, read as: Webster".</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The title of its sheets.</summary>
    public string Title { get; set; } = "seats";

    /// <summary>Writes the sheets.</summary>
    public Func<IEnumerable<SeatSheet>>? Write { get; set; }

    /// <summary>Notes what keeps seats open.</summary>
    /// <param name="ground">The reason.</param>
    /// <param name="unit">The unit concerned, or -1: all of the group.</param>
    /// <param name="total">Whether the number of seats hangs on it as well.</param>
    public void Opens(Ground ground, int unit = -1, bool total = true) => Open.Add(new SeatOpening(By, unit, total, ground));

    public IEnumerable<SeatSheet> Sheets() => Write?.Invoke() ?? [Sheet(["seats"], () => [[Total.ToString()]])];

    /// <summary>The sheet with the notes; further ones have none.</summary>
    public SeatSheet Sheet(ImmutableArray<string> columns, Func<IEnumerable<ImmutableArray<string>>> rows) =>
        new(By, By.Citation + ": " + Title, columns, rows, [.. Notes, .. Open.Select(o => o.Ground.ToString()).Distinct(StringComparer.Ordinal)]);
}
