using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>An election or recall that was equal and waits for whom the rule lets decide: then an approval or a rejection by them, or the lot, is its result.</summary>
internal sealed class EqualElection
{
    /// <summary>What is kept of an equal vote on a recall, instead of a mandate.</summary>
    public const long Recall = long.MaxValue;

    private readonly Judgement _j;
    private readonly int _post;
    private readonly long _waits;
    private readonly Poll _poll;

    private EqualElection(Judgement j, int post, long waits, Poll poll)
    {
        _j = j;
        _post = post;
        _waits = waits;
        _poll = poll;
    }

    /// <summary>Keeps what waits for the decision.</summary>
    public static void Wait(Judgement j, Poll poll, int post, long waits)
    {
        j.Link(Relations.EqualElection, post, j.Act.Object, waits);
        ComingMandates.Mark(j, post, j.Act.Object, ComingMandates.DayOf(j));
        foreach (var by in poll.By)
            j.Link(Relations.Tied, post, by);
    }

    /// <summary>The equal vote on the person whom the act is about; null if there is none.</summary>
    public static EqualElection? Of(Judgement j)
    {
        if (j.Act.Object < 0)
            return null;
        foreach (var link in j.View.Subjects(Relations.EqualElection, j.Act.Object).ToList())
        {
            var by = j.View.Objects(Relations.Tied, link.Thing).ToList().ConvertAll(t => t.Thing).FindAll(b => IsLast(j, link.Thing, b));
            var bodies = by.Select(b => j.BodyOf(b)).OfType<BodyAt>().ToList();
            if (by.Count > 0)
                return new EqualElection(j, link.Thing, link.Value, new Poll(j, link.Thing, null, bodies, bodies.Count > 0 ? -1 : by[0]));
        }

        return null;
    }

    /// <summary>Whose vote was equal.</summary>
    public Poll Poll => _poll;

    /// <summary>By what rule it is decided who decides.</summary>
    public (TieRule Rule, Provision By)? Tie() => _poll.Tie(Rule());

    /// <summary>It is decided.</summary>
    public void Settle(bool inFavour)
    {
        _j.Result = inFavour ? Outcome.Carried : Outcome.Lost;
        _j.Unlink(Relations.EqualElection, _post, _j.Act.Object);
        foreach (var by in _poll.By)
            _j.Unlink(Relations.Tied, _post, by);
        if (!inFavour)
        {
            if (_waits != Recall && ComingMandates.Of(_j, _post, _j.Act.Object) is not null)
                _j.Unlink(Relations.BeginsOn, _post, _j.Act.Object);
            return;
        }

        if (_waits == Recall)
        {
            if (_j.Mandates.Held(_post, _j.Act.Object) is { } held)
                MandateWriter.End(_j, held);
            else
                _j.Refuse(null, GroundKind.NotHeld, _j.ObjectName, _j.Roll.NameOf(_post), new Need("that " + _j.ObjectName + " is in office"));
        }
        else if (_j.Act.Object == _post)
        {
            Many(Mandate.OfNumber(_post, _waits, Begins()));
        }
        else if (Line(out var mandate) is { } line)
        {
            Election.Take(_j, line, mandate);
        }
    }

    private Day Begins() => ComingMandates.Of(_j, _post, _j.Act.Object) ?? _j.Today;

    private void Many(Mandate mandate)
    {
        var at = ComingMandates.At(_j, mandate.From);
        var lines = _j.BodyOf(_post) is { } body ? ElectiveLine.Of(_j, body).Where(l => l.Post == _post && (l.Number == mandate.Line || mandate.Line == Mandate.NoLine)).ToList() : [];
        Counting.Ratio? places = Counting.Ratio.Zero;
        foreach (var line in lines)
            places += line.Places(at, mandate.Unit).Most;
        if (places is { } most && lines.Sum(l => l.Taken(at, mandate.Unit)) + mandate.Count > most)
            _j.Refuse(lines[0].By, GroundKind.NumberOf, lines[0].Name, most, new Need("vacant seats in " + lines[0].Name));
        MandateWriter.Begin(_j, mandate);
    }

    /// <summary>A later vote leaves nothing of an earlier one to decide.</summary>
    private static bool IsLast(Judgement j, int post, int by)
    {
        var waits = j.View.Look(Relations.EqualElection, post, j.Act.Object);
        return waits.Holds && j.View.TryValue(Relations.PollClosed, post, by, out var closed) && j.State.Store[waits.Version].Recorded == closed;
    }

    private DecisionRule? Rule()
    {
        if (_waits != Recall)
            return Line(out _)?.Chosen is { } chosen && _j.Fill(chosen, out var choosing, out _) ? choosing.Rule : null;
        var removed = Posts.RemovalOf(_j, _post);
        return removed is not null && _j.Fill(removed, out var removal, out _) ? removal.Rule : null;
    }

    private ElectiveLine? Line(out Mandate mandate)
    {
        var read = Mandate.OfPerson(_post, _j.Act.Object, _waits, Begins());
        mandate = read;
        if (_j.OfficeOf(_post) is { } office)
            return ElectiveLine.Of(_post, office);
        return _j.BodyOf(_post) is { } body ? ElectiveLine.Of(_j, body).FirstOrDefault(l => l.Post == _post && (l.Number == read.Line || read.Line == Mandate.NoLine)) : null;
    }
}
