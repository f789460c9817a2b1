namespace Foedus.Counting;

/// <summary>"Plus 1 for every 250 or part": seats that grow with the figure.</summary>
/// <param name="Add">Seats added a step; above zero.</param>
/// <param name="Per">The size of a step; above zero.</param>
/// <param name="Part">What a part of a step counts.</param>
/// <param name="From">The figure that steps are counted from; null for the lower bound of the band.</param>
public readonly record struct Growth(Ratio Add, Ratio Per, Rounding Part, Ratio? From = null);
