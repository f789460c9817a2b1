namespace Foedus.Engine.Kernel;

/// <summary>What one read has already found out about sources, so that statements about statements cost no more than there are statements.</summary>
internal sealed class ReadMemo
{
    private readonly Dictionary<(int Source, Day Day, int Known), SourceStanding> _stated = [];

    public bool TryStated(int source, Day day, int known, out SourceStanding standing) => _stated.TryGetValue((source, day, known), out standing);

    public void NoteStated(int source, Day day, int known, SourceStanding standing) => _stated[(source, day, known)] = standing;
}
