using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Deciding;

/// <summary>
/// What acts have told of a poll so far. Each act keeps its own votes, so that one that is annulled or recorded late takes nothing else with
/// it; what is read here adds them up. A poll begins when the matter comes to its stage or when the poll before it was closed.
/// </summary>
internal sealed class PollRecord
{
    /// <summary>The last day that there is: what is kept of a poll is kept whatever the days of its acts.</summary>
    private static readonly Day LastOfAll = new(int.MaxValue - 1);

    private readonly Inquiry _inquiry;
    private readonly int _matter;
    private readonly int _since;

    public PollRecord(Inquiry inquiry, int matter, IReadOnlyList<int> by)
    {
        _inquiry = inquiry;
        _matter = matter;
        var stage = inquiry.View.Look(Relations.Stage, matter);
        _since = stage.Version >= 0 ? inquiry.State.Store[stage.Version].Recorded : 0;
        foreach (var body in by)
        {
            if (inquiry.View.TryValue(Relations.PollClosed, matter, body, out var closed))
                _since = Math.Max(_since, (int)closed);
        }
    }

    /// <summary>Everybody of whom an act told in this poll: voters who have cast, bodies and parts that have reported.</summary>
    public List<int> Tellers()
    {
        var found = new List<int>();
        foreach (var link in _inquiry.View.Objects(Relations.Ballot, _matter))
        {
            if (link.Value > _since)
                found.Add(link.Thing);
        }

        return found;
    }

    /// <summary>The votes that somebody has cast in this poll, act by act, the first first.</summary>
    public List<Act> Of(int voter)
    {
        var acts = new List<Act>();
        var store = _inquiry.View.Store;
        var line = store.LineOf(FactKey.Of(Relations.Ballot, _matter, voter));
        for (var i = line < 0 ? -1 : store.Newest(line); i >= 0; i = store[i].Previous)
        {
            ref readonly var version = ref store[i];
            if (version.Recorded <= _since || version.Recorded > _inquiry.View.Known || !version.Covers(_inquiry.View.At) || !Stands(in version))
                continue;
            if (version.Value == FactVersion.Nothing)
                break;
            acts.Add(_inquiry.State.ActOf((int)version.Value));
        }

        acts.Reverse();
        return acts;
    }

    /// <summary>The day of the first cast of this poll; null if there is none.</summary>
    public Day? Opened()
    {
        foreach (var link in _inquiry.View.Objects(Relations.Ballot, _matter))
        {
            if (link.Value > _since && Of(link.Thing) is [var first, ..])
                return first.Done;
        }

        return null;
    }

    /// <summary>Whether somebody has told of his votes in this poll.</summary>
    public bool HasTold(int voter) => _inquiry.View.TryValue(Relations.Ballot, _matter, voter, out var act) && act > _since;

    /// <summary>How many places have cast all that they have, so far as it was kept; at least so many where acts were annulled.</summary>
    public long Complete(int body)
    {
        var kept = _inquiry.View.AsAt(LastOfAll).Look(Relations.PollCast, _matter, body);
        return kept.Holds && kept.Value >> 32 == _since ? kept.Value & uint.MaxValue : 0;
    }

    /// <summary>Keeps how many places have cast all that they have.</summary>
    public void Keep(Judgement j, int body, long complete) =>
        j.Link(Relations.PollCast, _matter, body, ((long)_since << 32) | complete, Day.Min);

    private bool Stands(in FactVersion version) =>
        _inquiry.View.Store.Conditions.Decide(version.Condition, _inquiry.View.Readings) == 1
        && _inquiry.View.StandingOf(version.Source) is SourceStanding.Stands or SourceStanding.Voidable;
}
