using Foedus.Charter.Model;

namespace Foedus.Engine.Membership;

/// <summary>How a change is brought about. Only the way that the charter provides leads to it.</summary>
internal abstract record ChangeWay
{
    private ChangeWay()
    {
    }

    /// <summary>Somebody's act: "Council expels Cedar".</summary>
    public sealed record ByAct : ChangeWay;

    /// <summary>A notice: "Cedar gives notice of secession".</summary>
    public sealed record ByNotice : ChangeWay;

    /// <summary>A matter has come to an end of its procedure that becomes it.</summary>
    public sealed record ByEnd(Procedure Procedure, End End, int Matter) : ChangeWay;
}
