using Foedus.Engine.Judging;

namespace Foedus.Engine.Verbs;

/// <summary>What an act of one verb has to satisfy, and what it brings about.</summary>
internal interface IVerb
{
    /// <summary>Judges the act: notes every reason for and against, and what it writes if none is against.</summary>
    void Judge(Judgement judgement);
}
