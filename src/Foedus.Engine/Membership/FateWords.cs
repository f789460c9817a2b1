namespace Foedus.Engine.Membership;

/// <summary>The words of a charter for what becomes of something in a change.</summary>
internal static class FateWords
{
    public const string Ends = "end at once";
    public const string UntilTermEnds = "last until the term ends";
    public const string UntilSettled = "last until settled";
    public const string AsAgreed = "last as agreed";
    public const string Passes = "pass to the successor";
    public const string Recomputed = "are recomputed";
    public const string Begins = "begin at once";
    public const string BeginsNextSession = "begin with the next session";
    public const string Stays = "stay";
    public const string DoesNotArise = "do not arise";

    /// <summary>The finding that what lasts for a while after a change is settled.</summary>
    public const string Settled = "settled";
}
