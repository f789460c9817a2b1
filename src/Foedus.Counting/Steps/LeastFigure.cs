namespace Foedus.Counting;

/// <summary>The figure from which a number of seats is reached.</summary>
/// <param name="At">The figure.</param>
/// <param name="Included">False when the seats are reached by anything above <paramref name="At"/>, but not there. Always true for whole figures.</param>
public readonly record struct LeastFigure(Ratio At, bool Included);
