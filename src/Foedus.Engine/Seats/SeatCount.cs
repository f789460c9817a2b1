using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Seats;

/// <summary>The seats of a body on one way of reading the silences.</summary>
/// <param name="Body">The body.</param>
/// <param name="Least">The least number of seats that it has.</param>
/// <param name="Most">The greatest; null if nothing bounds it ("at least 4 per republic") or if it cannot be told.</param>
/// <param name="Shares">For each group of seats that is shared among units, what each unit has; in the order of the charter and the register.</param>
/// <param name="Sheets">The arithmetic, group by group, to be followed by hand.</param>
public sealed record SeatCount(Body Body, Ratio Least, Ratio? Most, ImmutableArray<UnitSeats> Shares, ImmutableArray<SeatSheet> Sheets)
{
    /// <summary>The one number of seats, where there is one.</summary>
    public Ratio? Total => Most is { } most && most == Least ? Least : null;

    /// <summary>What a unit has in all groups together: least and most (null: not bounded or not known).</summary>
    public (Ratio Least, Ratio? Most) Of(int unit)
    {
        var least = Ratio.Zero;
        Ratio? most = Ratio.Zero;
        foreach (var share in Shares)
        {
            if (share.Unit != unit)
                continue;
            least += share.Least;
            most = most is { } m && share.Most is { } s ? m + s : null;
        }

        return (least, most);
    }
}

/// <summary>What one unit has in one group of seats.</summary>
public sealed record UnitSeats(int Unit, Provision By, Ratio Least, Ratio? Most);

/// <summary>The worksheet of one group of seats: a title, columns, rows, and what was read and used.</summary>
public sealed record SeatSheet(
    Provision By,
    string Title,
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<string> Notes);
