using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <content>Answers that are entered late: out of order where the matter has gone on, and complete with what is on record of later days.</content>
internal sealed partial class Answering
{
    /// <summary>Whether an act of a later day, on record already, has sent the matter on; then it is noted as a reason.</summary>
    private bool MovedLater()
    {
        var store = _j.State.Store;
        if (_j.Act.Verb == Verb.Lapses || _j.Today >= store.LatestDone)
            return false;
        for (var at = store.NewestKnown(store.LineOf(FactKey.Of(Relations.Visit, _matter)), _j.View.Known); at >= 0; at = store[at].Previous)
        {
            var fact = store[at];
            if (fact.From <= _j.Today || fact.Source <= 0 || fact.Value == FactVersion.Nothing || !fact.Condition.IsAlways
                || _j.View.AsAt(fact.From).StandingOf(fact.Source) is not (SourceStanding.Stands or SourceStanding.Voidable))
            {
                continue;
            }

            _j.Refuse(Stage.By, GroundKind.MovedLater, _j.Roll.NameOf(_matter), new object?[] { _j.State.DigestOf(fact.Source).Number, fact.From });
            return true;
        }

        return false;
    }

    /// <summary>
    /// Weighs what has come together on the day of the act; if that sends the matter nowhere, on each later day on which more is on record.
    /// </summary>
    private void DayByDay(List<Day> later, Action<Day?> weigh)
    {
        var (mark, today) = (_j.Marked(), _j.Today);
        weigh(null);
        for (var i = 0; i < later.Count && _j.Followed is null && _j.Standing == Truth.Yes; i++)
        {
            _j.ForgetSince(mark);
            _j.Today = later[i];
            weigh(later[i]);
            _j.Today = today;
        }
    }

    /// <summary>The answers on record on a later day, those that are given now before them.</summary>
    private List<(int By, MatterAnswer Answer)> With(List<(int By, MatterAnswer Answer)> given, Day on)
    {
        var later = _answers.Decisions(on);
        var before = _answers.Decisions();
        var all = given.FindAll(g => !later.Exists(l => l.By == g.By) || before.Exists(b => b.By == g.By && later.Exists(l => l.By == b.By && l.Answer == b.Answer)));
        all.AddRange(later.FindAll(l => !all.Exists(a => a.By == l.By)));
        return all;
    }
}
