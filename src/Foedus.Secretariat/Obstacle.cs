using System.Collections.Immutable;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat;

/// <summary>
/// Something stands in the way of what was asked. Inside the desk it ends the work at hand; the doors of the desk give it out as a
/// <see cref="Secretariat.Problem"/>. It comes out as it is only where a ledger fails while its acts are being read one by one.
/// </summary>
/// <param name="what">Where and why.</param>
/// <param name="help">What to do; null if the sentence says it.</param>
public sealed class Obstacle(Sentence what, Sentence? help = null) : Exception(what.ToString())
{
    /// <summary>With what else is wrong.</summary>
    internal Obstacle(Sentence what, Sentence? help, IEnumerable<Problem> also)
        : this(what, help) => Also = [.. also];

    /// <summary>A problem that stands in the way after all.</summary>
    internal Obstacle(Problem problem)
        : this(new Sentence(problem.Code, problem.Arguments)) => Problem = problem;

    /// <summary>With help that a reader of texts gave.</summary>
    internal Obstacle(Sentence what, string help)
        : this(what) => Problem = Problem with { Help = [help] };

    /// <summary>What else is wrong.</summary>
    internal ImmutableArray<Problem> Also { get; } = [];

    /// <summary>Where, why, and what to do, as a value.</summary>
    public Problem Problem { get; private init; } = Problem.Of(what, help);
}
