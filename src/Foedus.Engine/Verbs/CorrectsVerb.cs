using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// An earlier act is corrected by whose act it was (its facts never held), or one that was refused is recognised to stand all the same, by who
/// might have done it.
/// </summary>
internal sealed class CorrectsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var sequence = j.State.SequenceOf(j.Act.Count);
        if (sequence < 1)
        {
            j.Refuse(null, GroundKind.ActUnknown, j.Act.Count);
            return;
        }

        var other = j.State.ActOf(sequence);
        if (j.Act.Verb == Verb.Corrects)
        {
            if (j.View.StandingOf(sequence) == SourceStanding.Void)
                j.Refuse(null, GroundKind.CorrectedBefore, j.Act.Count);
            else if (j.State.Store.Conditions.Leaves(j.State.DigestOf(sequence).Diagram).All(leaf => Branch.VerdictOf(leaf) == Verdict.Refused))
                j.Refuse(null, GroundKind.NothingToCorrect, j.Act.Count);
            var own = j.Parties.StandForAll(j.Act.By, other.By);
            if (own == Truth.No)
                j.Refuse(null, GroundKind.NotCorrector, j.Act.Count, null, new Need("a correction by who did it", string.Join(" and ", other.By.Select(j.Roll.NameOf))));
            else
                j.Note(own, null, GroundKind.OwnRight, j.ActorName, "it did act " + j.Act.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            j.Note(Truth.Yes, null, GroundKind.Corrected, j.Act.Count);
            LastingRoom.AskWithout(j, sequence);
            j.Challenge(sequence, SourceStanding.Void, Day.Min, Day.Max);
            return;
        }

        if (IsSettled(j, sequence, other))
            return;
        if (j.CouldDo(other))
            j.Execution(null, "it could have done act " + j.Act.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " itself");
        else
            j.NoProvision(VerbTable.RowOf(other.Verb).Task + ", nor to recognise it");
        if (j.MeetsBar(other))
            return;
        j.Note(Truth.Yes, null, GroundKind.Recognised, j.Act.Count);
        j.TakeOver(other);
        j.Link(Relations.Recognised, Roll.Federation, sequence, j.Actor);
    }

    /// <summary>Whether there is nothing to recognise: the act was accepted, is recognised already, or is but a recognition itself.</summary>
    private static bool IsSettled(Judgement j, int sequence, Act other)
    {
        if (j.View.Look(Relations.Recognised, Roll.Federation, sequence).Holds)
        {
            j.Refuse(null, GroundKind.RecognisedBefore, j.Act.Count);
            return true;
        }

        var ruled = j.State.Store.Conditions.Leaves(j.State.DigestOf(sequence).Diagram);
        if (ruled.All(leaf => Branch.VerdictOf(leaf) == Verdict.Accepted) && j.View.StandingOf(sequence) != SourceStanding.Void)
        {
            j.Refuse(null, GroundKind.NothingToRecognise, j.Act.Count);
            return true;
        }

        if (other.Verb != Verb.Recognises)
            return false;
        j.Refuse(null, GroundKind.RecognisesOnly, j.Act.Count);
        return true;
    }
}
