namespace Foedus.Engine.Procedures;

/// <summary>A body's answer packed into one value: on which visit of the stage, how, and about which text.</summary>
internal readonly record struct AnswerFact(int Visit, int Outcome, int Text)
{
    public long Value => ((long)Visit << 24) | ((long)Outcome << 16) | (uint)(Text & 0xFFFF);

    public static AnswerFact Of(long value) => new((int)(value >> 24), (int)((value >> 16) & 0xFF), (int)(value & 0xFFFF));
}
