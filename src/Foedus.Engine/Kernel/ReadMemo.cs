namespace Foedus.Engine.Kernel;

/// <summary>
/// What one read has already found out about sources and guards, so that statements about statements cost no more than there are statements.
/// </summary>
internal sealed class ReadMemo
{
    private readonly Dictionary<Asked, SourceStanding> _stated = [];
    private readonly Dictionary<(int Index, int Known), GuardAnswer> _guards = [];

    public bool TryStated(int source, Day day, int known, in ReadContext context, out SourceStanding standing) =>
        _stated.TryGetValue(new Asked(source, day, known, context.LimitDue, context.LimitIndex), out standing);

    public void NoteStated(int source, Day day, int known, in ReadContext context, SourceStanding standing) =>
        _stated[new Asked(source, day, known, context.LimitDue, context.LimitIndex)] = standing;

    public bool TryGuard(int index, int known, out GuardAnswer answer) => _guards.TryGetValue((index, known), out answer);

    public void NoteGuard(int index, int known, GuardAnswer answer) => _guards[(index, known)] = answer;

    private readonly record struct Asked(int Source, Day Day, int Known, Day LimitDue, int LimitIndex);
}
