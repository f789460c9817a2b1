namespace Foedus.Counting;

/// <summary>Worths where all numbers stay within 64 bits: the usual case. Made only after <see cref="SeatOrder"/> has measured them.</summary>
internal readonly struct SmallWorths : ISeatWorths<SmallQuotient>
{
    private readonly Form _form;
    private readonly long[] _terms;
    private readonly long _step;
    private readonly long _offset;
    private readonly long _first;
    private readonly long _base;

    private SmallWorths(Form form, long[] terms, long step, long offset, long first, long baseSeats)
    {
        _form = form;
        _terms = terms;
        _step = step;
        _offset = offset;
        _first = first;
        _base = baseSeats;
    }

    private enum Form
    {
        Line,
        Geometric,
        Harmonic,
        Unmet,
    }

    /// <summary>Signposts step * (k - 1) + offset, the first being another; terms are claims on the same scale.</summary>
    public static SmallWorths Line(long[] terms, long step, long offset, long first, long baseSeats) => new(Form.Line, terms, step, offset, first, baseSeats);

    /// <summary>Terms are squares of claims, signposts k * (k - 1).</summary>
    public static SmallWorths Geometric(long[] terms, long baseSeats) => new(Form.Geometric, terms, 0, 0, 0, baseSeats);

    /// <summary>Terms are claims, signposts 2 * k * (k - 1) / (2 * k - 1).</summary>
    public static SmallWorths Harmonic(long[] terms, long baseSeats) => new(Form.Harmonic, terms, 0, 0, 0, baseSeats);

    /// <summary>The part of the claim that seats do not meet: term - seats * quota.</summary>
    public static SmallWorths Unmet(long[] terms, long quota) => new(Form.Unmet, terms, quota, 0, 0, 0);

    public SmallQuotient Next(int unit, long seats)
    {
        var low = seats - _base;
        return _form switch
        {
            Form.Line => new SmallQuotient(_terms[unit], low == 0 ? _first : (_step * low) + _offset),
            Form.Geometric => new SmallQuotient(_terms[unit], low * (low + 1)),
            Form.Harmonic => new SmallQuotient(_terms[unit] * ((2 * low) + 1), 2 * low * (low + 1)),
            _ => new SmallQuotient(_terms[unit] - (_step * seats), 1),
        };
    }
}
