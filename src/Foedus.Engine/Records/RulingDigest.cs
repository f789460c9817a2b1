using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>What is kept of a ruling: enough to say what was ruled; the reasons are found again by judging again.</summary>
public readonly record struct RulingDigest(Act Act, Diagram Diagram)
{
    public int Number => Act?.Number ?? 0;

    public Day Done => Act.Done;
}
