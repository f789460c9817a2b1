using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>
/// The list of figures to which facts point; it only grows. Those from a snapshot are read from its bytes one by one, when they are asked for.
/// </summary>
internal sealed class Figures
{
    private readonly Appended<Figure> _list;
    private int[] _starts = [];
    private ReadOnlyMemory<byte> _kept;

    public Figures() => _list = new Appended<Figure>();

    private Figures(Figures of) => (_list, _starts, _kept) = (of._list.Branch(), of._starts, of._kept);

    /// <summary>The same figures, for a state that goes its own way from here.</summary>
    public Figures Branch() => new(this);

    public int Count => _starts.Length + _list.Count;

    public Figure this[int place] => place < _starts.Length ? Read(new SnapshotReader(_kept[_starts[place]..])) : _list[place - _starts.Length];

    public long Add(Figure figure)
    {
        _list.Add(figure);
        return Count - 1;
    }

    public void Save(SnapshotWriter writer)
    {
        var starts = new int[Count];
        using var bytes = new MemoryStream();
        var each = new SnapshotWriter(bytes);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = checked((int)bytes.Length);
            Write(each, this[i]);
        }

        writer.Items<int>(starts);
        writer.Bytes(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static Figures Load(SnapshotReader reader)
    {
        var figures = new Figures { _starts = reader.Items<int>() };
        figures._kept = reader.Kept();
        var before = -1;
        foreach (var start in figures._starts)
        {
            if (start <= before || start >= figures._kept.Length)
                throw new InvalidDataException("A figure lies outside of the figures.");
            before = start;
        }

        return figures;
    }

    private static void Write(SnapshotWriter writer, Figure figure)
    {
        Write(writer, figure.Low);
        Write(writer, figure.High);
        writer.Int((int)figure.Quality);
        writer.Int(figure.AsAt.Number);
        writer.Int(figure.Act);
        writer.Int(figure.Place is null ? 0 : 1);
        if (figure.Place is { } place)
            writer.Text(place);
        writer.Int(figure.Contradicts is null ? 0 : 1);
        if (figure.Contradicts is { } other)
            Write(writer, other);
    }

    private static void Write(SnapshotWriter writer, Ratio? bound)
    {
        writer.Int(bound is null ? 0 : 1);
        if (bound is not { } value)
            return;
        writer.Number(value.Numerator);
        writer.Number(value.Denominator);
    }

    private static Figure Read(SnapshotReader reader)
    {
        var (low, high) = (Bound(reader), Bound(reader));
        var quality = (FigureQuality)reader.Int();
        var asAt = new Day(reader.Int());
        var act = reader.Int();
        var place = reader.Int() == 0 ? null : reader.Text();
        return new Figure(low, high, quality, asAt, act, place, reader.Int() == 0 ? null : Read(reader));
    }

    private static Ratio? Bound(SnapshotReader reader)
    {
        if (reader.Int() == 0)
            return null;
        return Ratio.TryCreate(reader.Number(), reader.Number(), out var value) ? value : throw new InvalidDataException("A figure is no number.");
    }
}
