using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>
/// What the clock has prepared: the end of a term, a deemed approval, a lapse. It is written when the question is put and stands unless a
/// timely answer overlays it, so no day ever has to be "processed".
/// </summary>
/// <param name="Source">Its number as a source of facts; negative.</param>
/// <param name="Parent">The act that wrote it, or the earlier step of the chain that it follows. It falls with its parent.</param>
/// <param name="Recorded">Number of the act with which it entered the ledger.</param>
/// <param name="Due">First day on which it has effect; an answer done before that day is timely.</param>
/// <param name="Tag">The caller's own number: which exit of which question.</param>
/// <param name="Guard">A guard decided on the due day; 0 is none.</param>
/// <param name="Depth">Steps before it in its chain; 0 for the first.</param>
/// <param name="Unrolls">True if the chain goes on and was cut here; it is written further when this step is reached.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ProspectiveAct(
    int Source, int Parent, int Recorded, Day Due, int Tag, int Guard, int Depth, bool Unrolls);
