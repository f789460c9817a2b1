using Foedus.Cli.Pages;
using Foedus.Engine.Judging;
using Foedus.Engine.Standing;

namespace Foedus.Cli.Reports;

/// <summary>In which tone a result is shown.</summary>
internal static class Tones
{
    public static Tone Of(Judgment judgment) => judgment.Verdict switch
    {
        Verdict.Refused => Tone.Bad,
        Verdict.Undetermined => Tone.Open,
        _ => judgment.Outcome is Outcome.Lost or Outcome.Tied or Outcome.NoQuorum ? Tone.Plain : Tone.Good,
    };

    public static Tone Of(InstrumentState state) => state switch
    {
        InstrumentState.InForce => Tone.Good,
        InstrumentState.Undetermined or InstrumentState.Pending => Tone.Open,
        InstrumentState.Annulled or InstrumentState.Void or InstrumentState.Suspended => Tone.Bad,
        _ => Tone.Plain,
    };
}
