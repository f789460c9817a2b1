using Foedus.Counting;

namespace Foedus.Charter.Registers;

/// <summary>What a figure of a quality can at least and at most be.</summary>
public static class FigureBounds
{
    /// <summary>
    /// Bounds of a figure as written, both inclusive, but for the number that a figure is over; null: no bound is known. "About" is right to the last digit that is not
    /// nought, so it lies within half a unit of that digit. False if the text is no figure, or is below nought.
    /// </summary>
    public static bool TryRead(string text, FigureQuality quality, out Ratio? low, out Ratio? high)
    {
        (low, high) = (null, null);
        if (quality == FigureQuality.Missing) return true;
        if (!Ratio.TryParse(text, out var value) || value.Sign < 0) return false;
        switch (quality)
        {
            case FigureQuality.About:
                if (text.Contains('/', StringComparison.Ordinal)) return false;
                var half = Step(text) / 2;
                (low, high) = (Ratio.Max(Ratio.Zero, value - half), value + half);
                return true;
            case FigureQuality.NotLessThan or FigureQuality.MoreThan:
                low = value;
                return true;
            case FigureQuality.NotMoreThan:
                (low, high) = (Ratio.Zero, value);
                return true;
            default:
                (low, high) = (value, value);
                return true;
        }
    }

    // One unit of the last digit that is not nought; of the last digit written where all are nought.
    private static Ratio Step(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).Trim();
        Ratio step = Ratio.One;
        if (digits.EndsWith('%'))
        {
            step = Ratio.Of(1, 100);
            digits = digits[..^1].TrimEnd();
        }
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : digits.Length - point - 1;
        if (point >= 0) digits = digits.Remove(point, 1);
        var last = digits.AsSpan().LastIndexOfAnyInRange('1', '9');
        var power = (last < 0 ? 0 : digits.Length - 1 - last) - places;
        var ten = System.Numerics.BigInteger.Pow(10, Math.Abs(power));
        return power >= 0 ? step * ten : step / ten;
    }
}
