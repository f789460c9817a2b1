using System.Collections.Immutable;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Verbs;

/// <summary>Which reasons of a ruling give the power for the act, and of what sort it is.</summary>
internal static class PowerOf
{
    /// <summary>The sort of power that a reason gives; null if it gives none.</summary>
    public static PowerFrom? Reason(GroundKind kind) => kind switch
    {
        GroundKind.Power or GroundKind.Demanded or GroundKind.Elects or GroundKind.Opened or GroundKind.StatedBy or GroundKind.FoundBy
            or GroundKind.VacancyFilled or GroundKind.Confirmed or GroundKind.NotConfirmed => PowerFrom.Clause,
        GroundKind.AtStage => PowerFrom.Stage,
        GroundKind.OwnRight or GroundKind.VotesOf => PowerFrom.OwnRight,
        GroundKind.Report or GroundKind.Rule or GroundKind.Carried or GroundKind.NotCarried or GroundKind.Quorum or GroundKind.NoQuorum or GroundKind.Tied
            or GroundKind.TestOpen or GroundKind.NobodyInFavour or GroundKind.NoWayToCarry or GroundKind.VoteOpen or GroundKind.SeatsCertified => PowerFrom.OwnRule,
        GroundKind.Execution => PowerFrom.Execution,
        GroundKind.Founding => PowerFrom.Founding,
        GroundKind.Recorded or GroundKind.NoDuty or GroundKind.DutyDone or GroundKind.DutyLate or GroundKind.DutyWaits or GroundKind.Mandate => PowerFrom.Words,
        _ => null,
    };

    /// <summary>Whether one of the reasons gives the power, of a sort that the verb knows.</summary>
    public static bool IsGiven(VerbRow row, IReadOnlyList<Ground> grounds)
    {
        if (row.From.Contains(PowerFrom.Given))
            return true;
        for (var i = 0; i < grounds.Count; i++)
        {
            if ((grounds[i].Informs || grounds[i].Met != Truth.No) && Reason(grounds[i].Message) is { } from && row.From.Contains(from))
                return true;
        }

        return false;
    }

    /// <summary>Whether the reasons say that somebody else has the power, or nobody.</summary>
    public static bool IsDenied(IReadOnlyList<Ground> grounds)
    {
        for (var i = 0; i < grounds.Count; i++)
        {
            if (grounds[i] is { Met: not Truth.Yes, Informs: false } ground && Denies(ground.Message))
                return true;
        }

        return false;
    }

    private static bool Denies(GroundKind kind) => kind is GroundKind.NoPower or GroundKind.PowerShort or GroundKind.PowerOpen or GroundKind.TooMany
        or GroundKind.SecondersOfAnotherSort or GroundKind.NoProvision or GroundKind.NotElects or GroundKind.NotOpenedBy or GroundKind.NotStatedBy
        or GroundKind.NotBefore or GroundKind.NotCertifier or GroundKind.NoVacancy or GroundKind.OfficeVacant or GroundKind.DemandShort or GroundKind.NotLeftTo or GroundKind.NotCorrector;
}
