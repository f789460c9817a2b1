using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <content>"holding at least half of the inhabitants": the supporters' part of a measure over the set, figures not known included.</content>
public sealed partial class WhoReader
{
    /// <summary>
    /// Whether the supporters' part of a measure is what is asked. Where figures are open the worst case takes the supporters' low and the
    /// others' high, the best case the reverse; both bounds are exact, since a part of a sum grows with the part and falls with the rest.
    /// </summary>
    private Truth HoldingOf(PartyTally tally, Quantity asked, Measure measure, in Anchor anchor)
    {
        var counted = tally.CountedSet;
        var units = counted.Kind == PartyKind.Unit || counted.Body?.EachOf is not null
            ? UnitsOf(counted.UnitKind ?? counted.Body!.EachOf!, counted.Kind == PartyKind.Unit ? counted : Owner(counted), anchor)
            : UnitsOf(measure.Kind, null, anchor);
        var supporting = new Dictionary<int, Truth>();
        foreach (var fit in tally.Fits)
        {
            if (fit.Truth != Truth.No && fit.Unit >= 0 && fit.Truth > supporting.GetValueOrDefault(fit.Unit))
                supporting[fit.Unit] = fit.Truth;
        }

        var (sure, perhaps, rest) = (Part.None, Part.None, Part.None);
        var others = new List<Part>();
        foreach (var unit in units)
        {
            var figure = Seats.UnitFigures.Read(inquiry, unit, measure);
            var part = figure.IsKnown ? new Part(figure.Low!.Value, figure.Low) : new Part(figure.Low ?? Ratio.Zero, figure.High);
            switch (supporting.GetValueOrDefault(unit))
            {
                case Truth.Yes:
                    sure += part;
                    break;
                case Truth.Open:
                    perhaps += part;
                    break;
                default:
                    rest += part;
                    others.Add(part);
                    break;
            }
        }

        // So many seconders hold at least what the smallest so many others hold, and at most what the largest do.
        var seconders = (int)Math.Min(others.Count, tally.Seconders.Sum());
        var (least, most) = (Part.None, Part.None);
        foreach (var part in others.OrderBy(p => p.Low).Take(seconders))
            least += part;
        foreach (var part in others.OrderByDescending(p => p.High is null).ThenByDescending(p => p.High ?? Ratio.Zero).Take(seconders))
            most += part;
        var worst = Share(sure.Low + least.Low, Less(Sum(rest.High, perhaps.High), least.High ?? least.Low));
        var best = Share(Sum(sure.High, Sum(perhaps.High, most.High)), Ratio.Max(Ratio.Zero, rest.Low - most.Low));
        if (units.Count > 0 && supporting.Values.Count(t => t == Truth.Yes) + seconders >= units.Count)
            worst = best = (Ratio.One, Ratio.One);
        var (low, high) = (IsMet(asked, worst), IsMet(asked, best));
        return low == high ? TruthOf.From(low) : Truth.Open;
    }

    private static bool IsMet(Quantity asked, (Ratio Some, Ratio All) part)
    {
        var threshold = asked.IsShare ? asked.Value * part.All : asked.Value;
        return asked.How switch
        {
            Comparison.AtMost => part.Some <= threshold,
            Comparison.FewerThan => part.Some < threshold,
            Comparison.MoreThan => part.Some > threshold,
            _ => part.Some >= threshold,
        };
    }

    /// <summary>A part and the whole; without a bound on the part it may be all, without one on the rest it may be next to none.</summary>
    private static (Ratio Some, Ratio All) Share(Ratio? some, Ratio? others) => (some, others) switch
    {
        (null, _) => (Ratio.One, Ratio.One),
        ({ }, null) => (Ratio.Zero, Ratio.One),
        ({ } part, { } rest) => (part, part + rest),
    };

    private static Ratio? Sum(Ratio? left, Ratio? right) => left is { } a && right is { } b ? a + b : null;

    private static Ratio? Less(Ratio? all, Ratio taken) => all is { } a ? Ratio.Max(Ratio.Zero, a - taken) : null;

    private readonly record struct Part(Ratio Low, Ratio? High)
    {
        public static Part None => new(Ratio.Zero, Ratio.Zero);

        public static Part operator +(Part left, Part right) => new(left.Low + right.Low, Sum(left.High, right.High));
    }
}
