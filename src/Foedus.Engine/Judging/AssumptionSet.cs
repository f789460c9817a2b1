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
    public Assumption? For(int silence, Day day)
    {
        Assumption? found = null;
        foreach (var assumption in _all)
        {
            if (assumption.Silence.Id != silence || !HoldsAt(assumption, day))
                continue;

            if (found is not null && found.Reading != assumption.Reading)
                return null;
            found ??= assumption;
        }

        return found;
    }

    /// <summary>Those that are assumed for what somebody of these names does, or for everybody.</summary>
    public AssumptionSet Concerning(IReadOnlyCollection<string> names) =>
        _all.All(a => a.Scope is null) ? this : new AssumptionSet(_all.Where(a => a.Scope is not { } scope || names.Contains(scope.Name, StringComparer.Ordinal)));

    private static bool HoldsAt(Assumption assumption, Day day) =>
        (assumption.Since is not { } since || Day.From(since) <= day) && (assumption.Until is not { } until || day < Day.From(until));
}
