using System.Collections.Immutable;
using Foedus.Charter.Model;

namespace Foedus.Engine.Seats;

/// <summary>
/// A worksheet of one group of seats: a title, columns, rows, and what was read and used. Its rows are written when they are first asked
/// for, since most questions about seats need no worksheet.
/// </summary>
public sealed class SeatSheet
{
    private readonly Func<IEnumerable<ImmutableArray<string>>> _write;
    private ImmutableArray<ImmutableArray<string>> _rows;

    internal SeatSheet(
        Provision by,
        string title,
        ImmutableArray<string> columns,
        Func<IEnumerable<ImmutableArray<string>>> rows,
        ImmutableArray<string> notes)
    {
        By = by;
        Title = title;
        Columns = columns;
        Notes = notes;
        _write = rows;
    }

    /// <summary>The provision that gives the seats.</summary>
    public Provision By { get; }

    public string Title { get; }

    /// <summary>The heads of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Rows with one cell a column; empty where a column does not apply.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows => _rows.IsDefault ? _rows = [.. _write()] : _rows;

    /// <summary>What was read or assumed, what is open, and ties: one sentence each.</summary>
    public ImmutableArray<string> Notes { get; }

    public override string ToString() => Title;
}
