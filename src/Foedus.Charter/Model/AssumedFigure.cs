using Foedus.Counting;
using NodaTime;

namespace Foedus.Charter.Model;

/// <summary>A figure that nobody returned and an assumption supplies.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Silence">The silence that stands for the missing figure; one for a unit and a measure.</param>
/// <param name="Reading">The index of this value among the readings of the silence.</param>
/// <param name="Low">The least that it can be; null: no bound is known.</param>
/// <param name="High">The most that it can be; null: no bound is known.</param>
/// <param name="AsAt">The day of the figure; null: of any day.</param>
/// <param name="Above">True if it is over its lower bound, and not the bound itself.</param>
public sealed record AssumedFigure(string Unit, string Measure, Silence Silence, int Reading, Ratio? Low, Ratio? High, LocalDate? AsAt, bool Above = false);
