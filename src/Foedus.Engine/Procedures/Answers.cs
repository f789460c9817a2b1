using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Procedures;

/// <summary>
/// What a matter was answered in the present visit of its stage, and by whom: decisions, each doer's last; and support that adds up, by outcome.
/// An earlier visit's answers are there no more. What a text was answered before it was changed is kept with the number of that text.
/// </summary>
internal sealed class Answers
{
    private const int KnownStages = 62;
    private readonly Inquiry _inquiry;
    private readonly int _matter;

    private Answers(Inquiry inquiry, int matter)
    {
        _inquiry = inquiry;
        _matter = matter;
        Visit = inquiry.View.TryValue(Relations.Visit, matter, out var visit) ? (int)visit : 0;
        Text = inquiry.View.TryValue(Relations.Text, matter, out var text) ? (int)text : 0;
    }

    public int Visit { get; }

    /// <summary>The number of the present text.</summary>
    public int Text { get; }

    /// <summary>The text was changed since the matter came to this stage.</summary>
    public bool TextChanged => _inquiry.View.TryValue(Relations.TextVisit, _matter, out var visit) && visit == Visit;

    public static Answers To(Inquiry inquiry, int matter) => new(inquiry, matter);

    /// <summary>The last decision of a doer in this visit, or null.</summary>
    public MatterAnswer? Last(int by) =>
        by >= 0 && _inquiry.View.TryValue(Relations.Answer, _matter, by, out var value) && MatterAnswer.Of(value) is var answer && answer.Visit == Visit ? answer : null;

    /// <summary>Everybody's last decision in this visit, in the order in which they were given.</summary>
    /// <param name="on">A later day, for those that are on record until then; null for the day of the inquiry.</param>
    public List<(int By, MatterAnswer Answer)> Decisions(Day? on = null)
    {
        var view = on is { } day ? _inquiry.View.AsAt(day) : _inquiry.View;
        var all = new List<(int By, MatterAnswer Answer, int Recorded)>();
        foreach (var link in view.Objects(Relations.Answer, _matter))
        {
            if (MatterAnswer.Of(link.Value) is var answer && answer.Visit == Visit)
                all.Add((link.Thing, answer, link.Version));
        }

        all.Sort(static (a, b) => a.Recorded.CompareTo(b.Recorded));
        return all.ConvertAll(static a => (a.By, a.Answer));
    }

    /// <summary>Whether a doer has rejected the matter at a stage, in this visit or in an earlier one.</summary>
    public bool HasRejected(int by, Stage stage) => (Rejected(by) & Bit(stage)) != 0;

    /// <summary>Whether a doer supports an outcome in this visit.</summary>
    public bool Supports(int by, StageOutcome outcome) =>
        by >= 0 && _inquiry.View.TryValue(RelationOf(outcome), _matter, by, out var value) && VisitOf(value) == Visit;

    /// <summary>All who support an outcome in this visit, with the words in which they did: as to the present text, or as to an earlier one.</summary>
    public List<(Supporter Supporter, string? Words)> Of(StageOutcome outcome, bool earlier = false, Day? on = null)
    {
        var view = on is { } day ? _inquiry.View.AsAt(day) : _inquiry.View;
        var all = new List<(Supporter Supporter, string? Words)>();
        foreach (var link in view.Objects(RelationOf(outcome), _matter))
        {
            if (VisitOf(link.Value) != Visit || (TextOf(link.Value) == Text) == earlier)
                continue;
            var act = Seconded(link.Value) || outcome == StageOutcome.Demand ? ActOf(link.Version) : null;
            all.Add((Seconded(link.Value) && act is not null ? new Supporter(link.Thing, act.Count, act.Seconders) : new Supporter(link.Thing), act?.Sort));
        }

        return all;
    }

    /// <summary>The days after a day on which answers, or support of an outcome, are on record already, as something was entered late.</summary>
    public List<Day> DaysAfter(Day today, StageOutcome? outcome = null)
    {
        var store = _inquiry.State.Store;
        if (today >= store.LatestDone)
            return [];
        var days = new SortedSet<Day>();
        foreach (var link in _inquiry.View.AsAt(store.LatestDone).Objects(outcome is { } support ? RelationOf(support) : Relations.Answer, _matter))
        {
            if (store[link.Version].From is var from && from > today)
                days.Add(from);
        }

        return [.. days];
    }

    /// <summary>A decision is recorded.</summary>
    public void Record(Judgement j, int by, MatterAnswer answer, Stage stage)
    {
        j.Link(Relations.Answer, _matter, by, answer.Value);
        if (answer.Rejects && !HasRejected(by, stage))
            j.Link(Relations.Rejected, _matter, by, Rejected(by) | Bit(stage));
    }

    /// <summary>Support is recorded, with or without the seconders of the act.</summary>
    public void Support(Judgement j, int by, StageOutcome outcome, bool seconded) =>
        j.Link(RelationOf(outcome), _matter, by, ((long)Visit << 25) | (seconded ? 1L << 24 : 0) | (uint)(Text & 0xFFFFFF));

    /// <summary>Everything that a doer answered in this visit is taken back; false if there is nothing.</summary>
    public bool TakeBack(Judgement j, int by, Stage stage)
    {
        var any = false;
        if (Last(by) is { } answer)
        {
            any = true;
            j.Unlink(Relations.Answer, _matter, by);
            if (answer.Outcome == StageOutcome.Rejection)
                j.Link(Relations.Rejected, _matter, by, Rejected(by) & ~Bit(stage));
        }

        foreach (var outcome in OutcomeTable.Gathered)
        {
            if (!Supports(by, outcome))
                continue;
            any = true;
            j.Unlink(RelationOf(outcome), _matter, by);
        }

        return any;
    }

    /// <summary>An answer to what stands at no stage: a motion, a text before the charter is in force.</summary>
    public static void Outside(Judgement j, StageOutcome outcome) =>
        j.Link(Relations.Answer, j.Act.Object, j.Actor, new MatterAnswer(outcome, 0, 0, 1, 0).Value);

    /// <summary>The same of those whose vote it was.</summary>
    public static void Outside(Judgement j, int matter, IEnumerable<int> by, StageOutcome outcome)
    {
        foreach (var one in by)
            j.Link(Relations.Answer, matter, one, new MatterAnswer(outcome, 0, 0, 1, 0).Value);
    }

    private static int RelationOf(StageOutcome outcome) => Relations.Support + (int)outcome;

    private static int VisitOf(long value) => (int)(value >> 25);

    private static bool Seconded(long value) => (value & (1L << 24)) != 0;

    private static int TextOf(long value) => (int)(value & 0xFFFFFF);

    private static long Bit(Stage stage) => 1L << Math.Min(stage.Procedure.Stages.IndexOf(stage), KnownStages);

    private long Rejected(int by) => by >= 0 && _inquiry.View.TryValue(Relations.Rejected, _matter, by, out var stages) ? stages : 0;

    /// <summary>The act that gave an answer; where another recognised it, that which was recognised.</summary>
    private Act? ActOf(int version)
    {
        var recorded = _inquiry.State.Store[version].Recorded;
        if (recorded <= 0)
            return null;
        var act = _inquiry.State.ActOf(recorded);
        return act.Verb == Verb.Recognises && _inquiry.State.SequenceOf(act.Count) is > 0 and var other ? _inquiry.State.ActOf(other) : act;
    }
}
