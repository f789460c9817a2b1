using Foedus.Charter.Model;

namespace Foedus.Engine.Clock;

/// <summary>Which times of an edition run from which events, and which duties arise from them.</summary>
internal sealed class TimesOf
{
    private readonly bool[] _runs = new bool[Enum.GetValues<EventKind>().Length];
    private readonly List<Duty>[] _raised = [.. Enum.GetValues<EventKind>().Select(_ => new List<Duty>())];
    private readonly List<Duty>[] _timed = [.. Enum.GetValues<EventKind>().Select(_ => new List<Duty>())];

    public TimesOf(CharterEdition edition)
    {
        foreach (var stage in edition.Procedures.SelectMany(p => p.Stages))
        {
            foreach (var from in (stage.Within?.Fillers ?? []).Select(t => t.From).OfType<StartEvent>())
                _runs[(int)from.Kind] = true;
        }

        foreach (var duty in edition.Duties)
        {
            foreach (var kind in RaisedBy(duty))
                _raised[(int)kind].Add(duty);
            if (duty is { Owner: Remedy, Within: { IsSaid: true, Said.From: { } from } })
                _timed[(int)from.Kind].Add(duty);
        }

        IsEmpty = !_runs.Contains(true) && edition.Duties.Count == 0 && !edition.Bodies.Exists(b => b.Sessions.Exists(s => s.Every is not null || s.TimesAYear is not null));
    }

    /// <summary>True if nothing runs from an event and nobody has a duty.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the time of some stage runs from events of a kind.</summary>
    public bool Runs(EventKind kind) => _runs[(int)kind];

    /// <summary>Whether anything begins with the end of a term.</summary>
    public bool AsksTerms => Runs(EventKind.EndOfTerm) || Raised(EventKind.EndOfTerm).Count > 0 || Timed(EventKind.EndOfTerm).Count > 0;

    /// <summary>The duties that arise from events of a kind.</summary>
    public IReadOnlyList<Duty> Raised(EventKind kind) => _raised[(int)kind];

    /// <summary>The duties of remedies whose time runs from events of a kind.</summary>
    public IReadOnlyList<Duty> Timed(EventKind kind) => _timed[(int)kind];

    /// <summary>
    /// The event from which a duty arises: the one that it names, or that of what it stands under. Where its time is left open, each reading
    /// may name another.
    /// </summary>
    private static IEnumerable<EventKind> RaisedBy(Duty duty)
    {
        // A duty of a remedy arises when the remedy is used; an event that it names only lets its time run.
        if (duty.Owner is Remedy)
            return [];
        var times = duty.Within?.Fillers ?? [];
        return (times.IsDefaultOrEmpty ? [RaisedBy(duty, null)] : times.Select(t => RaisedBy(duty, t.From))).OfType<EventKind>().Distinct();
    }

    /// <summary>The event from which a duty arises whose time runs from one.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="from">From what its time runs; null where it does not say.</param>
    public static EventKind? RaisedBy(Duty duty, StartEvent? from) => from?.Kind ?? duty.Owner switch
    {
        Stage => EventKind.Arrival,
        Procedure => EventKind.Introduction,
        SessionOf => EventKind.Convening,
        Change { What: "admission" } => EventKind.Entry,
        Change => EventKind.Leaving,
        _ => null,
    };
}
