using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>Assumptions that somebody asks to be used; none unless they are named.</summary>
public sealed class AssumptionSet(IEnumerable<Assumption> assumptions)
{
    private readonly ImmutableArray<Assumption> _all = [.. assumptions];

    public static AssumptionSet None { get; } = new([]);

    public ImmutableArray<Assumption> All => _all;

    /// <summary>The assumption that fills a silence at a day; null if none does, or if two that hold then differ.</summary>
    public Assumption? For(int silence, Day day, string? actor = null)
    {
        Assumption? found = null;
        foreach (var assumption in _all)
        {
            if (assumption.Silence.Id != silence || !HoldsAt(assumption, day)
                || (assumption.Scope is { } scope && actor is not null && !string.Equals(scope.Name, actor, StringComparison.Ordinal)))
            {
                continue;
            }

            if (found is not null && found.Reading != assumption.Reading)
                return null;
            found ??= assumption;
        }

        return found;
    }

    private static bool HoldsAt(Assumption assumption, Day day) =>
        (assumption.Since is not { } since || Day.From(since) <= day) && (assumption.Until is not { } until || day < Day.From(until));
}
