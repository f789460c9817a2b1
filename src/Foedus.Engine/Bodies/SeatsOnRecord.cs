using Foedus.Engine.Mandates;

namespace Foedus.Engine.Bodies;

/// <summary>
/// Of how many seats of a body the record says how they stand in the term that runs: they are held, somebody was chosen and waits for being
/// confirmed, or somebody left them early and nobody came. A term that has run out says nothing of who came then.
/// </summary>
internal sealed class SeatsOnRecord
{
    private readonly Dictionary<(int Line, int Unit), int> _count = [];
    private readonly HashSet<(int Line, int Unit)> _told = [];

    public SeatsOnRecord(MandateReader mandates, int post)
    {
        Post = post;
        foreach (var mandate in mandates.Accounted(post))
            Add(mandate, 1);
        foreach (var mandate in mandates.ElectedNumbers(post).Concat(mandates.Delegations(post)))
        {
            _told.Add((mandate.Line, mandate.Unit));
            _told.Add((Mandate.NoLine, mandate.Unit));
            Add(mandate, mandate.Count);
        }
    }

    public int Post { get; }

    /// <summary>The number of a line, whosever the seats are; null where it was told how many are held, so that the rest is vacant.</summary>
    public int? Of(int line) => IsTold(line, -1) ? null : _count.GetValueOrDefault((line, -1)) + _count.GetValueOrDefault((Mandate.NoLine, -1));

    /// <summary>The number of a unit in a line; null where it was told how many are held.</summary>
    public int? Of(int line, int unit) =>
        _told.Contains((Mandate.NoLine, unit)) ? null : _count.GetValueOrDefault((line, unit)) + _count.GetValueOrDefault((Mandate.NoLine, unit));

    private bool IsTold(int line, int unit) => _told.Contains((line, unit));

    private void Add(in Mandate mandate, int seats)
    {
        _count[(mandate.Line, -1)] = _count.GetValueOrDefault((mandate.Line, -1)) + seats;
        if (mandate.Unit >= 0)
            _count[(mandate.Line, mandate.Unit)] = _count.GetValueOrDefault((mandate.Line, mandate.Unit)) + seats;
    }
}
