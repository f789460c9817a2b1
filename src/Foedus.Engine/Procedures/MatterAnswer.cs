using Foedus.Charter.Model;

namespace Foedus.Engine.Procedures;

/// <summary>One answer to a matter: how, in which visit of a stage, about which text, by which of the doer's turns, and by which rules of its own.</summary>
/// <param name="Outcome">What was answered.</param>
/// <param name="Visit">How often the matter had come to a stage by then.</param>
/// <param name="Text">The number of the text that was answered.</param>
/// <param name="Turn">How many answers the doer had given in this visit, this one counted.</param>
/// <param name="Rules">The lines with a rule of their own ("on approval by R") that the same vote met: one bit for each, by its place among them.</param>
internal readonly record struct MatterAnswer(StageOutcome Outcome, int Visit, int Text, int Turn, int Rules)
{
    private const int VisitBits = 18;
    private const int TextBits = 18;
    private const int TurnBits = 10;
    private const int RuleBits = 10;
    private const int OutcomeBits = 5;

    /// <summary>How many lines with a rule of their own an answer can tell apart.</summary>
    public const int MostRules = RuleBits;

    /// <summary>As one value of a fact.</summary>
    public long Value =>
        Part(Visit, VisitBits) << (TextBits + TurnBits + RuleBits + OutcomeBits)
        | Part(Text, TextBits) << (TurnBits + RuleBits + OutcomeBits)
        | Part(Turn, TurnBits) << (RuleBits + OutcomeBits)
        | Part(Rules, RuleBits) << OutcomeBits
        | Part((int)Outcome, OutcomeBits);

    /// <summary>In favour of the text.</summary>
    public bool Favours => Outcome is StageOutcome.Approval or StageOutcome.Amendment or StageOutcome.Agreement;

    /// <summary>Against it.</summary>
    public bool Rejects => Outcome is StageOutcome.Rejection or StageOutcome.SecondRejection;

    public static MatterAnswer Of(long value)
    {
        var outcome = Take(ref value, OutcomeBits);
        var rules = Take(ref value, RuleBits);
        var turn = Take(ref value, TurnBits);
        var text = Take(ref value, TextBits);
        return new MatterAnswer((StageOutcome)outcome, (int)value, text, turn, rules);
    }

    private static long Part(int value, int bits) => Math.Min(value, (1 << bits) - 1);

    private static int Take(ref long value, int bits)
    {
        var part = (int)(value & ((1L << bits) - 1));
        value >>= bits;
        return part;
    }
}
