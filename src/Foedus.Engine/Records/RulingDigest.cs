using System.Runtime.InteropServices;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>What is kept of a ruling: enough to say what was ruled; the reasons are found again by judging again.</summary>
/// <param name="Number">The number of the act in its journal.</param>
/// <param name="Done">The day of the act.</param>
/// <param name="Verb">What it did.</param>
/// <param name="Diagram">The verdict as a function of the silences.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct RulingDigest(int Number, Day Done, Verb Verb, Diagram Diagram);
