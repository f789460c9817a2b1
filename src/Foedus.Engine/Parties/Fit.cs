using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <summary>How somebody stands to a set.</summary>
/// <param name="Truth">Whether it is, or stands for, an element of the set.</param>
/// <param name="Element">The element; whoever stands for the same one counts once.</param>
/// <param name="Unit">The unit of the element, or -1.</param>
/// <param name="Weight">For how many elements it stands: a delegation for all its members; at least so many.</param>
/// <param name="More">How many more they may be, where that is not known.</param>
internal readonly record struct Fit(Truth Truth, int Element, int Unit, long Weight = 1, long More = 0)
{
    public static Fit None => new(Truth.No, -1, -1);
}
